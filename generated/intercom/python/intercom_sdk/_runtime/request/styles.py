"""The styles in which OpenAPI writes arrays and objects into URLs, headers and forms.

Styles take plain values (str, number, bool, None, list or dict) and give text that is ready for its
place. Where a style has no form for what is nested, JSON stands in.
https://spec.openapis.org/oas/v3.2.0#style-values
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TypeAlias
from urllib.parse import quote, quote_plus, unquote

import msgspec

from ..errors import ArgumentError
from ..json.plain_data import is_array, is_object
from ..media_type import is_json
from .scalars import encode_json, plain, present, written

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
        encode = partial(_joined, encode, unquote(delimiter) if raw else delimiter)
    return encode


def _joined(encode: Encoder, delimiter: str, value: object) -> str:
    if is_array(value):
        return delimiter.join(_listed(value, encode))
    return encode(value)


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
        return ",".join(chain.from_iterable(_pairs(value, encode)))
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
        items = _listed(value, encode)
        if explode:
            return [f"{name}={item}" for item in items]
    elif not is_object(value):
        return [f"{name}={encode(value)}"]
    elif explode:
        spread = (_spread(encode(key), item, encode) for key, item in value.items())
        return [*chain.from_iterable(spread)]
    else:
        items = [*chain.from_iterable(_pairs(value, encode))]
    return [f"{name}={_DELIMITERS[style].join(items)}"] if items else []


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


class Encoding(msgspec.Struct, frozen=True, kw_only=True):
    """How one field of a form is written; what is left empty follows the defaults.

    Args:
        content_type: The media type of its part; several, separated by commas, where the value
            decides between them.
        style: As of a query parameter.
        explode: As of a query parameter.
        item_styles: As of a query parameter.
        allow_reserved: As of a query parameter.
        headers: The headers that its part has unless the caller gives others.
        base64: Whether bytes travel as base64.
        binary: Whether it is a file, so that text in its place is refused.
        encodings: How the fields are written of a part that is a form itself.
        prefix: How the first items are written of a part that is multipart itself.
        items: How the items after these are written.
    """

    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    item_styles: tuple[str, ...] = ()
    allow_reserved: bool = False
    headers: Mapping[str, str] = {}
    base64: bool = False
    binary: bool = False
    encodings: Mapping[str, Encoding] = {}
    prefix: tuple[Encoding, ...] = ()
    items: Encoding | None = None

    @property
    def is_styled(self) -> bool:
        """Whether the field is written as a query parameter would be, not as a media type."""
        styled = self.style or self.explode is not None or self.item_styles
        return bool(styled or self.allow_reserved)

    def shape(self) -> tuple[str, bool]:
        """The style, and whether it is exploded."""
        style = self.style or "form"
        return style, style == "form" if self.explode is None else self.explode


PLAIN = Encoding()


def form_fields(value: object) -> dict[str, object]:
    """The members of a form that are to be sent."""
    found = present(value) if is_object(value) else plain(value)
    if is_object(found):
        return found
    raise ArgumentError(f"a form is sent from a dict, not from {type(value).__name__}")


def form_members(value: object, encodings: Mapping[str, Encoding]) -> list[str]:
    """The `name=value` members of a form, encoded as HTML forms are."""
    found: list[str] = []
    for name, item in form_fields(value).items():
        try:
            found += _written(name, plain(item), encodings.get(name, PLAIN))
        except ArgumentError as error:
            error.below(name)
            raise
    return found


def _written(name: str, value: object, encoding: Encoding) -> Iterator[str]:
    key = form_percent(name)
    if encoding.is_styled:
        encode: Encoder = reserved if encoding.allow_reserved else form_percent
        encode = nested(encode, encoding.item_styles)
        yield from query(key, value, *encoding.shape(), encode)
    elif is_json(encoding.content_type):
        yield f"{key}={form_percent(encode_json(value).decode())}"
    else:
        for item in value if is_array(value) else [value]:
            if item is not None:
                yield f"{key}={form_percent(item)}"
