"""Credentials that can't be used or had, clocks that jump, and programs that end."""

from __future__ import annotations

from typing import Any, Final

from sdk_runtime.errors import (
    APIConnectionError,
    APIResponseError,
    APITimeoutError,
    ArgumentError,
    ClientClosedError,
    CredentialsError,
    ServerError,
    UnauthorizedError,
)

from faults import odd_clients
from faults.behaviour import Behaviour, Group
from faults.script import CLOSE, GOOD, HANG, RESET, Script, answer, head

ONCE: Final = {"max_retries": 0}
GRANT: Final[Script] = (answer(body=odd_clients.grant()),)


def _fetched(name: str, *replies: Script, **more: Any) -> Behaviour:
    """What a token endpoint answers."""
    given = {"call": odd_clients.with_oauth, "requests": len(replies), "probe": False}
    return Behaviour(name=name, replies=replies, **{**given, **more})


_401: Final[Script] = (answer(401, b"{}"),)
_CUT: Final = head(200, {"Content-Length": "300"}) + odd_clients.grant()
_BROKEN: Final = odd_clients.grant(access_token=odd_clients.TOKEN + "\n.")

UNSENDABLE = Group(
    "Something of the caller's can't be sent",
    tuple(
        Behaviour(name=name, call=call, raises=raises, requests=0, probe=False)
        for name, call, raises in (
            (
                "a token with a line break",
                odd_clients.token_with_line_break,
                CredentialsError,
            ),
            ("a token beyond ASCII", odd_clients.token_beyond_ascii, CredentialsError),
            ("a token of bytes", odd_clients.token_of_bytes, ArgumentError),
            (
                "a function's token, with a line break",
                odd_clients.function_with_line_break,
                CredentialsError,
            ),
            (
                "a function's token, of bytes",
                odd_clients.function_of_bytes,
                ArgumentError,
            ),
            (
                "a function's token, None",
                odd_clients.function_of_nothing,
                ArgumentError,
            ),
            (
                "a function for a token raises",
                odd_clients.function_that_fails,
                APIConnectionError,
            ),
            (
                "a header with a line break",
                odd_clients.header_with_line_break,
                ArgumentError,
            ),
            ("a body that is no JSON", odd_clients.unsendable_body, ArgumentError),
            (
                "an odd option beside a token",
                odd_clients.client_that_is_odd,
                ArgumentError,
            ),
            ("an odd option of a copy", odd_clients.copy_that_is_odd, ArgumentError),
            (
                "a copy's token, with a line break",
                odd_clients.copy_with_line_break,
                CredentialsError,
            ),
            ("a copy's connections", odd_clients.copy_of_connections, ArgumentError),
            (
                "a copy of a closed client",
                odd_clients.copy_of_closed_client,
                ClientClosedError,
            ),
            (
                "a URL for tokens that can't be used",
                odd_clients.unusable_token_url,
                ArgumentError,
            ),
            ("an empty id", odd_clients.unsendable_id, ArgumentError),
        )
    ),
)

TOKENS = Group(
    "A token has to be fetched first",
    (
        _fetched("a token, and the answer", GRANT, (GOOD,)),
        _fetched("401 once: another token is fetched", GRANT, _401, GRANT, (GOOD,)),
        _fetched(
            "401 with each token", GRANT, _401, GRANT, _401, raises=UnauthorizedError
        ),
        _fetched(
            "the token endpoint fails",
            (answer(500, b"{}"),),
            settings=ONCE,
            raises=ServerError,
        ),
        _fetched(
            "the token endpoint refuses both forms",
            _401,
            _401,
            raises=UnauthorizedError,
        ),
        _fetched(
            "the token endpoint resets",
            (RESET,),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        _fetched(
            "the token endpoint stalls",
            (HANG,),
            settings={"deadline": 0.2},
            raises=APITimeoutError,
        ),
        _fetched(
            "the token endpoint's answer is cut",
            (_CUT, CLOSE),
            settings=ONCE,
            raises=APIConnectionError,
        ),
        _fetched(
            "a call is reset after its token was fetched", GRANT, (RESET,), (GOOD,)
        ),
        *(
            _fetched(
                f"the token endpoint answers {what}",
                (answer(body=body),),
                raises=raises,
            )
            for what, body, raises in (
                ("in HTML", b"<html>", APIResponseError),
                ("without a token", b'{"token_type":"bearer"}', APIResponseError),
                (
                    "with a token of another kind",
                    odd_clients.grant(token_type="mac"),
                    APIResponseError,
                ),
                ("with a token that holds a line break", _BROKEN, CredentialsError),
                ("with a list", b"[]", APIResponseError),
            )
        ),
    ),
)

CLOCKS = Group(
    "A clock jumps, or a program ends",
    (
        Behaviour(
            name="the machine sleeps between two attempts, beyond the deadline",
            call=odd_clients.suspended_while_waiting,
            replies=((answer(503, b"", {"Retry-After": "1"}),), (GOOD,)),
            raises=APITimeoutError,
            probe=False,
        ),
        Behaviour(
            name="the clock stands still, and the answer comes",
            call=odd_clients.standing_clock,
        ),
        Behaviour(
            name="the clock stands still, and nothing comes",
            call=odd_clients.standing_clock,
            replies=((HANG,),),
            settings={"timeout": 0.3, "max_retries": 0},
            raises=APITimeoutError,
        ),
        Behaviour(
            name="the machine sleeps beyond the life of a token",
            call=odd_clients.suspended_beyond_a_token,
            replies=(GRANT, (GOOD,), GRANT, (GOOD,)),
            requests=4,
            probe=False,
        ),
        Behaviour(
            name="the time of day jumps back between two attempts",
            call=odd_clients.wall_clock_back,
            replies=((answer(503, b""),), (answer(503, b""),), (GOOD,)),
            requests=3,
        ),
        Behaviour(
            name="a program ends during a call",
            call=odd_clients.ended_while_calling,
            replies=((HANG,),),
            gives=(0, ""),
            within=20.0,
        ),
        Behaviour(
            name="a program ends with an unread download",
            call=odd_clients.ended_while_reading,
            replies=((head(200, {"Content-Length": "900"}), HANG),),
            gives=(0, ""),
            within=20.0,
        ),
    ),
)

GROUPS = (UNSENDABLE, TOKENS, CLOCKS)
