"""Calls of endpoints that the package has no method for.

note = request(client, "GET", "/notes/{id}", path_values={"id": "1"}, type=Note)

for note in paginate(client, "GET", "/notes", items="data", next="pages.next", type=Note):
    print(note)
"""

# The overloads go from the narrow to the wide; a client is of one kind.
# mypy: disable-error-code="overload-overlap"
# ruff: noqa: ANN401, PLR0913, PLR0917 -- answers are of any type; each argument has a meaning of its own

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import (
    Any,
    Final,
    TypeVar,
    Unpack,
    get_args,
    get_origin,
    overload,
)

from ..argument_checks import (
    check_mapping,
    check_text,
    check_type,
    is_asynchronous,
    kind_of,
)
from ..errors import ArgumentError
from ..operation.operation import Operation
from ..paging.any_list import PageOf, PagingArguments, PagingSettings, paging_of
from ..paging.pager import AsyncPager, PagedOperation, Pager
from ..paging.settings import Numbered
from ..request.any_body import AnyBody
from ..request.parameters import PathParameter, QueryParameter
from ..request.request_options import OMIT, RequestArguments, RequestOptions
from ..response.any_content import content_of
from ..response.response import Response
from ..transport.urls import path_within
from .async_download import AsyncDownload
from .client import AsyncClient, SyncClient
from .download import Download

T = TypeVar("T")

_METHOD: Final = re.compile(r"[A-Z]+(-[A-Z]+)*").fullmatch
_SLOT: Final = re.compile(r"\{([^{}]*)\}")
_EMPTY: Final[Mapping[str, Any]] = {}


@overload
def request(
    client: SyncClient,
    method: str,
    path: str,
    *,
    type: type[T],
    **arguments: Unpack[RequestArguments],
) -> T: ...
@overload
def request(
    client: AsyncClient,
    method: str,
    path: str,
    *,
    type: type[T],
    **arguments: Unpack[RequestArguments],
) -> Awaitable[T]: ...
@overload
def request(
    client: SyncClient,
    method: str,
    path: str,
    *,
    type: object = ...,
    **arguments: Unpack[RequestArguments],
) -> Any: ...
@overload
def request(
    client: AsyncClient,
    method: str,
    path: str,
    *,
    type: object = ...,
    **arguments: Unpack[RequestArguments],
) -> Awaitable[Any]: ...
def request(
    client: SyncClient | AsyncClient,
    method: str,
    path: str,
    *,
    path_values: Mapping[str, object] = _EMPTY,
    query: Mapping[str, object] = _EMPTY,
    headers: Mapping[str, str] = _EMPTY,
    body: object = OMIT,
    type: object = Any,
    options: RequestOptions | None = None,
) -> Any:
    """Call an endpoint that the package has no method for, as its methods call theirs.

    Args:
        client: The client whose credentials, retries, deadline, errors and drift apply.
        method: The HTTP method.
        path: The path below the base URL, with names of values in braces, or an absolute URL on the
            same origin.
        path_values: The values by those names; each is percent-encoded and stays in its segment.
        query: The query, beside what the path has of it.
        headers: Sent with the request; they win over the client's.
        body: Anything that JSON has, models included. Bytes, a path, an open file or a stream is
            sent as it is, a mapping with one in it as parts; a Content-Type in the headers asks for
            a form, parts or text instead.
        type: What the answer holds: any type that JSON can be read as, bytes for the body as it is,
            None for nothing; `Response[...]` gives the whole answer, `Download` or `AsyncDownload`
            the body as it comes. Without it, parsed JSON, text or bytes, as the answer says; None
            where it is empty.
        options: How this call differs from the client's settings.

    Returns:
        The answer as this type, to be awaited where the client is asynchronous.

    Raises:
        ArgumentError: A URL leads to another origin, or something else can't be sent.
        APIError: What the methods of the client raise.
    """
    session = session_of(client)
    call: Callable[..., Any] = session.send
    if type is Response or get_origin(type) is Response:
        call, type = session.respond, next(iter(get_args(type)), Any)
    elif type is Download or type is AsyncDownload:
        kind = AsyncDownload if is_asynchronous(session.stream) else Download
        if type is not kind:
            raise ArgumentError(
                f"must be {kind.__name__} with this client", member="type"
            )
        call, type = partial(session.stream, kind), bytes
    keywords, values = _address(session, method, path, path_values, body, options)
    responses = {"default": content_of(type)}
    operation: Operation[Any] = Operation(**keywords, responses=responses)
    options = RequestOptions.over(options, query, headers)
    return call(operation, values, body, options=options)


@overload
def paginate(
    client: SyncClient,
    method: str,
    path: str,
    *,
    items: str | Sequence[str],
    type: type[T],
    **arguments: Unpack[PagingArguments],
) -> Pager[T, Any]: ...
@overload
def paginate(
    client: AsyncClient,
    method: str,
    path: str,
    *,
    items: str | Sequence[str],
    type: type[T],
    **arguments: Unpack[PagingArguments],
) -> AsyncPager[T, Any]: ...
@overload
def paginate(
    client: SyncClient,
    method: str,
    path: str,
    *,
    items: str | Sequence[str],
    type: object = ...,
    **arguments: Unpack[PagingArguments],
) -> Pager[Any, Any]: ...
@overload
def paginate(
    client: AsyncClient,
    method: str,
    path: str,
    *,
    items: str | Sequence[str],
    type: object = ...,
    **arguments: Unpack[PagingArguments],
) -> AsyncPager[Any, Any]: ...
def paginate(
    client: SyncClient | AsyncClient,
    method: str,
    path: str,
    *,
    items: str | Sequence[str],
    path_values: Mapping[str, object] = _EMPTY,
    query: Mapping[str, object] = _EMPTY,
    headers: Mapping[str, str] = _EMPTY,
    body: object = OMIT,
    type: object = Any,
    max_items: int | None = None,
    cursor: str | None = None,
    options: RequestOptions | None = None,
    **settings: Unpack[PagingSettings],
) -> Any:
    """The items of a list that the package has no method for, each page fetched when it is needed.

    Places in a body are names of properties with dots between, or a list of names. The settings are
    those of `x-sdk-pagination`; one of `next`, `page`, `offset` and `link` says how the list goes
    on. Arguments that aren't listed are those of `request`.

    Args:
        items: Where the items of a page are; "" where the body is their list.
        type: What an item is: any type that JSON can be read as.
        max_items: Stop after this many items.
        cursor: Where to go on: an earlier pager's `next_cursor`.
        settings: `next` is where the body has the cursor of the next page, or a URL that leads to
            it; `parameter` takes the cursor in the query, or `cursor_body` is where the request's
            body takes it; `cursor_key` is its name in an object at `next`; `more` is where the body
            says whether there are more pages; with `repeats=True` a cursor may come again.
            `page={"parameter": "page"}` numbers pages, from `first` on, up to the `total` that the
            body has there; `offset={"parameter": "skip"}` counts items. `link="next"` is the
            relation of a link in the header Link. `total` is where the body counts all items, and
            `ends="empty"` says that the last page is the one without items.

    Returns:
        A pager, as the list methods of the client give it; the data of a page is plain.

    Raises:
        ArgumentError: A URL leads to another origin, or something else can't be sent.
    """
    session = session_of(client)
    paging = paging_of(items, settings)
    keywords, values = _address(session, method, path, path_values, body, options)
    check_mapping("query", query)
    if isinstance(paging, Numbered):
        # Declared, so that a list begins at the page or offset in the caller's query.
        keywords["parameters"] += (QueryParameter(paging.parameter),)
        values = (*values, query.get(paging.parameter, OMIT))
        query = {name: query[name] for name in query if name != paging.parameter}
    operation: PagedOperation[Any, Any] = PagedOperation(
        **keywords,
        responses={"default": PageOf(type, paging.items)},
        paging=paging,
    )
    options = RequestOptions.over(options, query, headers)
    return session.paginate(operation, values, max_items, cursor, options, body)


def session_of(client: SyncClient | AsyncClient) -> Any:
    """What sends a client's calls, of either kind."""
    get = getattr(client, "__session__", None)
    if get is None or isinstance(client, type):
        raise ArgumentError(f"must be a client, not {kind_of(client)}", member="client")
    return get()


def _address(
    session: Any,
    method: str,
    path: str,
    path_values: Mapping[str, object],
    body: object,
    options: RequestOptions | None,
) -> tuple[dict[str, Any], tuple[object, ...]]:
    """What an operation says of where it is and what it is sent, and the values in its path."""
    check_text("method", method)
    check_text("path", path)
    check_mapping("path_values", path_values)
    verb = method.upper()
    if not _METHOD(verb) or verb == "CONNECT":
        raise ArgumentError(f"{method!r} can't be called", member="method")
    check_type("options", options, RequestOptions)
    has_body = body is not OMIT or bool(options and options.body)
    requests = session.requests
    template, at_origin = path_within(requests.base.origin, path)
    names = dict.fromkeys(_SLOT.findall(template))
    if differing := names.keys() ^ path_values.keys():
        named = ", ".join(sorted(differing))
        message = f"these and the braces in the path differ: {named}"
        raise ArgumentError(message, member="path_values")
    keywords: dict[str, Any] = {
        "method": verb,
        "path": template,
        "parameters": tuple(map(PathParameter, names)),
        "body": AnyBody() if has_body else None,
        "security": requests.any_security,
        "servers": ("/",) if at_origin else (),
        "at_origin": at_origin,
    }
    return keywords, tuple(path_values[name] for name in names)
