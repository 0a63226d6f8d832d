"""Makes requests of operations and values: URL, headers and body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from ..argument_checks import url_text
from ..auth.alternatives import choose
from ..auth.security import Additions, Credential
from ..errors import ArgumentError, PaginationError
from ..media_type import is_multipart
from ..operation.operation import Operation, Security, check_members, merge_body
from ..process import LOGGER
from ..request.client_option import HeaderPairs, merged, product, request_headers
from ..request.parameters import header
from ..request.payload import Payload
from ..request.request_options import RequestOptions
from ..transport.exchange import HARMLESS, Request
from ..transport.urls import (
    Base,
    Origin,
    UnusableURL,
    check_scheme,
    extended,
    parse_base,
    resolve,
)
from .client_settings import ClientOptions, ClientSettings

_NO_OPTIONS: Final = RequestOptions()
_NO_BODY_LENGTH: Final = frozenset(
    {"GET", "HEAD", "OPTIONS", "TRACE", "DELETE", "CONNECT"}
)
# A program may call ever new endpoints that the package doesn't know.
_MOST_OPERATIONS: Final = 1000


class Common(NamedTuple):
    """What all requests of an operation have in common.

    Args:
        credentials: What they are signed with.
        refreshable: Those of them that may change while the client is used.
        fetching: Those that may need a request of their own sent first.
        additions: What the credentials add; None where that may change.
        base: Where they go.
        headers: Host, the headers of the client, Accept, and those of the additions.
        is_whole: Whether nothing depends on the values of a call but path and query.
        is_plain: Whether nothing does but the path, and the values are sent as they are.
    """

    credentials: tuple[Credential, ...]
    refreshable: tuple[Credential, ...]
    fetching: tuple[Credential, ...]
    additions: Additions | None
    base: Base
    headers: HeaderPairs
    is_whole: bool
    is_plain: bool


class RequestBuilder:
    """Makes the requests of one client.

    Args:
        settings: The client's settings.
        options: What the client was made with.

    Raises:
        ArgumentError: An option can't be used.
        CredentialsError: There is no credential, and `credentials_required` is set.
    """

    def __init__(self, settings: ClientSettings, options: ClientOptions) -> None:
        self._settings: ClientSettings = settings
        url = url_text("base_url", options["base_url"])
        path = options.get("base_path", "")
        self.base: Base = parse_base(url, settings.allow_http, path)
        self._url: str = str(self.base)
        self._operation_servers: bool = options.get("operation_servers", True)
        self._security: Security = options.get("security", ())
        # What `common` has made.
        self.prepared: dict[Operation[Any], Common] = {}
        own = request_headers(options.get("headers"))
        self._own: frozenset[bytes] = frozenset(name.lower() for name, _ in own)
        suffix = product(options.get("user_agent_suffix"), self._own)
        user_agent = f"{options.get('user_agent', LOGGER.name)}{suffix}"
        declared = options.get("declared_headers", {}).items()
        usual = [
            header("User-Agent", user_agent),
            header("Accept-Encoding", "gzip, deflate"),
        ]
        given = [header(name, value) for name, value in declared if value is not None]
        self._headers: HeaderPairs = HeaderPairs(merged(merged(usual, given), own))
        if options.get("credentials_required", True):
            choose(self._security, settings.credentials)

    def common(self, operation: Operation[Any]) -> Common:
        """What an operation's requests have in common, for all its calls.

        Raises:
            CredentialsError: A credential is missing.
        """
        security = self._security if operation.security is None else operation.security
        chosen = choose(security, self._settings.credentials)
        refreshable = tuple(one for one in chosen if one.refreshable or one.providers)
        additions = None if refreshable else _additions(chosen)
        origin = (base := self._base_of(operation)).origin
        encoder = operation.encoder
        is_whole = (
            not encoder.in_headers
            and operation.body is None
            and operation.method in _NO_BODY_LENGTH
            and additions is not None
            and not (additions.query or additions.cookies)
        )
        is_changed = operation.convert or operation.dates or operation.lists
        made = Common(
            chosen,
            refreshable,
            tuple(one for one in chosen if one.fetches or one.providers),
            additions,
            base,
            self._headers_to(origin, operation, chosen, additions),
            is_whole,
            is_whole and not (is_changed or encoder.in_query),
        )
        if len(self.prepared) >= _MOST_OPERATIONS:
            self.prepared.clear()
        self.prepared[operation] = made
        return made

    @property
    def any_security(self) -> Security:
        """The alternatives for what no description says: the client's, else each scheme alone."""
        if any(self._security):
            return self._security
        return (*((name,) for name in self._settings.credentials), ())

    def _headers_to(
        self,
        origin: Origin,
        operation: Operation[Any],
        credentials: Sequence[Credential],
        additions: Additions | None,
    ) -> HeaderPairs:
        """Host, the client's headers without those that a credential or the body brings, Accept,
        and the credentials' own.
        """
        left_out = {one.header_name.lower().encode() for one in credentials}
        if operation.body is not None:
            left_out.add(b"content-type")
        if origin != self._base_of(operation).origin:
            # The link to a token may lead to another server.
            left_out |= self._own - HARMLESS
        kept = [pair for pair in self._headers if pair[0].lower() not in left_out]
        accept = () if b"accept" in self._own else (operation.encoder.accept,)
        brought = additions.headers if additions else ()
        host = b"Host", origin.authority.encode()
        return HeaderPairs((host, *kept, *accept, *brought))

    def locate(self, operation: Operation[Any], values: Sequence[object]) -> str:
        """The absolute URL of an operation, without its query."""
        base = self._base_of(operation)
        url = self._url if base is self.base else str(base)
        return f"{url}{operation.encoder.path(values)}".partition("?")[0]

    def build(  # noqa: PLR0912, PLR0913, PLR0917 -- each has a meaning of its own
        self,
        operation: Operation[Any],
        values: Sequence[object],
        body: object,
        options: RequestOptions | None,
        common: Common,
        link: str = "",
    ) -> Request:
        """The request of one call.

        Args:
            operation: What is called.
            values: The values of its parameters, in their order; OMIT leaves one out.
            body: The value of its body, or OMIT.
            options: What the caller says about this call.
            common: What the operation's requests have in common.
            link: An absolute URL that stands in for path and query, or "".
        """
        encoder = operation.encoder
        if len(values) != encoder.count:
            raise ArgumentError(f"{operation!r} takes {encoder.count} values")
        if common.is_plain and options is None and not link:
            target = common.base.path + (encoder.path(values) or "/")
            return Request(operation.method, common.base.origin, target, common.headers)
        if operation.dates or operation.lists:
            check_members(operation, values, body)
        options = options or _NO_OPTIONS
        if options.body:
            body = merge_body(operation, body, options)
        if operation.convert is not None:
            values, body = operation.convert(operation, values, body)
        base, headers, additions = common.base, common.headers, common.additions
        origin = base.origin
        if link:
            origin, target = self.link(link)
            headers = (
                headers
                if origin == base.origin
                else self._headers_to(origin, operation, common.credentials, additions)
            )
        else:
            target = base.path + (encoder.path(values) or "/")
            if (options.query or encoder.in_query) and (
                members := encoder.query(values, options.query)
            ):
                target += ("&" if "?" in target else "?") + "&".join(members)
        if common.is_whole and not options.headers:
            return Request(operation.method, origin, target, headers)
        changing = [*headers]
        if additions is None:
            additions = _additions(common.credentials)
            changing += additions.headers
        if encoder.in_headers or additions.cookies:
            own = encoder.headers(values)
            if cookies := "; ".join([*encoder.cookies(values), *additions.cookies]):
                also = [value for name, value in changing if name.lower() == b"cookie"]
                own.append((b"Cookie", b"; ".join([cookies.encode(), *also])))
            changing = merged(changing, own)
        given = [header(name, value) for name, value in options.headers.items()]
        content: bytes | Payload = b""
        if operation.body is not None or operation.method not in _NO_BODY_LENGTH:
            content = _body(operation, body, changing, given)
        changing, secrets = merged(changing, given), tuple(additions.query)
        target = extended(target, secrets)
        return Request(operation.method, origin, target, changing, content, secrets)

    def check_link(self, operation: Operation[Any], url: str) -> None:
        """Refuse a link that leads away from where the operation is.

        Raises:
            PaginationError: It does.
        """
        origin, _ = self.link(url)
        if origin != self._base_of(operation).origin:
            raise PaginationError(f"the link leads to another origin, {origin}")

    def link(self, url: str) -> tuple[Origin, str]:
        """Where an absolute or relative URL leads, if requests may go there."""
        try:
            origin, target = resolve(f"{self._url}/", url)
        except UnusableURL as error:
            raise ArgumentError(f"the URL {error}") from None
        check_scheme(origin, self._settings.allow_http)
        return origin, target

    def _base_of(self, operation: Operation[Any]) -> Base:
        if operation.at_origin:
            return Base(self.base.origin, "")
        if not operation.servers or not self._operation_servers:
            return self.base
        server = operation.servers[0]
        if "://" in server:
            return parse_base(server, self._settings.allow_http)
        origin, path = resolve(f"{self._url}/", server)
        return Base(origin, path.rstrip("/"))


def _additions(credentials: Sequence[Credential]) -> Additions:
    additions = Additions()
    for credential in credentials:
        credential.add(additions)
    return additions


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
    content_type, content = operation.body.select(body, wanted).encode(body)
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


def _content_type(headers: list[tuple[bytes, bytes]]) -> str:
    found = (value for name, value in headers if name.lower() == b"content-type")
    return next(found, b"").decode()
