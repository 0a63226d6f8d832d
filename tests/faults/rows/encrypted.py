"""TLS that fails, and connections that are kept."""

from __future__ import annotations

from typing import Final

from sdk_runtime.errors import APIConnectionError, APITimeoutError

from faults import calls
from faults.behaviour import Behaviour, Group
from faults.script import CLOSE, GOOD, HANG, RESET, Pause, Trickle, answer, head

ONCE: Final = {"max_retries": 0}
SOON: Final = {"max_retries": 0, "timeout": 0.3}
# The head of a TLS record that promises much; then a byte now and then.
_SLOW: Final = b"\x16\x03\x03\x3f\xff\x02\x00\x3f\xfb" + bytes(500)
_ALERT: Final = b"\x15\x03\x03\x00\x02\x02\x28"

TLS = Group(
    "TLS",
    (
        Behaviour(
            name="a certificate that is trusted", call=calls.get, certificate="good"
        ),
        *(
            Behaviour(
                name=f"a certificate that is {name}",
                call=calls.get,
                certificate=name,
                raises=APIConnectionError,
                says="certificate",
                requests=0,
                probe=False,
                smoke=name == "unknown",
            )
            for name in ("unknown", "of another host", "expired")
        ),
        Behaviour(
            name="a handshake that never begins",
            call=calls.get,
            certificate="good",
            greeting=(HANG,),
            settings=SOON,
            raises=APITimeoutError,
            requests=0,
        ),
        Behaviour(
            name="a handshake a byte at a time",
            call=calls.get,
            certificate="good",
            greeting=(Trickle(_SLOW), CLOSE),
            settings=SOON,
            raises=APITimeoutError,
            requests=0,
        ),
        Behaviour(
            name="the end before the handshake",
            call=calls.get,
            certificate="good",
            greeting=(CLOSE,),
            settings=ONCE,
            raises=APIConnectionError,
            requests=0,
        ),
        Behaviour(
            name="a reset before the handshake",
            call=calls.get,
            certificate="good",
            greeting=(RESET,),
            settings=ONCE,
            raises=APIConnectionError,
            requests=0,
        ),
        Behaviour(
            name="the end within the handshake",
            call=calls.get,
            certificate="good",
            greeting=(_SLOW[:20], Pause(0.02), CLOSE),
            settings=ONCE,
            raises=APIConnectionError,
            requests=0,
        ),
        Behaviour(
            name="an alert in place of the handshake",
            call=calls.get,
            certificate="good",
            greeting=(_ALERT, Pause(0.05), CLOSE),
            settings=ONCE,
            raises=APIConnectionError,
            requests=0,
        ),
        Behaviour(
            name="a server that speaks HTTP without TLS",
            call=calls.get,
            certificate="good",
            greeting=(b"HTTP/1.1 400 Bad\r\n\r\n", Pause(0.05), CLOSE),
            settings=ONCE,
            raises=APIConnectionError,
            requests=0,
        ),
        Behaviour(
            name="TLS that is cut after the request",
            call=calls.get,
            certificate="good",
            replies=((CLOSE,), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="TLS that is cut within the body",
            call=calls.get,
            certificate="good",
            replies=((GOOD[:-9], CLOSE),),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        Behaviour(
            name="TLS that is reset within the body",
            call=calls.get,
            certificate="good",
            replies=((GOOD[:-9], Pause(0.02), RESET),),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        Behaviour(
            name="TLS that is cut where the end says how long the body is",
            call=calls.get_bytes,
            certificate="good",
            replies=((head() + b"a part", CLOSE),),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        Behaviour(
            name="TLS with an answer a byte at a time, beyond the deadline",
            call=calls.get,
            certificate="good",
            replies=((Trickle(head() + b" " * 900),),),
            settings={"deadline": 0.4},
            raises=APITimeoutError,
        ),
    ),
)

_EVE: Final = GOOD.replace(b"Ann", b"Eve")

KEPT = Group(
    "Connections that are kept",
    (
        Behaviour(
            name="closed by the server while it was idle",
            call=calls.get_and_get,
            replies=((GOOD, CLOSE), (GOOD,)),
            requests=2,
            smoke=True,
        ),
        Behaviour(
            name="closed by the server while it was idle, before a POST",
            call=calls.get_and_post,
            replies=((GOOD, CLOSE), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="reset by the server while it was idle, before a POST",
            call=calls.get_and_post,
            replies=((GOOD, RESET), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="closed at the moment of the next GET",
            call=calls.get_and_get,
            replies=((GOOD,), (CLOSE,), (GOOD,)),
            requests=3,
        ),
        Behaviour(
            name="reset at the moment of the next GET",
            call=calls.get_and_get,
            replies=((GOOD,), (RESET,), (GOOD,)),
            requests=3,
        ),
        Behaviour(
            name="closed at the moment of the next POST",
            call=calls.get_and_post,
            replies=((GOOD,), (CLOSE,), (GOOD,)),
            raises=APIConnectionError,
            requests=2,
        ),
        Behaviour(
            name="reset at the moment of the next POST",
            call=calls.get_and_post,
            replies=((GOOD,), (RESET,), (GOOD,)),
            raises=APIConnectionError,
            requests=2,
        ),
        Behaviour(
            name="closed with Connection: close",
            call=calls.three_gets,
            replies=((answer(headers={"Connection": "close"}), CLOSE),),
            requests=3,
        ),
        Behaviour(
            name="Connection: close, and left open",
            call=calls.three_gets,
            replies=((answer(headers={"Connection": "close"}),),),
            requests=3,
        ),
        Behaviour(
            name="a second answer right behind the first",
            call=calls.get_and_get,
            replies=((GOOD + _EVE,),),
            requests=2,
        ),
        Behaviour(
            name="a second answer a moment later",
            call=calls.get_and_get,
            replies=((GOOD, Pause(0.01), _EVE),),
            requests=2,
        ),
        Behaviour(
            name="the first half of a second answer",
            call=calls.get_and_get,
            replies=((GOOD + _EVE[:30],), (GOOD,)),
            requests=2,
        ),
        Behaviour(
            name="one byte more than the length says",
            call=calls.get_and_get,
            replies=((GOOD + b"\n",),),
            requests=2,
        ),
    ),
)

GROUPS = (TLS, KEPT)
