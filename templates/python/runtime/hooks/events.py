"""What hooks are called with: requests, responses and retries, without the credentials in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

from msgspec import Struct

from ..argument_checks import check_callback, check_type
from ..response.response import Headers, RateLimit, rate_limit_of
from ..sent_request import SentRequest
from .telemetry import Telemetry


class RequestEvent(Struct, frozen=True, kw_only=True):
    """A request that is about to be sent.

    Args:
        operation: What is called: the method, and the path with its parameters' names in braces,
            as in `GET /notes/{id}`.
        request: The request without its body; `[secret]` stands for credentials, and for what may
            be some.
        attempt: Which request of the call it is, from 1; retries and redirects count.
    """

    operation: str
    request: SentRequest
    attempt: int


class ResponseEvent(RequestEvent, frozen=True, kw_only=True):
    """The status and the headers of a response; its body is still to be read.

    Args:
        operation: What is called, as in `RequestEvent`.
        request: What it answers, as in `RequestEvent`.
        attempt: Which request of the call it answers.
        status: The HTTP status.
        headers: The headers; `[secret]` stands for cookies and tokens.
        elapsed: Seconds since the request was sent, a wait for its turn by `rate_limit=` included.
        request_id: The server's name for the request, where it gave one.
        received_at: When it came, as unix seconds.
    """

    status: int
    headers: Headers
    elapsed: float
    request_id: str | None = None
    received_at: float = 0.0

    @property
    def rate_limit(self) -> RateLimit | None:
        """How many requests the server still takes, where the headers say so."""
        return rate_limit_of(self.headers, self.received_at)


class RetryEvent(RequestEvent, frozen=True, kw_only=True):
    """A request that is repeated, before the wait.

    Args:
        operation: What is called, as in `RequestEvent`.
        request: The request that failed, as in `RequestEvent`.
        attempt: Which request of the call it was.
        retry: Which retry of the call begins, from 1; redirects don't count.
        delay: Seconds before the request is sent again.
        status: The status of the response that is the reason, or None where none came.
        error: The name of the class that the call would raise: `RateLimitError`.
        reason: What happened, in words.
    """

    retry: int
    delay: float
    status: int | None
    error: str
    reason: str


class HookOptions(TypedDict, total=False):
    """The options of both kinds of clients about hooks; see `Hooks`."""

    on_request: Callable[[RequestEvent], object] | None
    on_response: Callable[[ResponseEvent], object] | None
    on_retry: Callable[[RetryEvent], object] | None
    telemetry: Telemetry | None


class Hooks(Struct, frozen=True, eq=False):
    """What a client reports its requests to. What a function raises, the call raises.

    Args:
        on_request: Called before each request is sent.
        on_response: Called with the head of each response.
        on_retry: Called before each wait for another attempt.
        telemetry: Makes a span of each request, and measures it.

    Raises:
        ArgumentError: One can't be called, or would have to be awaited.
    """

    on_request: Callable[[RequestEvent], object] | None = None
    on_response: Callable[[ResponseEvent], object] | None = None
    on_retry: Callable[[RetryEvent], object] | None = None
    telemetry: Telemetry | None = None

    def __post_init__(self) -> None:
        for name in ("on_request", "on_response", "on_retry"):
            check_callback(name, getattr(self, name))
        check_type("telemetry", self.telemetry, Telemetry)


def read_hooks(options: HookOptions) -> Hooks | None:
    """The hooks among a client's options, None where there is none.

    Raises:
        ArgumentError: One can't be called, or would have to be awaited.
    """
    given = (
        options.get("on_request"),
        options.get("on_response"),
        options.get("on_retry"),
        options.get("telemetry"),
    )
    return None if all(one is None for one in given) else Hooks(*given)
