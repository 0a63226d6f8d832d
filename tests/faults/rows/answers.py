"""Connections that end or stall within an answer."""

from __future__ import annotations

from typing import Final

from sdk_runtime.errors import (
    APIConnectionError,
    APITimeoutError,
    NotFoundError,
)

from faults import calls
from faults.behaviour import Behaviour, Group
from faults.script import CLOSE, GOOD, HANG, RESET, Flood, Pause, Trickle, head

ONCE: Final = {"max_retries": 0}
SOON: Final = {"max_retries": 0, "timeout": 0.15}
_PART: Final = head(200, {"Content-Length": "23"})
_LONG: Final = b"X-Filler: abcdefgh\r\n" * 200

IN_HEADERS = Group(
    "The connection ends or stalls within the headers",
    (
        Behaviour(
            name="reset within the status line",
            call=calls.get,
            replies=((b"HTTP/1.1 20", RESET),),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        Behaviour(
            name="closed within the status line",
            call=calls.get,
            replies=((b"HTTP/1.1 20", CLOSE),),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        Behaviour(
            name="reset within a header, once",
            call=calls.get,
            replies=((_PART[:40], Pause(0.02), RESET), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="closed within a header",
            call=calls.get,
            replies=((_PART[:40], CLOSE),),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        Behaviour(
            name="closed before the empty line",
            call=calls.get,
            replies=((_PART[:-2], CLOSE),),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        Behaviour(
            name="closed within the headers of a POST",
            call=calls.post,
            replies=((_PART[:-2], CLOSE), (GOOD,)),
            raises=APIConnectionError,
        ),
        Behaviour(
            name="a stall within the headers",
            call=calls.get,
            replies=((_PART[:40], HANG),),
            settings=SOON,
            raises=APITimeoutError,
        ),
        Behaviour(
            name="headers a byte at a time, beyond the timeout",
            call=calls.get,
            replies=((b"HTTP/1.1 200 OK\r\n", Trickle(_LONG)),),
            settings=SOON,
            raises=APITimeoutError,
        ),
        Behaviour(
            name="headers a byte at a time, beyond the deadline",
            call=calls.get,
            replies=((b"HTTP/1.1 200 OK\r\n", Trickle(_LONG)),),
            settings={"deadline": 0.2},
            raises=APITimeoutError,
        ),
        Behaviour(
            name="an answer a byte at a time, within the time",
            call=calls.get,
            replies=((Trickle(GOOD, 0.001),),),
        ),
        Behaviour(
            name="100 (Continue) for ever",
            call=calls.get,
            replies=((Flood(b"HTTP/1.1 100 Go on\r\n\r\n", 0.002),),),
            settings={"deadline": 0.2},
            raises=APITimeoutError,
            smoke=True,
        ),
        Behaviour(
            name="103 (Early Hints) for ever",
            call=calls.get,
            replies=((Flood(b"HTTP/1.1 103 Hints\r\nLink: </a>\r\n\r\n", 0.002),),),
            settings=SOON,
            raises=APITimeoutError,
        ),
        Behaviour(
            name="100 (Continue) for ever, to a stream",
            call=calls.lines,
            replies=((Flood(b"HTTP/1.1 100 Go on\r\n\r\n", 0.002),),),
            settings={"deadline": 0.2},
            raises=APITimeoutError,
        ),
        Behaviour(
            name="headers for ever",
            call=calls.get,
            replies=((b"HTTP/1.1 200 OK\r\n", Flood(b"X-Filler: abc\r\n" * 100)),),
            settings={"deadline": 1.0, "max_retries": 0},
            raises=APIConnectionError,
        ),
    ),
)

IN_BODY = Group(
    "The connection ends or stalls within the body",
    (
        Behaviour(
            name="reset after the headers, each time",
            call=calls.get,
            replies=((_PART, Pause(0.02), RESET),),
            raises=APIConnectionError,
            says="3 attempts",
            requests=3,
            smoke=True,
        ),
        Behaviour(
            name="reset after the headers, once",
            call=calls.get,
            replies=((_PART, Pause(0.02), RESET), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="reset after the headers of a POST",
            call=calls.post,
            replies=((_PART, Pause(0.02), RESET), (GOOD,)),
            raises=APIConnectionError,
        ),
        Behaviour(
            name="reset within the body",
            call=calls.get,
            replies=((_PART + b'{"id":"1",', Pause(0.02), RESET),),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        Behaviour(
            name="a stall after the headers",
            call=calls.get,
            replies=((_PART, HANG),),
            settings=SOON,
            raises=APITimeoutError,
        ),
        Behaviour(
            name="a stall within the body",
            call=calls.get,
            replies=((_PART + b'{"id":"1",', HANG),),
            settings=SOON,
            raises=APITimeoutError,
        ),
        Behaviour(
            name="a stall within the body, once",
            call=calls.get,
            replies=((_PART + b'{"id":"1",', HANG), (GOOD,)),
            settings={"timeout": 0.15},
            requests=2,
        ),
        Behaviour(
            name="a body a byte at a time, beyond the timeout",
            call=calls.get,
            replies=((head(200, {"Content-Length": "900"}), Trickle(b" " * 900)),),
            settings=SOON,
            raises=APITimeoutError,
        ),
        Behaviour(
            name="a body a byte at a time, beyond the deadline",
            call=calls.get_bytes,
            replies=((head(200, {"Content-Length": "900"}), Trickle(b" " * 900)),),
            settings={"deadline": 0.2},
            raises=APITimeoutError,
        ),
        Behaviour(
            name="a body for ever",
            call=calls.get_bytes,
            replies=((head(200), Flood(bytes(4096), 0.002)),),
            settings={"deadline": 0.3, "max_retries": 0},
            raises=APITimeoutError,
        ),
        Behaviour(
            name="the body of an error stalls; its status stands where the head is known",
            call=calls.get,
            replies=((head(404, {"Content-Length": "90"}) + b'{"errors":', HANG),),
            settings=SOON,
            raises=NotFoundError,
            pyreqwest_raises=APITimeoutError,
        ),
    ),
)

GROUPS = (IN_HEADERS, IN_BODY)
