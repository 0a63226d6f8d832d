"""What a client knows, and how it makes requests of operations: everything but sending."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from ..argument_checks import (
    check_count,
    check_flag,
    check_seconds,
    check_timeout,
    url_text,
)
from ..auth.security import Additions, Credential, Security, choose
from ..errors import ArgumentError, PaginationError
from ..log import LOGGER
from ..media_type import is_multipart
from ..operation.request_encoder import Layout
from ..request.parameters import header
from ..request.payload import Payload
from ..request.request_options import RequestOptions
from ..response.content import Content
from ..transport.deadline import Clock
from ..transport.exchange import Request
from ..transport.urls import (
    Base,
    Origin,
    UnusableURL,
    check_scheme,
    extended,
    parse_base,
    resolve,
)

if TYPE_CHECKING:
    from httpx2 import URL, Timeout

    from ..json.codec import Codec
    from ..operation.operation import Operation

_NO_OPTIONS: Final = RequestOptions()
_NO_BODY_LENGTH: Final = frozenset(
    {"GET", "HEAD", "OPTIONS", "TRACE", "DELETE", "CONNECT"}
)
# Texts shorter than this occur by chance, so they aren't taken for a credential.
_TELLING: Final = 8


class Core:
    """A client's settings, checked, and the requests that follow from them.

    Args:
        base_url: Where the API is.
        base_path: The path that goes behind a base URL without one.
        codec: What decodes JSON.
        credentials: The security schemes by name.
        security: The alternatives of schemes that operations use unless they say otherwise.
        headers: Sent with every request; None values are left out.
        error: What the body of an error holds, where an operation doesn't say it.
        timeout: Seconds, or a Timeout.
        deadline: Seconds for a whole call, or None.
        max_retries: How often a request may be repeated.
        max_response_bytes: The largest body that is held in memory.
        allow_http: Whether http is accepted for other hosts than this machine.
        operation_servers: Whether the servers of operations are used.
        user_agent: What the client calls itself.
        clock: A monotonic clock.
        wall: The time as unix seconds.
        random: Gives numbers from 0 to 1.
    """

    def __init__(  # noqa: PLR0913 -- each has a meaning of its own
        self,
        *,
        base_url: str | URL,
        base_path: str,
        codec: Codec,
        credentials: Mapping[str, Credential],
        security: Security,
        headers: Mapping[str, str | None],
        error: Content[Any] | None,
        timeout: float | Timeout | None,
        deadline: float | None,
        max_retries: int,
        max_response_bytes: int,
        allow_http: bool,
        operation_servers: bool,
        user_agent: str,
        clock: Clock,
        wall: Callable[[], float],
        random: Callable[[], float],
    ) -> None:
        check_timeout("timeout", timeout)
        check_seconds("deadline", deadline)
        check_count("max_retries", max_retries)
        check_count("max_response_bytes", max_response_bytes, 1)
        check_flag("allow_http", allow_http)
        url = url_text("base_url", base_url)
        self.base: Base = parse_base(url, allow_http, base_path)
        self.codec = codec
        self.error_codec: Codec = codec.silenced()
        self.error = error
        self.timeout = timeout
        self.deadline = deadline
        self.max_retries = max_retries
        self.max_response_bytes = max_response_bytes
        self.allow_http = allow_http
        self.logger = LOGGER
        self.clock = clock
        self.wall = wall
        self.random = random
        self._credentials = dict(credentials)
        self._security = tuple(tuple(names) for names in security)
        self._operation_servers = operation_servers
        own = [(name, value) for name, value in headers.items() if value is not None]
        given = {name.lower() for name, _ in own}
        defaults = [("User-Agent", user_agent), ("Accept-Encoding", "gzip, deflate")]
        self._headers = [
            header(name, value)
            for name, value in (*defaults, *own)
            if (name, value) in own or name.lower() not in given
        ]

    def credentials(self, operation: Operation[Any]) -> tuple[Credential, ...]:
        """What an operation's requests are signed with.

        Raises:
            CredentialsError: Something is missing.
        """
        security = operation.security
        return choose(
            self._security if security is None else security, self._credentials
        )

    def check_credentials(self) -> None:
        """Refuse a client that can't call the operations that have no security of their own."""
        choose(self._security, self._credentials)

    def secrets(self) -> list[str]:
        """The texts that no message may show."""
        return [
            secret
            for credential in self._credentials.values()
            for secret in credential.secrets()
            if len(secret) >= _TELLING
        ]

    def locate(self, operation: Operation[Any], values: Sequence[object]) -> str:
        """The absolute URL of an operation, without its query."""
        base = self._place(operation)
        return f"{base}{operation.layout.path(values)}".partition("?")[0]

    def prepare(  # noqa: PLR0913, PLR0917 -- each has a meaning of its own
        self,
        operation: Operation[Any],
        values: Sequence[object],
        body: object,
        options: RequestOptions | None,
        credentials: Sequence[Credential],
        link: str = "",
    ) -> Request:
        """The request of one call.

        Args:
            operation: What is called.
            values: The values of its parameters, in their order; OMIT leaves one out.
            body: The value of its body, or OMIT.
            options: What the caller says about this call.
            credentials: What the request is signed with.
            link: An absolute URL that stands in for path and query, or "".
        """
        layout = operation.layout
        if len(values) != layout.count:
            raise ArgumentError(f"{operation!r} takes {layout.count} values")
        if operation.dates or operation.lists:
            from ..request.member_checks import (  # noqa: PLC0415 -- most need none
                check_members,
            )

            check_members(operation, values, body)
        options = options or _NO_OPTIONS
        additions = Additions()
        for credential in credentials:
            credential.add(additions)
        origin, target = self._target(operation, values, options, additions, link)
        headers = [
            (b"Host", origin.authority.encode()),
            *self._headers,
            (b"Accept", layout.accept.encode()),
            *additions.headers,
        ]
        if not layout.plain or additions.cookies:
            own = layout.headers(values)
            cookies = "; ".join([*layout.cookies(values), *additions.cookies])
            if cookies:
                own.append(header("Cookie", cookies))
            headers = _merged(headers, own) if own else headers
        given = [header(name, value) for name, value in options.headers.items()]
        content = self._body(operation, body, headers, given)
        if given:
            headers = _merged(headers, given)
        secrets = tuple(additions.query)
        return Request(operation.method, origin, target, headers, content, secrets)

    def _place(self, operation: Operation[Any]) -> Base:
        if not operation.servers or not self._operation_servers:
            return self.base
        server = operation.servers[0]
        if "://" in server:
            return parse_base(server, self.allow_http)
        origin, path = resolve(f"{self.base}/", server)
        return Base(origin, path.rstrip("/"))

    def _target(
        self,
        operation: Operation[Any],
        values: Sequence[object],
        options: RequestOptions,
        additions: Additions,
        link: str,
    ) -> tuple[Origin, str]:
        layout: Layout = operation.layout
        if link:
            origin, target = self.link(link)
            members: list[str] = []
        else:
            base = self._place(operation)
            origin, target = base.origin, base.path + (layout.path(values) or "/")
            if layout.plain and not options.query:
                members = []
            else:
                members = layout.query(values, options.query)
        if members:
            target += ("&" if "?" in target else "?") + "&".join(members)
        return origin, extended(target, additions.query)

    def check_link(self, operation: Operation[Any], url: str) -> None:
        """Refuse a link that leads away from where the operation is.

        Raises:
            PaginationError: It does.
        """
        origin, _ = self.link(url)
        if origin != self._place(operation).origin:
            raise PaginationError(f"the link leads to another origin, {origin}")

    def link(self, url: str) -> tuple[Origin, str]:
        """Where an absolute or relative URL leads, if requests may go there."""
        try:
            origin, target = resolve(f"{self.base}/", url)
        except UnusableURL as error:
            raise ArgumentError(f"the URL {error}") from None
        check_scheme(origin, self.allow_http)
        return origin, target

    @staticmethod
    def _body(
        operation: Operation[Any],
        body: object,
        headers: list[tuple[bytes, bytes]],
        given: list[tuple[bytes, bytes]],
    ) -> bytes | Payload:
        if operation.body is None or operation.body.is_left_out(body):
            if operation.method not in _NO_BODY_LENGTH:
                headers.append((b"Content-Length", b"0"))
            return b""
        wanted = _content_type(given)
        content_type, content = operation.body.chosen(body, wanted).encode(body)
        headers.append(header("Content-Type", content_type))
        if is_multipart(content_type) and is_multipart(wanted):
            # The caller can't know the boundary.
            given[:] = [pair for pair in given if pair[0].lower() != b"content-type"]
        length = len(content) if isinstance(content, bytes) else content.length
        if length is None:
            headers.append((b"Transfer-Encoding", b"chunked"))
        else:
            headers.append((b"Content-Length", str(length).encode()))
        return content


def _merged(
    headers: list[tuple[bytes, bytes]], winning: list[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    names = {name.lower() for name, _ in winning}
    return [pair for pair in headers if pair[0].lower() not in names] + winning


def _content_type(headers: list[tuple[bytes, bytes]]) -> str:
    for name, value in headers:
        if name.lower() == b"content-type":
            return value.decode()
    return ""
