"""Operations as data: what is sent where, what comes back, and checks of the values sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, Final, Generic, TypeAlias, TypeVar

from msgspec import Struct

from ..argument_checks import check_array
from ..errors import ArgumentError
from ..json.drift import At, spell
from ..json.plain_data import is_collection, is_mapping
from ..request.body import Body
from ..request.parameters import Parameter
from ..request.request_options import RequestOptions
from ..response.content import Content
from .json_path import Absent, get_path
from .request_encoder import RequestEncoder

# Alternatives, of which one is enough; each names the schemes that are needed together.
Security: TypeAlias = Sequence[Sequence[str]]

T = TypeVar("T")

Path: TypeAlias = tuple[str | int | None, ...]
# Takes an operation, its parameters' values and its body's, and gives these as they are sent.
Convert: TypeAlias = Callable[
    ["Operation[Any]", Sequence[object], object], tuple[Sequence[object], object]
]

_Check: TypeAlias = Callable[[object], None]
_Unwrap: TypeAlias = Callable[[object], object]

_NO_DAY = "a datetime can't be sent where a date belongs: pass value.date()"
_SUCCESSES: Final = range(200, 300)
_REDIRECT: Final = 3


class _Endpoint(Struct, eq=False, dict=True):
    method: str
    path: str


class Operation(_Endpoint, Generic[T], eq=False, kw_only=True):
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
        at_origin: Whether its path is all of the URL's; its server is `/`, whatever the client's.
        idempotency_header: The header that takes a key by which a repeated request is known.
        sends_key: Whether each call gets a key.
        passwords: The names of members and parameters that are never shown.
        dates: Where it takes days: paths of property names, in which None is each item or value;
            those within a parameter begin with its position.
        lists: Where it takes lists, which a text by itself is not, likewise.
        convert: Makes of the values of a call, and of its body, what is sent in their place.
    """

    parameters: Sequence[Parameter] = ()
    body: Body | None = None
    responses: Mapping[str, Content[T]] = {}
    errors: Mapping[str, Content[Any]] = {}
    security: tuple[tuple[str, ...], ...] | None = None
    servers: Sequence[str] = ()
    at_origin: bool = False
    idempotency_header: str = ""
    sends_key: bool = False
    passwords: Sequence[str] = ()
    dates: Sequence[Path] = ()
    lists: Sequence[Path] = ()
    convert: Convert | None = None

    @cached_property
    def encoder(self) -> RequestEncoder:
        """Encodes the values of its parameters; made at the first call."""
        return RequestEncoder(self.path, self.parameters, self.responses)

    def declares(self, status: int) -> bool:
        """Whether a status stands among the successful responses as such, or its 3XX does."""
        known = self.responses
        return str(status) in known or (status // 100 == _REDIRECT and "3XX" in known)

    def success_content(self, status: int) -> tuple[Content[T] | None, bool]:
        """The content of a successful response, and whether its status is declared.

        An undeclared one is read like the first 2xx that is declared.
        """
        known = self.successes.get(status)
        if known is None:
            content = _find(self.responses, status)
            known = content, content is not None
            if content is None:
                items = self.responses.items()
                twos = (item for key, item in items if key.startswith("2"))
                known = next(twos, None), False
            self.successes[status] = known
        return known

    @cached_property
    def successes(self) -> dict[int, tuple[Content[T] | None, bool]]:
        """What `success_content` has found."""
        return {}

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
    exact = contents.get(str(status))
    if exact is not None:
        return exact
    for key in (f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in contents:
            return contents[key]
    return None


def merge_body(
    operation: Operation[Any], body: object, options: RequestOptions
) -> object:
    """The value of a body with the members of a call's options in it.

    Raises:
        ArgumentError: There is no body, or it isn't sent as an object.
    """
    if operation.body is None:
        called = f"{operation.method} {operation.path}"
        raise ArgumentError(f"options.body: {called} takes no body to add members to")
    given = options.headers.items()
    wanted = (value for name, value in given if name.lower() == "content-type")
    return operation.body.select(body, next(wanted, "")).merge(body, options.body)


def check_members(
    operation: Operation[Any], values: Sequence[object], body: object
) -> None:
    """Refuse a moment where an operation takes a day, and a text where it takes a list.

    Type checkers may let these through: a `datetime` is a `date`, a `str` a sequence of texts.

    Args:
        operation: The operation.
        values: The values of its parameters.
        body: The value of its body.

    Raises:
        ArgumentError: One stands there.
    """
    unwrap = operation.body.unwrap if operation.body else _itself
    for paths, check in (operation.dates, _check_day), (operation.lists, check_array):
        for path in paths:
            if path and isinstance(path[0], int):
                try:
                    _look(values[path[0]], path[1:], None, check, _itself)
                except ArgumentError as error:
                    error.below(operation.parameters[path[0]].name)
                    raise
            else:
                _look(body, path, None, check, unwrap)


def _check_day(value: object) -> None:
    if isinstance(value, datetime):
        raise ArgumentError(_NO_DAY)


def _itself(value: object) -> object:
    return value


def _look(
    value: object, path: Path, at: At | None, check: _Check, unwrap: _Unwrap
) -> None:
    value = unwrap(value)
    if not path:
        try:
            check(value)
        except ArgumentError as error:
            error.below(spell(at) if at else "")
            raise
        return
    for key, item in _members(value, path[0]):
        _look(item, path[1:], At(at, key), check, unwrap)


def _members(
    value: object, key: str | int | None
) -> Iterable[tuple[str | int, object]]:
    """The values at one key, or, where it is None, at each."""
    if isinstance(key, str):
        found = value.get(key) if is_mapping(value) else get_path(value, (key,))
        return () if isinstance(found, Absent) else ((key, found),)
    if is_mapping(value):
        return ((str(name), item) for name, item in value.items())
    return enumerate(value) if is_collection(value) else ()
