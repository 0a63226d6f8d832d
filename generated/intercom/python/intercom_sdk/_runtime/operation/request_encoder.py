"""An operation, prepared: what doesn't depend on a call's values is worked out once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar
from urllib.parse import quote

from ..errors import ArgumentError
from ..request import styles
from ..request.parameters import (
    ContentParameter,
    CookieParameter,
    HeaderParameter,
    Parameter,
    PathParameter,
    QueryParameter,
    QueryString,
    header,
)
from ..request.request_options import OMIT
from ..response.content import Content

T = TypeVar("T")

Contents: TypeAlias = Mapping[str, Content[Any]]
Pair: TypeAlias = tuple[bytes, bytes]

# A slot may hold a pattern, which has braces of its own.
_SLOT = re.compile(r"\{((?:[^{}]|\{[^{}]*\})*)\}")
# A path's fragment tells operations apart in a document and is never sent (RFC 9110, 7.1).
_FRAGMENT = re.compile(r"#[^{}]*\Z")
_UNRESERVED = re.compile(r"[A-Za-z0-9_-]+").fullmatch
# Python writes no integer of thousands of digits.
_SHORT = 10**18
_LEGAL = "!$%&'()*+,/:;=?@~"
_SUCCESSES = range(200, 300)
_REDIRECT = 3


class Layout:
    """Where each value of an operation goes.

    Args:
        path: The path with names in braces.
        parameters: The parameters in the order of the values.
        responses: What successful answers hold.
        errors: What other answers hold.
    """

    __slots__ = (
        "_cookies",
        "_errors",
        "_headers",
        "_own_dots",
        "_queries",
        "_responses",
        "_slots",
        "_start",
        "accept",
        "count",
        "plain",
    )

    def __init__(
        self,
        path: str,
        parameters: Sequence[Parameter],
        responses: Contents,
        errors: Contents,
    ) -> None:
        path = _FRAGMENT.sub("", path) if "#" in path else path
        start, *rest = _SLOT.split(path)
        places = {
            parameter.name: index
            for index, parameter in enumerate(parameters)
            if parameter.location == "path"
        }
        # Those that the document itself has are the server's affair.
        self._own_dots = _dots(_SLOT.sub("x", path)) if "/." in path else 0
        self._start = quote(start, safe=_LEGAL)
        self._slots = tuple(
            (index, parameter, quote(literal, safe=_LEGAL), _is_simple(parameter))
            for name, literal in zip(rest[::2], rest[1::2], strict=True)
            for index, parameter in [(places[name], parameters[places[name]])]
        )
        self._queries = _at(parameters, "query", "querystring")
        self._headers = _at(parameters, "header")
        self._cookies = _at(parameters, "cookie")
        self._responses = responses
        self._errors = errors
        self.count: int = len(parameters)
        self.plain: bool = not (self._queries or self._headers or self._cookies)
        accepted = (content.accept for content in responses.values())
        accept = ", ".join(dict.fromkeys(filter(None, accepted))) or "*/*"
        self.accept: Pair = (b"Accept", accept.encode())

    def path(self, values: Sequence[object]) -> str:
        """The path with the values in it, each kept inside its segment."""
        path = self._start
        for index, parameter, literal, is_simple in self._slots:
            value = values[index]
            # Most ids stand in a path as they are.
            if type(value) is int and -_SHORT < value < _SHORT:
                value = str(value)
            if is_simple and type(value) is str and _UNRESERVED(value):
                path += value + literal
            else:
                path += _written(_path_value, parameter, values[index]) + literal
        if "/." in path and _dots(path) > self._own_dots:
            raise ArgumentError("the values make dots of a segment of the path")
        return path

    def query(self, values: Sequence[object], extra: Mapping[str, object]) -> list[str]:
        """The members of the query; names in `extra` replace the operation's parameters."""
        members: list[str] = []
        for index, parameter in self._queries:
            value = values[index]
            if value is not OMIT and parameter.name not in extra:
                members += _written(_query_value, parameter, value)
        for name, value in extra.items():
            if value is not OMIT:
                members += _written(_query_value, QueryParameter(name), value)
        return members

    def headers(self, values: Sequence[object]) -> list[Pair]:
        """The headers that are parameters."""
        written = [
            _written(_header_value, parameter, values[index])
            for index, parameter in self._headers
            if values[index] is not OMIT
        ]
        return [pair for pair in written if pair is not None]

    def cookies(self, values: Sequence[object]) -> list[str]:
        """The cookies that are parameters."""
        written = [
            _written(_cookie_value, parameter, values[index])
            for index, parameter in self._cookies
            if values[index] is not OMIT
        ]
        return [text for text in written if text]

    def declares(self, status: int) -> bool:
        """Whether a status stands among the successful answers as such, or its 3XX does."""
        known = self._responses
        return str(status) in known or (status // 100 == _REDIRECT and "3XX" in known)

    def success(self, status: int) -> tuple[Content[Any] | None, bool]:
        """What a successful answer holds, and whether its status is declared.

        An undeclared one is read like the first 2xx that is declared.
        """
        content = _find(self._responses, status)
        if content is not None:
            return content, True
        declared = (
            content for key, content in self._responses.items() if key.startswith("2")
        )
        return next(declared, None), False

    def error(self, status: int) -> Content[Any] | None:
        """What another answer holds, if the description says it."""
        return _find(self._errors, status)


def is_success(status: int) -> bool:
    """Whether a status is 2xx."""
    return status in _SUCCESSES


def _find(contents: Contents, status: int) -> Content[Any] | None:
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in contents:
            return contents[key]
    return None


def _at(
    parameters: Sequence[Parameter], *locations: str
) -> tuple[tuple[int, Parameter], ...]:
    return tuple(
        (index, parameter)
        for index, parameter in enumerate(parameters)
        if parameter.location in locations
    )


def _is_simple(parameter: Parameter) -> bool:
    return isinstance(parameter, PathParameter) and parameter.style == "simple"


def _dots(path: str) -> int:
    """How many segments of a path lead nowhere, or back."""
    segments = path.partition("?")[0].split("/")
    return sum(segment in {".", ".."} for segment in segments)


def _written(
    write: Callable[[Parameter, object], T], parameter: Parameter, value: object
) -> T:
    try:
        return write(parameter, value)
    except ArgumentError as error:
        error.below(parameter.name)
        raise


def _path_value(parameter: Parameter, value: object) -> str:
    if value is OMIT:
        raise ArgumentError("a part of the path can't be left out")
    match parameter:
        case PathParameter():
            return parameter.write(value)
        case ContentParameter():
            return PathParameter(parameter.name).write(parameter.write(value))
        case _:
            raise ArgumentError(f"{parameter!r} can't stand in a path")


def _query_value(parameter: Parameter, value: object) -> list[str]:
    match parameter:
        case QueryParameter() | QueryString():
            return parameter.write(value)
        case ContentParameter():
            name = styles.percent(parameter.name)
            return [f"{name}={styles.percent(parameter.write(value))}"]
        case _:
            raise ArgumentError(f"{parameter!r} can't stand in a query")


def _header_value(parameter: Parameter, value: object) -> Pair | None:
    match parameter:
        case HeaderParameter():
            return parameter.write(value)
        case ContentParameter():
            return header(parameter.name, parameter.write(value))
        case _:
            raise ArgumentError(f"{parameter!r} can't be a header")


def _cookie_value(parameter: Parameter, value: object) -> str:
    match parameter:
        case CookieParameter():
            return parameter.write(value)
        case ContentParameter():
            name = styles.percent(parameter.name)
            return f"{name}={styles.percent(parameter.write(value))}"
        case _:
            raise ArgumentError(f"{parameter!r} can't be a cookie")
