"""Servers that aren't reached, and connections that end or stall before an answer."""

from __future__ import annotations

from typing import Final

from sdk_runtime.errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
)

from faults import calls
from faults.behaviour import Behaviour, Group
from faults.script import CLOSE, GOOD, HANG, RESET, Pause

ONCE: Final = {"max_retries": 0}
SOON: Final = {"max_retries": 0, "timeout": 0.15}

UNREACHED = Group(
    "The server isn't reached",
    (
        Behaviour(
            name="nobody listens",
            call=calls.get,
            place="refused",
            raises=APIConnectionError,
            says=r"3 attempts",
            requests=0,
            probe=False,
            smoke=True,
        ),
        Behaviour(
            name="nobody listens, for a POST, which hasn't been sent",
            call=calls.post,
            place="refused",
            raises=APIConnectionError,
            says=r"3 attempts",
            requests=0,
            probe=False,
        ),
        Behaviour(
            name="the connection is never taken",
            call=calls.get,
            place="full",
            linux=True,
            settings=SOON,
            raises=APITimeoutError,
            requests=0,
            probe=False,
            smoke=True,
        ),
        Behaviour(
            name="the connection is never taken, until the deadline",
            call=calls.get,
            place="full",
            linux=True,
            settings={"deadline": 0.2},
            raises=APITimeoutError,
            requests=0,
            probe=False,
        ),
        Behaviour(
            name="the connection is never taken, for a stream",
            call=calls.lines,
            place="full",
            linux=True,
            settings=SOON,
            raises=APITimeoutError,
            requests=0,
            probe=False,
        ),
        Behaviour(
            name="closed as soon as it is taken",
            call=calls.get,
            greeting=(CLOSE,),
            raises=APIConnectionError,
            requests=0,
        ),
        Behaviour(
            name="reset as soon as it is taken",
            call=calls.get,
            greeting=(RESET,),
            raises=APIConnectionError,
            requests=0,
        ),
        Behaviour(
            name="taken, and not read",
            call=calls.get,
            greeting=(HANG,),
            settings=SOON,
            raises=APITimeoutError,
            requests=0,
        ),
        Behaviour(
            name="an upload that the server doesn't read",
            call=calls.upload,
            greeting=(Pause(1.0), CLOSE),
            settings=SOON,
            raises=APITimeoutError,
            requests=0,
        ),
        Behaviour(
            name="an answer before the request, and the end",
            call=calls.get,
            greeting=(b"HTTP/1.1 408 Timeout\r\nContent-Length: 0\r\n\r\n", CLOSE),
            settings=ONCE,
            # pyreqwest gives up a connection on which an answer comes before it has sent.
            transports=("httpcore2",),
            remark="pyreqwest may raise APIConnectionError, by which is first",
            raises=APIStatusError,
            says="408",
            requests=0,
        ),
    ),
)

BEFORE_HEADERS = Group(
    "The connection ends or stalls before the headers",
    (
        Behaviour(
            name="reset while the request is sent, each time",
            call=calls.get_into_reset,
            transports=("httpcore2",),
            raises=APIConnectionError,
            requests=0,
        ),
        Behaviour(
            name="reset before the headers, each time",
            call=calls.get,
            replies=((RESET,),),
            raises=APIConnectionError,
            says="3 attempts",
            requests=3,
        ),
        Behaviour(
            name="reset before the headers, once",
            call=calls.get,
            replies=((RESET,), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="closed before the headers, twice",
            call=calls.get,
            replies=((CLOSE,), (CLOSE,), (GOOD,)),
            requests=3,
        ),
        Behaviour(
            name="reset before the headers of a POST",
            call=calls.post,
            replies=((RESET,), (GOOD,)),
            raises=APIConnectionError,
            requests=1,
            smoke=True,
        ),
        Behaviour(
            name="closed before the headers of a POST",
            call=calls.post,
            replies=((CLOSE,), (GOOD,)),
            raises=APIConnectionError,
            requests=1,
        ),
        Behaviour(
            name="reset before the headers of a POST with a key",
            call=calls.keyed_post,
            replies=((RESET,), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="reset before the headers of a PUT",
            call=calls.put,
            replies=((RESET,), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="nothing comes",
            call=calls.get,
            replies=((HANG,),),
            settings=SOON,
            raises=APITimeoutError,
        ),
        Behaviour(
            name="nothing comes, and then an answer to the second attempt",
            call=calls.get,
            replies=((HANG,), (GOOD,)),
            settings={"timeout": 0.15},
            requests=2,
        ),
        Behaviour(
            name="nothing comes to a POST",
            call=calls.post,
            replies=((HANG,), (GOOD,)),
            settings={"timeout": 0.15},
            raises=APITimeoutError,
        ),
        Behaviour(
            name="nothing comes until the deadline of all attempts",
            call=calls.get,
            replies=((HANG,),),
            settings={"deadline": 0.3, "timeout": 0.2},
            raises=APITimeoutError,
            requests=2,
        ),
        Behaviour(
            name="nothing comes to a stream",
            call=calls.lines,
            replies=((HANG,),),
            settings=SOON,
            raises=APITimeoutError,
        ),
        Behaviour(
            name="the head comes after the deadline",
            call=calls.get,
            replies=((Pause(0.3), GOOD),),
            settings={"deadline": 0.1},
            raises=APITimeoutError,
        ),
    ),
)

GROUPS = (UNREACHED, BEFORE_HEADERS)
