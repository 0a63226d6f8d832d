"""The options of a client's constructor, and the settings that they come to."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, Final, Required

from ..argument_checks import (
    check_callback,
    check_count,
    check_flag,
    check_rate,
    check_seconds,
    check_timeout,
)
from ..auth.security import Credential
from ..hooks.events import HookOptions, Hooks, read_hooks
from ..json.codec import Codec
from ..json.drift import Drift
from ..json.extra import KeepingCodec
from ..operation.operation import Security
from ..process import LOGGER
from ..request.request_options import Timeout
from ..response.content import Content
from ..response.retry import random_fraction
from ..transport.deadline import Clock
from ..transport.pool import ConnectionOptions

if TYPE_CHECKING:
    from ..limits.rate_limiter import Rate, RateLimiter

_MAX_RESPONSE_BYTES: Final = 64 * 1024 * 1024
# Shorter texts occur by chance, so they aren't taken for a credential.
_MIN_SECRET_LENGTH: Final = 8
_OF_CODEC: Final = frozenset({"strict", "on_drift", "keep_extra"})


class ClientOptions(ConnectionOptions, HookOptions, total=False):
    """The options of both kinds of clients.

    Attributes:
        base_url: Where the API is.
        base_path: The path that goes behind a base URL without one.
        credentials: The security schemes by name.
        security: The alternatives of schemes that operations use unless they say otherwise.
        credentials_required: Whether a client without credentials is refused when it is made,
            rather than when it calls something that needs one.
        declared_headers: Sent with every request, since the API's description makes them options
            of the client; None values are left out.
        headers: Sent with every request; they win over `declared_headers`.
        error: What the body of an error holds, where an operation doesn't say it.
        timeout: Seconds for each attempt as a whole, or for each wait where a body is streamed; a
            Timeout sets each kind of wait by itself.
        deadline: Seconds for a whole call, with its retries and waits; None for no limit.
        max_retries: How often a request may be repeated.
        rate_limit: "auto" for what the server allows, or calls a second; None for no limit.
        max_response_bytes: The largest body that is held in memory, decompressed.
        strict: Raise `DriftError` when an answer departs from its description.
        on_drift: Called with each departure.
        keep_extra: Whether models keep what their classes don't declare, for `extra`.
        allow_http: Whether http is accepted for other hosts than this machine.
        operation_servers: Whether operations with servers of their own use them.
        user_agent: What the client calls itself.
        user_agent_suffix: What is put behind that.
        codec: Decodes answers in the place of the one that other options say.
        limiter: Holds requests back in the place of the one that `rate_limit` says.
        clock: A monotonic clock, for tests.
        wall: The time as unix seconds, for tests.
        random: Gives numbers from 0 to 1, for tests.
    """

    base_url: Required[str]
    base_path: str
    credentials: Mapping[str, Credential]
    security: Security
    credentials_required: bool
    declared_headers: Mapping[str, str | None]
    headers: Mapping[str, str] | None
    error: Content[Any] | None
    timeout: float | Timeout | None
    deadline: float | None
    max_retries: int
    rate_limit: Rate | None
    max_response_bytes: int
    strict: bool
    on_drift: Callable[[Drift], object] | None
    keep_extra: bool
    allow_http: bool
    operation_servers: bool
    user_agent: str
    user_agent_suffix: str | None
    codec: Codec
    limiter: RateLimiter
    clock: Clock
    wall: Callable[[], float]
    random: Callable[[], float]


class ClientSettings:
    """The settings that all calls of a client share.

    Args:
        options: See `ClientOptions`; the attributes have the same names.

    Raises:
        ArgumentError: An option isn't of its type.
    """

    __slots__ = (
        "allow_http",
        "base_url",
        "clock",
        "codec",
        "credentials",
        "deadline",
        "error",
        "error_codec",
        "hooks",
        "limiter",
        "max_response_bytes",
        "max_retries",
        "random",
        "timeout",
        "wall",
    )

    def __init__(self, options: ClientOptions) -> None:
        strict, on_drift = options.get("strict", False), options.get("on_drift")
        check_flag("strict", strict)
        check_callback("on_drift", on_drift)
        keep_extra = options.get("keep_extra", False)
        check_flag("keep_extra", keep_extra)
        kind = KeepingCodec if keep_extra else Codec
        self.codec: Codec = options.get("codec") or kind(strict, on_drift, LOGGER)
        self.hooks: Hooks | None = read_hooks(options)
        self.base_url: str = options["base_url"]
        self.error_codec: Codec = self.codec.silenced()
        self.error: Content[Any] | None = options.get("error")
        self.credentials: dict[str, Credential] = dict(options.get("credentials", {}))
        self.timeout: float | Timeout | None = options.get("timeout", 60.0)
        self.deadline: float | None = options.get("deadline")
        self.max_retries: int = options.get("max_retries", 2)
        self.max_response_bytes: int = options.get(
            "max_response_bytes", _MAX_RESPONSE_BYTES
        )
        self.allow_http: bool = options.get("allow_http", False)
        self.clock: Clock = options.get("clock", time.monotonic)
        self.wall: Callable[[], float] = options.get("wall", time.time)
        self.random: Callable[[], float] = options.get("random", random_fraction)
        check_timeout("timeout", self.timeout)
        check_seconds("deadline", self.deadline)
        check_count("max_retries", self.max_retries)
        check_count("max_response_bytes", self.max_response_bytes, 1)
        check_flag("allow_http", self.allow_http)
        rate = options.get("rate_limit")
        check_rate("rate_limit", rate)
        self.limiter: RateLimiter | None = options.get("limiter")
        if rate is not None and self.limiter is None:
            from ..limits.rate_limiter import (  # noqa: PLC0415 -- few clients have one
                RateLimiter,
            )

            self.limiter = RateLimiter(rate, self.clock, self.wall)

    def inherited(
        self, options: ClientOptions, changed: Collection[str]
    ) -> ClientOptions:
        """The options of a client's copy, with what stays the same as it is in this client.

        Args:
            options: What the copy is made with.
            changed: The names of the client's arguments that are other ones in the copy.
        """
        # Tokens and challenges are one server's.
        moved = options["base_url"] != self.base_url
        credentials = {
            name: (
                made
                if (moved and made.refreshable)
                or not made.arguments.isdisjoint(changed)
                else self.credentials[name]
            )
            for name, made in options.get("credentials", {}).items()
        }
        inherited: ClientOptions = {**options, "credentials": credentials}
        if _OF_CODEC.isdisjoint(changed):
            # Each departure is logged once, over whichever copy it comes.
            inherited["codec"] = self.codec
        if self.limiter is not None and (
            options.get("rate_limit") == self.limiter.setting
            and credentials == self.credentials
        ):
            # A server counts the requests of one credential together.
            inherited["limiter"] = self.limiter
        elif self.limiter is not None and options.get("rate_limit") is None:
            inherited["limiter"] = self.limiter.lifted()
        return inherited

    def secrets(self) -> list[str]:
        """The texts that no message may show."""
        return [
            secret
            for credential in self.credentials.values()
            for secret in credential.secrets()
            if len(secret) >= _MIN_SECRET_LENGTH
        ]
