"""Options of one call, beside its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypedDict, final

import msgspec

from ..argument_checks import (
    check_count,
    check_flag,
    check_headers,
    check_key,
    check_mapping,
    check_seconds,
    check_timeout,
)


@final
class Omit:
    """The type of `OMIT`: an argument that isn't sent, as opposed to None, which is null."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "OMIT"

    def __reduce__(self) -> str:
        return "OMIT"


OMIT: Final = Omit()


class Timeout(msgspec.Struct, frozen=True):
    """Seconds for each kind of wait; None for no limit. That of httpx2 is taken in its place, too.

    Args:
        connect: For a connection, the look-up of the host's name and TLS included.
        read: For the next piece of an answer.
        write: For sending the next piece of a request.
        pool: For one of the client's connections to become free; 0 is not to wait for one.

    Raises:
        ArgumentError: One of them isn't a number of seconds.
    """

    connect: float | None = 60.0
    read: float | None = 60.0
    write: float | None = 60.0
    pool: float | None = 60.0

    def __post_init__(self) -> None:
        check_timeout("timeout", self)


class RequestOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How one call differs from the client's settings.

    Args:
        headers: Sent with the request; they win over the client's and the operation's.
        query: Added to the query; a name given here replaces the operation's parameter.
        body: Members of the body beside the method's arguments, where it is an object in JSON, a
            form or a multipart form; a name given here replaces the argument's, None is null.
        timeout: As the client's `timeout`; None leaves the client's.
        deadline: Seconds in which the whole call ends, retries and waits included.
        max_retries: How often the request may be repeated; None leaves the client's.
        idempotency_key: A key by which the server knows the request again, the same in every
            attempt, so that it is repeated as a GET is; True makes a new one for each call, False
            sends none where the method would. It is sent as the header that the API declares for
            it, or as `Idempotency-Key`.
        reconnect: Whether a stream of server-sent events that ends or breaks off is requested again
            with Last-Event-ID, until the server answers 204 (No Content).
    """

    headers: Mapping[str, str] = {}
    query: Mapping[str, object] = {}
    body: Mapping[str, object] = {}
    timeout: float | Timeout | None = None
    deadline: float | None = None
    max_retries: int | None = None
    idempotency_key: str | bool | None = None
    reconnect: bool = False

    def __post_init__(self) -> None:
        check_headers("headers", self.headers)
        check_mapping("query", self.query)
        check_mapping("body", self.body)
        check_timeout("timeout", self.timeout)
        check_seconds("deadline", self.deadline)
        if self.max_retries is not None:
            check_count("max_retries", self.max_retries)
        if self.idempotency_key is not None:
            check_key("idempotency_key", self.idempotency_key)
        check_flag("reconnect", self.reconnect)

    def __repr__(self) -> str:
        # Values may be credentials.
        return (
            f"RequestOptions(headers={sorted(self.headers)!r}, "
            f"query={sorted(self.query)!r}, body={sorted(self.body)!r}, "
            f"timeout={self.timeout!r}, deadline={self.deadline!r}, "
            f"max_retries={self.max_retries!r}, "
            f"idempotency_key={self.idempotency_key!r}, reconnect={self.reconnect!r})"
        )

    @staticmethod
    def adding(
        options: RequestOptions | None, query: Mapping[str, object]
    ) -> RequestOptions:
        """Options that send these query parameters too, and are otherwise the same."""
        if options is None:
            return RequestOptions(query=query)
        return msgspec.structs.replace(options, query={**options.query, **query})

    @staticmethod
    def over(
        options: RequestOptions | None,
        query: Mapping[str, object],
        headers: Mapping[str, str],
    ) -> RequestOptions | None:
        """Options that send what they don't say themselves of a query and of headers."""
        check_mapping("query", query)
        check_headers("headers", headers)
        if not (query or headers):
            return options
        options = options or RequestOptions()
        own = {name.lower() for name in options.headers}
        more = {key: value for key, value in headers.items() if key.lower() not in own}
        return msgspec.structs.replace(
            options,
            headers={**more, **options.headers},
            query={**query, **options.query},
        )


class RequestArguments(TypedDict, total=False):
    """What can be said of a request beside method and path; see `request`."""

    path_values: Mapping[str, object]
    query: Mapping[str, object]
    headers: Mapping[str, str]
    body: object
    options: RequestOptions | None
