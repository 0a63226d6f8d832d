"""Each status, with and without a time after which the server accepts a further request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sdk_runtime.errors import APIStatusError, status_error

from faults import calls
from faults.behaviour import Behaviour, Group
from faults.script import GOOD, JSON, answer

# The clock of these tests stands at 1,700,000,000.
_IN_5_SECONDS: Final = "Tue, 14 Nov 2023 22:13:25 GMT"
_PAST: Final = "Sun, 06 Nov 1994 08:49:37 GMT"
_FAR: Final = "Fri, 31 Dec 9999 23:59:59 GMT"
# What the client waits, or None where it raises at once.
WAITS: Final[dict[str, float | None]] = {
    "2": 2.0,
    "0": 0.0,
    _IN_5_SECONDS: 5.0,
    _PAST: 0.0,
    _FAR: None,
    "86400": None,
    "99999999999999999999": 0.0,
    "-5": 0.0,
    "soon": 0.0,
    "": 0.0,
}
_WORDS: Final = {
    "2": "Retry-After of two seconds",
    _IN_5_SECONDS: "Retry-After with a date in five seconds",
    _PAST: "Retry-After with a date of the past",
    "86400": "Retry-After of a day",
}
_REPEATED: Final = (408, 429, 500, 502, 503, 504, 507, 511, 599)
_RAISED: Final = (
    *(300, 304, 305, 400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414),
    *(415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 431, 451, 499, 600, 999),
)
_BODY: Final = b'{"errors":[{"code":"x"}]}'


def _sent(status: int, after: str | None) -> bytes:
    headers = {} if after is None else {"Retry-After": after}
    return answer(status, _BODY, headers)


def _rows() -> Iterator[Behaviour]:
    for status in _REPEATED:
        yield Behaviour(
            name=f"{status}, once",
            call=calls.get,
            replies=((_sent(status, None),), (GOOD,)),
            requests=2,
            slept=(),
        )
        yield Behaviour(
            name=f"{status}, each time",
            call=calls.get,
            replies=((_sent(status, None),),),
            raises=status_error(status),
            requests=3,
            slept=(),
        )
        yield from (_after(status, value) for value in _WORDS)
    for status in _RAISED:
        yield Behaviour(
            name=f"{status}",
            call=calls.get,
            replies=((_sent(status, None),), (GOOD,)),
            raises=status_error(status),
            slept=(),
        )
        yield from (
            Behaviour(
                name=f"{status}, {_WORDS[value]}",
                call=calls.get,
                replies=((_sent(status, value),), (GOOD,)),
                raises=status_error(status),
                slept=(),
            )
            for value in _WORDS
        )


def _after(status: int, value: str) -> Behaviour:
    wait = WAITS[value]
    named = _WORDS.get(value, f"Retry-After {value!r}")
    return Behaviour(
        name=f"{status}, {named}",
        call=calls.get,
        replies=((_sent(status, value),), (GOOD,)),
        raises=status_error(status) if wait is None else None,
        requests=1 if wait is None else 2,
        slept=(wait,) if wait else (),
        smoke=(status, value) == (429, "2"),
    )


STATUSES = Group("A status, with and without Retry-After", tuple(_rows()))

ODD = Group(
    "Retry-After and limits in odd words",
    (
        *(_after(429, value) for value in WAITS if value not in _WORDS),
        Behaviour(
            name="503, Retry-After twice: the longer counts",
            call=calls.get,
            replies=(
                (answer(503, _BODY, {"Retry-After": "1", "retry-after": "3"}),),
                (GOOD,),
            ),
            requests=2,
            slept=(3.0,),
        ),
        Behaviour(
            name="429, Retry-After beyond the deadline",
            call=calls.get,
            replies=((_sent(429, "9"),), (GOOD,)),
            settings={"deadline": 3.0},
            raises=status_error(429),
            slept=(),
        ),
        Behaviour(
            name="429, nothing left until a moment in four seconds",
            call=calls.get,
            replies=(
                (
                    answer(
                        429,
                        _BODY,
                        {
                            "X-RateLimit-Remaining": "0",
                            "X-RateLimit-Reset": "1700000004",
                        },
                    ),
                ),
                (GOOD,),
            ),
            requests=2,
            slept=(4.0,),
        ),
        Behaviour(
            name="429, a moment of the past at which there is more",
            call=calls.get,
            replies=(
                (
                    answer(
                        429,
                        _BODY,
                        {
                            "X-RateLimit-Remaining": "0",
                            "X-RateLimit-Reset": "1600000000",
                        },
                    ),
                ),
                (GOOD,),
            ),
            requests=2,
            slept=(),
        ),
        Behaviour(
            name="500 to a POST",
            call=calls.post,
            replies=((_sent(500, None),), (GOOD,)),
            raises=status_error(500),
            slept=(),
        ),
        Behaviour(
            name="503 to a POST, Retry-After of two seconds: it wasn't done",
            call=calls.post,
            replies=((_sent(503, "2"),), (GOOD,)),
            requests=2,
            slept=(2.0,),
        ),
        Behaviour(
            name="429 to a POST",
            call=calls.post,
            replies=((_sent(429, None),), (GOOD,)),
            requests=2,
            slept=(),
        ),
        Behaviour(
            name="500 to a POST with a key",
            call=calls.keyed_post,
            replies=((_sent(500, None),), (GOOD,)),
            requests=2,
            slept=(),
        ),
        Behaviour(
            name="401 is raised, not repeated",
            call=calls.post,
            replies=((_sent(401, None),), (GOOD,)),
            raises=status_error(401),
            slept=(),
        ),
        Behaviour(
            name="an error's body that is HTML",
            call=calls.get,
            replies=((answer(400, b"<html>", kind="text/html"),),),
            raises=status_error(400),
        ),
        Behaviour(
            name="an error's body that is broken gzip",
            call=calls.get,
            replies=((answer(400, b"\x1f\x8b", {"Content-Encoding": "gzip"}),),),
            raises=status_error(400),
        ),
        Behaviour(
            name="an error's body of two megabytes",
            call=calls.get,
            replies=((answer(400, b" " * 2_000_000, kind=JSON),),),
            raises=status_error(400),
        ),
        Behaviour(
            name="a stream that begins with an error",
            call=calls.lines,
            replies=((_sent(404, None),),),
            raises=status_error(404),
        ),
        Behaviour(
            name="a status that HTTP doesn't have",
            call=calls.get,
            replies=((_sent(799, None),),),
            raises=APIStatusError,
        ),
    ),
)

GROUPS = (STATUSES, ODD)
