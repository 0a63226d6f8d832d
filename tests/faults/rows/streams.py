"""Bodies that are handed out as they come, and break off."""

from __future__ import annotations

from typing import Any, Final

from sdk_runtime.call.download import BodyChangedError
from sdk_runtime.errors import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APIStreamError,
    APITimeoutError,
    ForbiddenError,
    NotFoundError,
)

from faults import calls
from faults.behaviour import ANN, Behaviour, Group
from faults.script import (
    CLOSE,
    GOOD,
    HANG,
    NOTE,
    RESET,
    Flood,
    Pause,
    Trickle,
    answer,
    chunked,
    coded,
    head,
    zipped,
)

ONCE: Final = {"max_retries": 0}
SOON: Final = {"max_retries": 0, "timeout": 0.15}
_LINE: Final = NOTE + b"\n"
_EVENT: Final = b"data: " + NOTE + b"\n\n"
_OPEN: Final = head(200, {"Content-Length": "900"})


def _broken(name: str, *sent: Any, call: Any = calls.lines, **more: Any) -> Behaviour:
    """A stream that hands one note out, and raises."""
    given = {
        "settings": ONCE,
        "raises": APIConnectionError,
        "items": (ANN,),
        "call": call,
        **more,
    }
    return Behaviour(name=name, replies=((*sent, CLOSE),), **given)


STREAMS = Group(
    "A stream breaks off",
    (
        _broken("the end within a line", _OPEN + _LINE + NOTE[:9], smoke=True),
        _broken("the end behind a line", _OPEN + _LINE),
        _broken("a reset within a line", _OPEN + _LINE + NOTE[:9], Pause(0.02), RESET),
        _broken("lines without a last chunk", chunked(_LINE, end=b"")),
        _broken("the end within a chunk of a line", chunked(_LINE, end=b"9\r\n{")),
        _broken(
            "a stall between lines",
            _OPEN + _LINE,
            HANG,
            settings=SOON,
            raises=APITimeoutError,
        ),
        _broken(
            "a stall within a line",
            _OPEN + _LINE + b"{",
            HANG,
            settings=SOON,
            raises=APITimeoutError,
        ),
        _broken(
            "lines slower than the deadline",
            _OPEN + _LINE,
            Trickle(b" " * 400),
            settings={"deadline": 0.3},
            raises=APITimeoutError,
        ),
        _broken(
            "a line that is no JSON",
            answer(body=_LINE + b"<html>\n"),
            raises=APIResponseError,
        ),
        _broken(
            "a line with half a value, and the right length",
            answer(body=_LINE + NOTE[:9]),
            raises=APIResponseError,
        ),
        _broken(
            "an error in place of a line",
            answer(body=_LINE + b'{"error":{"code":"x"}}\n'),
            raises=APIStreamError,
        ),
        _broken(
            "gzip of lines that ends too early",
            coded("gzip", zipped(_LINE * 2)[:-9]),
            items=(ANN, ANN),
            raises=APIResponseError,
        ),
        _broken(
            "a line beyond the limit",
            head() + _LINE,
            Flood(b" " * 4000),
            settings={**ONCE, "max_response_bytes": 100_000},
            raises=APIResponseError,
        ),
        _broken(
            "HTML in place of lines",
            answer(body=b"<html>", kind="text/html"),
            items=(),
            raises=APIResponseError,
        ),
        _broken(
            "the end within an event",
            _OPEN + _EVENT + b"data: {",
            call=calls.events,
        ),
        _broken("the end behind an event", _OPEN + _EVENT, call=calls.events),
        _broken(
            "an event of an error",
            answer(body=_EVENT + b'event: error\ndata: {"code":"x"}\n\n'),
            call=calls.events,
            raises=APIStreamError,
        ),
        _broken(
            "an event that is no JSON",
            answer(body=_EVENT + b"data: <html>\n\n"),
            call=calls.events,
            raises=APIResponseError,
        ),
        _broken(
            "comments of events for ever",
            head() + _EVENT,
            Flood(b": wait\n\n", 0.005),
            call=calls.events,
            settings={"deadline": 0.3},
            raises=APITimeoutError,
        ),
        _broken(
            "an event that never ends",
            head() + _EVENT,
            Flood(b"data: x\n" * 500),
            call=calls.events,
            settings={**ONCE, "max_response_bytes": 100_000},
            raises=APIResponseError,
        ),
        Behaviour(
            name="a whole stream, a byte at a time",
            call=calls.lines,
            replies=(
                (
                    head(200, {"Content-Length": str(2 * len(_LINE))}),
                    Trickle(_LINE * 2, 0.001),
                ),
            ),
            gives=[ANN, ANN],
        ),
        Behaviour(
            name="a stream whose caller leaves it after an item",
            call=calls.one_line,
            replies=((_OPEN + _LINE, HANG),),
        ),
        Behaviour(
            name="a download that its caller drops",
            call=calls.dropped,
            replies=((_OPEN + _LINE, HANG), (GOOD,)),
            settings={"max_connections": 1},
            requests=2,
        ),
    ),
)

_TAG: Final = {"ETag": '"v1"'}
_NEW: Final = {"ETag": '"v2"'}
_FIRST: Final = head(200, {**_TAG, "Content-Length": "23"}) + NOTE[:9]


def _rest(start: int = 9, body: bytes = NOTE, tag: str = '"v1"') -> bytes:
    span = {"ETag": tag, "Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}
    return answer(206, body[start:], span)


def _resumed(name: str, *replies: Any, **more: Any) -> Behaviour:
    """A download that breaks off, and what comes in place of its rest."""
    given = {"call": calls.save, "gives": NOTE, "requests": 1 + len(replies), **more}
    return Behaviour(name=name, replies=((_FIRST, CLOSE), *replies), **given)


DOWNLOADS = Group(
    "A download breaks off",
    (
        *(
            Behaviour(
                name=f"{name}, {of}",
                call=call,
                replies=((head(200, {"Content-Length": "23"}) + NOTE[:9], *end),),
                settings=SOON,
                raises=raises,
            )
            for of, call in (
                ("of a file that is read", calls.download),
                ("of a file that is saved", calls.save),
            )
            for name, end, raises in (
                ("the end within the body", (CLOSE,), APIConnectionError),
                ("a reset within the body", (Pause(0.02), RESET), APIConnectionError),
                ("a stall within the body", (HANG,), APITimeoutError),
            )
        ),
        _resumed("the rest comes", (_rest(),), smoke=True),
        _resumed("the rest comes after 503", (answer(503, b""),), (_rest(),)),
        _resumed(
            "the rest comes in two parts",
            (
                head(
                    206,
                    {**_TAG, "Content-Range": "bytes 9-22/23", "Content-Length": "14"},
                )
                + NOTE[9:15],
                CLOSE,
            ),
            (_rest(15),),
        ),
        _resumed(
            "another version comes, and is saved from its beginning",
            (answer(body=NOTE, headers=_NEW),),
        ),
        _resumed(
            "another version comes to who has read a part",
            (answer(body=NOTE, headers=_NEW),),
            call=calls.download,
            raises=BodyChangedError,
        ),
        _resumed(
            "the rest of another version comes",
            (_rest(tag='"v2"'),),
            raises=APIConnectionError,
        ),
        _resumed(
            "a rest comes that begins elsewhere", (_rest(5),), raises=APIConnectionError
        ),
        _resumed("the rest is refused", (answer(416, b""),), raises=APIStatusError),
        _resumed("the file is gone", (answer(404, b""),), raises=NotFoundError),
        Behaviour(
            name="a file that breaks off, without a word on its version",
            call=calls.save,
            replies=((head(200, {"Content-Length": "23"}) + NOTE[:9], CLOSE), (GOOD,)),
            raises=APIConnectionError,
        ),
        Behaviour(
            name="a file in gzip that ends too early",
            call=calls.save,
            replies=((coded("gzip", zipped()[:-9]),),),
            raises=APIResponseError,
        ),
        Behaviour(
            name="a file in gzip with a wrong checksum",
            call=calls.save,
            replies=((coded("gzip", zipped()[:-8] + bytes(4) + zipped()[-4:]),),),
            raises=APIResponseError,
        ),
        Behaviour(
            name="a file in a coding that nobody asked for",
            call=calls.save,
            replies=((coded("br", NOTE),),),
            raises=APIResponseError,
        ),
        Behaviour(
            name="an error in place of a file",
            call=calls.save,
            replies=((answer(403, b"{}"),),),
            raises=ForbiddenError,
        ),
    ),
)

GROUPS = (STREAMS, DOWNLOADS)
