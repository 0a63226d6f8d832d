"""Many calls of one client at once, and calls that are broken off."""

from __future__ import annotations

from typing import Any, Final

from sdk_runtime.errors import APITimeoutError, ClientClosedError
from sdk_runtime.request.request_options import Timeout

from faults import broken_off, calls, sharing
from faults.behaviour import Behaviour, Group
from faults.rows.lists import page
from faults.script import GOOD, HANG, RESET, Pause, Trickle, answer, head

ONCE: Final = {"max_retries": 0}
_FREE: Final = "all were free each time"
_LONG: Final = head(200, {"Content-Length": "900"}) + b"a part"
_LINGERS: Final = "a connection of pyreqwest stays until the call's timeout"
_PHASES: Final = "a `Timeout` sets single waits"

POOL = Group(
    "All connections are in use",
    (
        Behaviour(
            name="all four hang until the deadline",
            call=sharing.at_once,
            replies=((HANG,),),
            settings={"deadline": 0.4, "max_retries": 0},
            gives={"APITimeoutError": 12},
            requests=None,
            smoke=True,
        ),
        Behaviour(
            name="all four hang, and no fifth call is sent",
            call=sharing.four_and_one,
            replies=((HANG,),),
            settings={"timeout": 0.8, "max_retries": 0},
            raises=APITimeoutError,
            says="no connection was free",
            requests=4,
        ),
        Behaviour(
            name="all are slow, and serve all calls in turn",
            call=sharing.at_once,
            replies=((Pause(0.03), GOOD),),
            gives={"Note": 12},
            requests=12,
        ),
        Behaviour(
            name="all are reset, and their slots are free again",
            call=sharing.at_once,
            replies=((Pause(0.02), RESET),),
            settings=ONCE,
            gives={"APIConnectionError": 12},
            requests=12,
        ),
        Behaviour(
            name="none becomes free in the time for that",
            call=sharing.four_and_one,
            replies=((HANG,),),
            settings={"timeout": Timeout(pool=0.1, read=0.6), "max_retries": 0},
            raises=APITimeoutError,
            says="no connection was free",
            requests=4,
            instead=_PHASES,
        ),
        Behaviour(
            name="none may be waited for",
            call=sharing.four_and_one,
            replies=((HANG,),),
            settings={"timeout": Timeout(pool=0, read=0.6), "max_retries": 0},
            raises=APITimeoutError,
            requests=4,
            instead=_PHASES,
        ),
        Behaviour(
            name="the wait for one doesn't count as the server's time",
            call=sharing.at_once,
            replies=((Pause(0.4), GOOD),),
            settings={"timeout": 1.0, "max_retries": 0},
            gives={"Note": 12},
            requests=12,
        ),
        Behaviour(
            name="a reader that is slower than the server",
            call=calls.slow_reader,
            replies=((answer(body=bytes(2_000_000)),), (GOOD,)),
            gives=2_000_000,
            requests=2,
        ),
        Behaviour(
            name="a single wait for the head is over",
            call=calls.get,
            replies=((HANG,),),
            settings={"timeout": Timeout(read=0.15), "max_retries": 0},
            raises=APITimeoutError,
            instead=_PHASES,
        ),
    ),
)


def _cancelled(name: str, call: Any, *replies: Any, **more: Any) -> Behaviour:
    given = {
        "gives": _FREE,
        "requests": None,
        "colours": ("async",),
        "within": 20.0,
        "settings": {"timeout": 1.5},
        "remark": _LINGERS,
    }
    return Behaviour(name=name, call=call, replies=replies, **{**given, **more})


CANCELLED = Group(
    "A call is cancelled at each of its awaits, or interrupted",
    (
        _cancelled(
            "an answer in pieces",
            broken_off.cancelled_get,
            (Trickle(GOOD[:12], 0.002), GOOD[12:]),
            smoke=True,
        ),
        _cancelled("a slow head", broken_off.cancelled_get, (Pause(0.02), GOOD)),
        _cancelled(
            "a slow body", broken_off.cancelled_get, (GOOD[:-9], Pause(0.02), GOOD[-9:])
        ),
        _cancelled("an upload", broken_off.cancelled_post, (GOOD,)),
        _cancelled(
            "a download in pieces",
            broken_off.cancelled_download,
            (GOOD[:-9], Pause(0.01), GOOD[-9:-4], Pause(0.01), GOOD[-4:]),
        ),
        _cancelled(
            "two pages",
            broken_off.cancelled_list,
            (Pause(0.005), *page("a")),
        ),
        _cancelled(
            "an encrypted connection",
            broken_off.cancelled_get,
            (Pause(0.01), GOOD),
            certificate="good",
        ),
        _cancelled(
            "an answer that is repeated",
            broken_off.cancelled_get,
            *((answer(503, b""),), (GOOD,)) * 20,
        ),
        Behaviour(
            name="half of twelve are cancelled while they wait for a connection",
            call=sharing.cancelled_crowd,
            replies=((Pause(0.06), GOOD),),
            gives={"Note": 6, "CancelledError": 6},
            requests=6,
            colours=("async",),
        ),
        Behaviour(
            name="Ctrl-C at any point",
            call=broken_off.interrupted_anywhere,
            settings={**ONCE, "max_connections": broken_off.CONNECTIONS},
            gives=_FREE,
            requests=None,
            colours=("sync",),
            within=60.0,
            smoke=True,
        ),
        Behaviour(
            name="Ctrl-C while nothing comes",
            call=broken_off.interrupted,
            linux=True,
            replies=((HANG,),),
            settings={"max_retries": 0, "timeout": 2.0},
            gives="interrupted",
        ),
        Behaviour(
            name="Ctrl-C within the body",
            call=broken_off.interrupted,
            linux=True,
            replies=((_LONG, HANG),),
            settings={"max_retries": 0, "timeout": 2.0},
            gives="interrupted",
        ),
    ),
)

SHARED = Group(
    "Threads, event loops, processes, and the end",
    (
        Behaviour(
            name="three event loops, one after the other",
            call=sharing.three_loops,
            colours=("async",),
            requests=3,
        ),
        Behaviour(
            name="four event loops at once",
            call=sharing.loops_in_threads,
            colours=("async",),
            gives={"Note": 4},
            requests=4,
        ),
        Behaviour(
            name="a fork between two calls",
            call=sharing.forked,
            linux=True,
            requests=3,
            transports=("httpcore2",),
            smoke=True,
        ),
        Behaviour(
            name="a fork between two calls, over pyreqwest",
            call=sharing.forked,
            linux=True,
            settings={"transport": "auto"},
            requests=3,
            transports=("pyreqwest",),
            remark="httpcore2 serves the forked process",
        ),
        Behaviour(
            name="a fork while a call is being sent",
            call=sharing.forked_while_sending,
            linux=True,
            replies=((Pause(0.3), GOOD),),
            gives={"Note": 1},
        ),
        Behaviour(
            name="the client is closed while calls are being sent",
            call=sharing.closed_meanwhile,
            replies=((HANG,),),
            settings={"timeout": 1.5, "max_retries": 0},
            gives="all raise an error of ours",
            remark=_LINGERS,
            requests=4,
            probe=False,
        ),
        Behaviour(
            name="the client was closed before",
            call=sharing.closed_before,
            raises=ClientClosedError,
            requests=0,
            probe=False,
        ),
        Behaviour(
            name="the client is closed twice",
            call=sharing.closed_twice,
            probe=False,
        ),
        Behaviour(
            name="the client is never closed",
            call=sharing.never_closed,
            colours=("sync",),
        ),
    ),
)

GROUPS = (POOL, CANCELLED, SHARED)
