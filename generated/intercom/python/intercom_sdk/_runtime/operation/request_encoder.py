"""How an operation's values are encoded: what doesn't depend on a call is worked out once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias
from urllib.parse import quote

from ..errors import ArgumentError
from ..request import styles
from ..request.parameters import (
    ContentParameter,
    Parameter,
    PathParameter,
    QueryParameter,
    header,
)
from ..request.request_options import OMIT
from ..response.content import Content

# Writes a parameter's value as its place takes it: text, members of a query, or a header.
Writer: TypeAlias = Callable[[object], Any]
Pair: TypeAlias = tuple[bytes, bytes]

# A slot may hold a pattern, which has braces of its own.
_SLOT = re.compile(r"\{((?:[^{}]|\{[^{}]*\})*)\}")
# A path's fragment tells operations apart in a document and is never sent (RFC 9110, 7.1).
_FRAGMENT = re.compile(r"#[^{}]*\Z")
_UNRESERVED = re.compile(r"[A-Za-z0-9_-]+").fullmatch
# Python writes no integer of thousands of digits.
_SHORT = 10**18
_LEGAL = "!$%&'()*+,/:;=?@~"


class RequestEncoder:
    """Writes the values of one operation into path, query, headers and cookies.

    Args:
        path: The path with names in braces.
        parameters: The parameters in the order of the values.
        responses: What successful responses hold, by status.
    """

    __slots__ = (
        "_cookies",
        "_headers",
        "_own_dots",
        "_queries",
        "_slots",
        "_start",
        "accept",
        "count",
        "in_headers",
        "in_query",
    )

    def __init__(
        self,
        path: str,
        parameters: Sequence[Parameter],
        responses: Mapping[str, Content[Any]],
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
            (
                index,
                parameter.name,
                _writer(parameter),
                quote(literal, safe=_LEGAL),
                _is_simple(parameter),
            )
            for name, literal in zip(rest[::2], rest[1::2], strict=True)
            for index, parameter in [(places[name], parameters[places[name]])]
        )
        self._queries = _at(parameters, "query", "querystring")
        self._headers = _at(parameters, "header")
        self._cookies = _at(parameters, "cookie")
        self.count: int = len(parameters)
        self.in_query: bool = bool(self._queries)
        self.in_headers: bool = bool(self._headers or self._cookies)
        accepted = (content.accept for content in responses.values())
        accept = ", ".join(dict.fromkeys(filter(None, accepted))) or "*/*"
        self.accept: Pair = (b"Accept", accept.encode())

    def path(self, values: Sequence[object]) -> str:
        """The path with the values in it, each kept inside its segment."""
        path = self._start
        for index, name, write, literal, is_simple in self._slots:
            value = values[index]
            # Most ids stand in a path as they are.
            if is_simple and type(value) is int and -_SHORT < value < _SHORT:
                path += f"{value}{literal}"
            elif is_simple and type(value) is str and _stands(value):
                path += value + literal
            elif value is OMIT:
                raise ArgumentError("a part of the path can't be left out", member=name)
            else:
                path += _written(name, write, values[index]) + literal
        if "/." in path and _dots(path) > self._own_dots:
            raise ArgumentError("the values make dots of a segment of the path")
        return path

    def query(self, values: Sequence[object], extra: Mapping[str, object]) -> list[str]:
        """The members of the query; names in `extra` replace the operation's parameters."""
        members: list[str] = []
        for index, name, write in self._queries:
            value = values[index]
            if value is not OMIT and name not in extra:
                members += _written(name, write, value)
        for name, value in extra.items():
            if value is not OMIT:
                members += _written(name, QueryParameter(name).write, value)
        return members

    def headers(self, values: Sequence[object]) -> list[Pair]:
        """The headers that are parameters."""
        written = [
            _written(name, write, values[index])
            for index, name, write in self._headers
            if values[index] is not OMIT
        ]
        return [pair for pair in written if pair is not None]

    def cookies(self, values: Sequence[object]) -> list[str]:
        """The cookies that are parameters."""
        written = [
            _written(name, write, values[index])
            for index, name, write in self._cookies
            if values[index] is not OMIT
        ]
        return [text for text in written if text]


def _at(
    parameters: Sequence[Parameter], *locations: str
) -> tuple[tuple[int, str, Writer], ...]:
    return tuple(
        (index, parameter.name, _writer(parameter))
        for index, parameter in enumerate(parameters)
        if parameter.location in locations
    )


def _stands(value: str) -> bool:
    """Whether a text stands in a path as it is."""
    plain = value.isalnum() and value.isascii()
    return plain or _UNRESERVED(value) is not None


def _is_simple(parameter: Parameter) -> bool:
    return isinstance(parameter, PathParameter) and parameter.style == "simple"


def _dots(path: str) -> int:
    """How many segments of a path lead nowhere, or back."""
    segments = path.partition("?")[0].split("/")
    return sum(segment in {".", ".."} for segment in segments)


def _written(
    name: str, write: Writer, value: object
) -> Any:  # noqa: ANN401 -- see Writer
    try:
        return write(value)
    except ArgumentError as error:
        error.below(name)
        raise


def _writer(parameter: Parameter) -> Writer:
    if not isinstance(parameter, ContentParameter):
        return parameter.write
    name, write = parameter.name, parameter.write
    match parameter.location:
        case "path":
            return lambda value: PathParameter(name).write(write(value))
        case "header":
            return lambda value: header(name, write(value))
        case "cookie":
            return lambda value: _pair(name, write(value))
        case _:
            return lambda value: [_pair(name, write(value))]


def _pair(name: str, text: str) -> str:
    return f"{styles.percent(name)}={styles.percent(text)}"
