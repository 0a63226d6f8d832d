"""The styles in which OpenAPI writes arrays and objects into URLs and headers.

Every function here gets a plain value (str, number, bool, None, list or dict) and returns text that
is ready for its place. https://spec.openapis.org/oas/v3.2.0#style-values
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias
from urllib.parse import quote, quote_plus

from .errors import ArgumentError
from .plain import is_array, is_object
from .scalars import text

Encoder: TypeAlias = Callable[[object], str]

# What RFC 6570 leaves alone under reserved expansion, without the characters that would end the
# query or begin another parameter.
_RESERVED = ":/?@!$'()*,;="
_PLAIN = re.compile(r"[A-Za-z0-9._~-]*").fullmatch
_ESCAPED = re.compile(r"(%[0-9A-Fa-f]{2})")
_DELIMITERS = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}


def percent(value: object) -> str:
    """A scalar, percent-encoded down to the unreserved characters."""
    return _guarded(quote, text(value), "")


def form_percent(value: object) -> str:
    """A scalar as HTML forms encode it: a space is a plus."""
    return _guarded(quote_plus, text(value), "")


def reserved(value: object) -> str:
    """A scalar with reserved characters and percent-encoded triples left as they are."""
    return "".join(
        part if _ESCAPED.fullmatch(part) else _guarded(quote, part, _RESERVED)
        for part in _ESCAPED.split(text(value))
    )


def _guarded(encode: Callable[[str, str], str], value: str, safe: str) -> str:
    if _PLAIN(value):
        return value
    try:
        return encode(value, safe)
    except UnicodeEncodeError:
        raise ArgumentError("the value holds a lone surrogate") from None


def _pairs(members: dict[str, object], encode: Encoder) -> Iterator[tuple[str, str]]:
    for name, value in members.items():
        if value is not None:
            yield encode(name), encode(value)


def _flat(members: dict[str, object], encode: Encoder) -> Iterator[str]:
    for pair in _pairs(members, encode):
        yield from pair


def simple(value: object, explode: bool, encode: Encoder) -> str:
    """`a,b` · `R,100,G,200` · exploded `R=100,G=200`."""
    if is_array(value):
        return ",".join(map(encode, value))
    if is_object(value) and explode:
        return ",".join(f"{name}={item}" for name, item in _pairs(value, encode))
    if is_object(value):
        return ",".join(_flat(value, encode))
    return encode(value)


def label(value: object, explode: bool, encode: Encoder) -> str:
    """`.a,b` · exploded `.a.b` · `.R,100` · exploded `.R=100.G=200`."""
    if is_array(value) and explode:
        return "".join(f".{encode(item)}" for item in value)
    if is_object(value) and explode:
        return "".join(f".{name}={item}" for name, item in _pairs(value, encode))
    return "." + simple(value, explode, encode)


def matrix(name: str, value: object, explode: bool, encode: Encoder) -> str:
    """`;x=a,b` · exploded `;x=a;x=b` · `;x=R,100` · exploded `;R=100;G=200`."""
    if is_array(value) and explode:
        return "".join(_matrix_member(name, encode(item)) for item in value)
    if is_object(value) and explode:
        return "".join(_matrix_member(*pair) for pair in _pairs(value, encode))
    return _matrix_member(name, simple(value, explode, encode))


def _matrix_member(name: str, value: str) -> str:
    return f";{name}={value}" if value else f";{name}"


def query(
    name: str, value: object, style: str, explode: bool, encode: Encoder
) -> list[str]:
    """The `name=value` members of one query parameter, under its encoded name."""
    if value is None:
        return []
    if is_array(value):
        return _query_list(name, value, style, explode, encode)
    if is_object(value):
        return _query_object(name, value, style, explode, encode)
    return [f"{name}={encode(value)}"]


def _query_list(
    name: str, items: list[object], style: str, explode: bool, encode: Encoder
) -> list[str]:
    written = [encode(item) for item in items if item is not None]
    if explode or style == "deepObject":
        return [f"{name}={item}" for item in written]
    return [f"{name}={_DELIMITERS[style].join(written)}"] if written else []


def _query_object(
    name: str, members: dict[str, object], style: str, explode: bool, encode: Encoder
) -> list[str]:
    if style == "deepObject":
        return list(_deep(name, members, encode))
    if explode:
        return [
            member
            for key, value in members.items()
            for member in query(encode(key), value, "form", True, encode)
        ]
    written = list(_flat(members, encode))
    return [f"{name}={_DELIMITERS[style].join(written)}"] if written else []


def _deep(name: str, value: object, encode: Encoder) -> Iterator[str]:
    """`x[a]=1`, to any depth; the items of a list repeat the name of the list."""
    if is_object(value):
        for key, member in value.items():
            yield from _deep(f"{name}%5B{encode(key)}%5D", member, encode)
    elif is_array(value):
        for item in value:
            yield from _deep(name, item, encode)
    elif value is not None:
        yield f"{name}={encode(value)}"
