"""Operations as data: what is sent where, what comes back, and how lists go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Generic, TypeAlias, TypeVar

from msgspec import Struct

from ..request.body import Body
from ..request.parameters import Parameter
from ..response.content import Content
from .request_encoder import RequestEncoder

Keys: TypeAlias = tuple[str, ...]
Cursor: TypeAlias = str | int


class ByCursor(Struct, frozen=True):
    """The response points at the next page.

    `items` and `next` are where they stand in the body, as property names from its root. What
    stands at `next` may be absent or null (the end), a URL to follow on the same origin, a scalar
    cursor, or an object whose property `cursor_key` is one of these. The cursor is sent as
    `parameter` in the query, or in the request body at `body` when that isn't empty. `more` is
    where a flag says that there is more, or ().
    """

    items: Keys
    next: Keys
    parameter: str = ""
    body: Keys = ()
    cursor_key: str = ""
    more: Keys = ()


class ByPage(Struct, frozen=True):
    """Pages are numbered from `first`; `total` is where the body says how many there are, or ()."""

    items: Keys
    parameter: str
    first: int = 1
    total: Keys = ()


class ByOffset(Struct, frozen=True):
    """The query says how many items to skip; `total` is where the body counts all items, or ()."""

    items: Keys
    parameter: str
    total: Keys = ()


Paging: TypeAlias = ByCursor | ByPage | ByOffset

# Alternatives, of which one is enough; each names the schemes that are needed together.
Security: TypeAlias = Sequence[Sequence[str]]

T = TypeVar("T")
P = TypeVar("P")

Path: TypeAlias = tuple[str | int | None, ...]
# Takes an operation, its parameters' values and its body's, and gives these as they are sent.
Convert: TypeAlias = Callable[
    ["Operation[Any]", Sequence[object], object], tuple[Sequence[object], object]
]

_SUCCESSES: Final = range(200, 300)
_REDIRECT: Final = 3


class Operation(Generic[T]):
    """One method on one path.

    Args:
        method: The HTTP method.
        path: The path below the base URL, with names of path parameters in braces.
        parameters: The parameters; a call passes its values in this order.
        body: The kind of request body, or None where there is none.
        responses: What successful answers hold, by `200`, `2XX` or `default`.
        errors: What other answers hold, by `404`, `4XX` or `default`.
        security: Alternatives of schemes, instead of the client's; () when none is needed.
        servers: Base URLs of this operation, instead of the client's.
        dates: Where it takes days: paths of property names, in which None is each item or value;
            those within a parameter begin with its position.
        lists: Where it takes lists, which a text by itself is not, likewise.
        convert: Makes of the values of a call, and of its body, what is sent in their place.

    Attributes:
        encoder: Encodes the values of its parameters; made at the first call.
    """

    __slots__ = (
        "body",
        "convert",
        "dates",
        "encoder",
        "errors",
        "lists",
        "method",
        "parameters",
        "path",
        "responses",
        "security",
        "servers",
    )

    encoder: RequestEncoder

    def __init__(  # noqa: PLR0913 -- each has a meaning of its own
        self,
        method: str,
        path: str,
        *,
        parameters: Sequence[Parameter] = (),
        body: Body | None = None,
        responses: Mapping[str, Content[T]] | None = None,
        errors: Mapping[str, Content[Any]] | None = None,
        security: Security | None = None,
        servers: Sequence[str] = (),
        dates: Sequence[Path] = (),
        lists: Sequence[Path] = (),
        convert: Convert | None = None,
    ) -> None:
        self.method: str = method
        self.path: str = path
        self.parameters: tuple[Parameter, ...] = tuple(parameters)
        self.body: Body | None = body
        self.responses: Mapping[str, Content[T]] = responses or {}
        self.errors: Mapping[str, Content[Any]] = errors or {}
        self.security: tuple[tuple[str, ...], ...] | None = (
            None if security is None else tuple(map(tuple, security))
        )
        self.servers: tuple[str, ...] = tuple(servers)
        self.dates: tuple[Path, ...] = tuple(dates)
        self.lists: tuple[Path, ...] = tuple(lists)
        self.convert: Convert | None = convert

    def __getattr__(self, name: str) -> RequestEncoder:
        """Make the encoder when it is first used."""
        if name != "encoder":
            raise AttributeError(name, name=name, obj=self)
        self.encoder = RequestEncoder(self.path, self.parameters, self.responses)
        return self.encoder

    def declares(self, status: int) -> bool:
        """Whether a status stands among the successful responses as such, or its 3XX does."""
        known = self.responses
        return str(status) in known or (status // 100 == _REDIRECT and "3XX" in known)

    def success_content(self, status: int) -> tuple[Content[T] | None, bool]:
        """The content of a successful response, and whether its status is declared.

        An undeclared one is read like the first 2xx that is declared.
        """
        content = _find(self.responses, status)
        if content is not None:
            return content, True
        items = self.responses.items()
        return next((item for key, item in items if key.startswith("2")), None), False

    def error_content(self, status: int) -> Content[Any] | None:
        """The content of another response, if it is declared."""
        return _find(self.errors, status)

    def position(self, name: str, location: str = "query") -> int | None:
        """The position of a parameter's value among the values of a call, if there is one."""
        for index, parameter in enumerate(self.parameters):
            if parameter.name == name and parameter.location == location:
                return index
        return None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.method} {self.path}>"


def is_success(status: int) -> bool:
    """Whether a status is 2xx."""
    return status in _SUCCESSES


def _find(contents: Mapping[str, Content[T]], status: int) -> Content[T] | None:
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in contents:
            return contents[key]
    return None


class PagedOperation(Operation[P], Generic[T, P]):
    """An operation that answers with one page of a list; `T` is an item, `P` the page's body.

    Args:
        paging: How the list goes on; the others are those of `Operation`.
    """

    __slots__ = ("paging",)

    def __init__(  # noqa: PLR0913 -- each has a meaning of its own
        self,
        method: str,
        path: str,
        *,
        paging: Paging,
        parameters: Sequence[Parameter] = (),
        body: Body | None = None,
        responses: Mapping[str, Content[P]] | None = None,
        errors: Mapping[str, Content[Any]] | None = None,
        security: Security | None = None,
        servers: Sequence[str] = (),
        dates: Sequence[Path] = (),
        lists: Sequence[Path] = (),
        convert: Convert | None = None,
    ) -> None:
        super().__init__(
            method,
            path,
            parameters=parameters,
            body=body,
            responses=responses,
            errors=errors,
            security=security,
            servers=servers,
            dates=dates,
            lists=lists,
            convert=convert,
        )
        self.paging: Paging = paging
