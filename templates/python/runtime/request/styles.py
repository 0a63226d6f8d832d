"""The styles in which OpenAPI writes arrays and objects into URLs and headers.

Every function here gets a plain value (str, number, bool, None, list or dict) and returns text that
is ready for its place. Where a style has no form for what is nested, JSON stands in.
https://spec.openapis.org/oas/v3.2.0#style-values
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias
from urllib.parse import quote, quote_plus, unquote

from ..errors import ArgumentError
from ..json.plain_data import is_array, is_object
from .scalars import written

Encoder: TypeAlias = Callable[[object], str]

# What RFC 6570 leaves alone under reserved expansion, without the characters that would end the
# query or begin another parameter; in a path those that would end the segment, in a cookie those
# that would end the cookie.
_RESERVED = ":/?@!$'()*,;="
_RESERVED_IN_PATH = ":@!$&'()*+,;="
_RESERVED_IN_COOKIE = ":/?#[]@!$'()*+="
_PLAIN = re.compile(r"[A-Za-z0-9._~-]*").fullmatch
_ESCAPED = re.compile(r"(%[0-9A-Fa-f]{2})")
_DOT = re.compile("%2[Ee]")
_DELIMITERS = {
    "form": ",",
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    # Swagger 2.0 alone has tabs.
    "tabDelimited": "%09",
}


def percent(value: object) -> str:
    """A value, percent-encoded down to the unreserved characters."""
    return _guarded(quote, written(value), "")


def form_percent(value: object) -> str:
    """A value as HTML forms encode it: a space is a plus."""
    return _guarded(quote_plus, written(value), "")


def reserved(value: object) -> str:
    """A value with reserved characters and percent-encoded triples left as they are."""
    return _expanded(value, _RESERVED)


def whole_query(value: object) -> str:
    """A query that the caller has written, in which nothing is a value alone."""
    return _expanded(value, _RESERVED + "&+")


def reserved_in_path(value: object) -> str:
    """The same for a segment of a path, where a dot counts as one however it is written."""
    return _expanded(_DOT.sub(".", written(value)), _RESERVED_IN_PATH)


def reserved_in_cookie(value: object) -> str:
    """The same for a cookie, which a semicolon or a comma would end."""
    return _expanded(value, _RESERVED_IN_COOKIE)


def _expanded(value: object, safe: str) -> str:
    return "".join(
        part if _ESCAPED.fullmatch(part) else _guarded(quote, part, safe)
        for part in _ESCAPED.split(written(value))
    )


def _guarded(encode: Callable[[str, str], str], value: str, safe: str) -> str:
    if _PLAIN(value):
        return value
    try:
        return encode(value, safe)
    except UnicodeEncodeError:
        raise ArgumentError(
            "the text holds a lone surrogate, which can't be sent"
        ) from None


def _pairs(members: dict[str, object], encode: Encoder) -> Iterator[tuple[str, str]]:
    for name, value in members.items():
        if value is not None:
            yield encode(name), encode(value)


def _flat(members: dict[str, object], encode: Encoder) -> Iterator[str]:
    for pair in _pairs(members, encode):
        yield from pair


def _listed(items: list[object], encode: Encoder) -> list[str]:
    return [encode(item) for item in items if item is not None]


def nested(
    encode: Encoder, item_styles: Sequence[str], *, raw: bool = False
) -> Encoder:
    """An encoder of items that are lists themselves, as Swagger 2.0 has them: `a|b`.

    Args:
        encode: What encodes the innermost items.
        item_styles: The styles of the lists within the outermost, from the outside in.
        raw: Whether separators stand there as they are, as in headers.
    """
    for style in reversed(item_styles):
        delimiter = _DELIMITERS[style]
        encode = _joined(encode, unquote(delimiter) if raw else delimiter)
    return encode


def _joined(encode: Encoder, delimiter: str) -> Encoder:
    def write(value: object) -> str:
        if is_array(value):
            return delimiter.join(_listed(value, encode))
        return encode(value)

    return write


def is_undefined(value: object) -> bool:
    """Whether RFC 6570 has nothing to write: null, no items, or none but null."""
    if is_array(value):
        return all(item is None for item in value)
    if is_object(value):
        return all(item is None for item in value.values())
    return value is None


def simple(value: object, explode: bool, encode: Encoder) -> str:
    """`a,b` · `R,100,G,200` · exploded `R=100,G=200`."""
    if is_array(value):
        return ",".join(_listed(value, encode))
    if is_object(value) and explode:
        return ",".join(f"{name}={item}" for name, item in _pairs(value, encode))
    if is_object(value):
        return ",".join(_flat(value, encode))
    return encode(value)


def label(value: object, explode: bool, encode: Encoder) -> str:
    """`.a,b` · exploded `.a.b` · `.R,100` · exploded `.R=100.G=200`."""
    if is_array(value) and explode:
        return "".join(f".{item}" for item in _listed(value, encode))
    if is_object(value) and explode:
        return "".join(f".{name}={item}" for name, item in _pairs(value, encode))
    return "." + simple(value, explode, encode)


def matrix(name: str, value: object, explode: bool, encode: Encoder) -> str:
    """`;x=a,b` · exploded `;x=a;x=b` · `;x=R,100` · exploded `;R=100;G=200`."""
    if is_array(value) and explode:
        return "".join(_matrix_member(name, item) for item in _listed(value, encode))
    if is_object(value) and explode:
        return "".join(_matrix_member(*pair) for pair in _pairs(value, encode))
    return _matrix_member(name, simple(value, explode, encode))


def _matrix_member(name: str, value: str) -> str:
    return f";{name}={value}" if value else f";{name}"


def query(
    name: str, value: object, style: str, explode: bool, encode: Encoder
) -> list[str]:
    """The `name=value` members of one query parameter, under its encoded name."""
    if style == "deepObject":
        return list(_deep(name, value, encode))
    if value is None:
        return []
    if is_array(value):
        return _query_list(name, value, style, explode, encode)
    if is_object(value):
        return _query_object(name, value, style, explode, encode)
    return [f"{name}={encode(value)}"]


def fields(
    name: str, value: object, style: str, explode: bool, item_styles: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """The members that `query` makes, as names and values without any encoding."""
    encode = nested(percent, item_styles)
    members = (
        member.partition("=")
        for member in query(percent(name), value, style, explode, encode)
    )
    return [(unquote(key), unquote(item)) for key, _, item in members]


def _query_list(
    name: str, items: list[object], style: str, explode: bool, encode: Encoder
) -> list[str]:
    encoded = _listed(items, encode)
    if explode:
        return [f"{name}={item}" for item in encoded]
    return [f"{name}={_DELIMITERS[style].join(encoded)}"] if encoded else []


def _query_object(
    name: str, members: dict[str, object], style: str, explode: bool, encode: Encoder
) -> list[str]:
    if explode:
        return [
            member
            for key, value in members.items()
            for member in _spread(encode(key), value, encode)
        ]
    encoded = list(_flat(members, encode))
    return [f"{name}={_DELIMITERS[style].join(encoded)}"] if encoded else []


def _spread(name: str, value: object, encode: Encoder) -> list[str]:
    # Spread once more, the members of an inner object would lose its name.
    if is_object(value):
        return [f"{name}={encode(value)}"]
    return query(name, value, "form", True, encode)


def _deep(name: str, value: object, encode: Encoder) -> Iterator[str]:
    """`x[a]=1`, to any depth; the items of a list are numbered, `x[0][a]=1`."""
    waiting = [(name, value)]
    while waiting:
        name, value = waiting.pop()
        if is_object(value):
            members = [(encode(key), member) for key, member in value.items()]
        elif is_array(value):
            items = (item for item in value if item is not None)
            members = [(str(index), item) for index, item in enumerate(items)]
        else:
            members = []
            if value is not None:
                yield f"{name}={encode(value)}"
        waiting += [(f"{name}%5B{key}%5D", member) for key, member in members[::-1]]
