"""Parameters as written: where each stands, how it is spelled there, and what it may be."""

from __future__ import annotations

import re

import msgspec

from tests.judge.sampling.bounded_schema import Bounded
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_object,
)

# OpenAPI says that these header parameters are ignored: other parts of it describe them.
IGNORED = {"accept", "content-type", "authorization"}
# What HTTP itself says with every request: no caller can say something else.
_FRAMING = {"connection", "content-length", "host", "transfer-encoding", "upgrade"}
# Its parts are parameters of their own.
_COOKIES = {"cookie"}
PLACES = ("path", "query", "querystring", "header", "cookie")
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
# The styles that Swagger 2.0 calls collection formats; the first depends on the place.
_COLLECTIONS = {
    "multi": "form",
    "ssv": "spaceDelimited",
    "pipes": "pipeDelimited",
    "tsv": "tabDelimited",
}
# What a parameter of Swagger 2.0, which is a schema of its own, has besides.
_BESIDE = ("name", "in", "required", "description", "collectionFormat")


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter, or a field of a form.

    Args:
        name: Its name on the wire.
        place: One of `PLACES`, or `body`.
        required: Whether it has to be given.
        style: How lists and objects are spelled.
        explode: Whether each item or member stands for itself.
        inner: The styles of lists within a list, from the outside in.
        media_type: The media type of a parameter with `content`, or "".
        schema: What it may be, to draw from; None where that isn't known.
        written: The schema as written; None for a name that nothing declares.
        kind: `array`, `object`, `scalar`, or "" where no single type says so.
        is_moved: Whether it stands in the path and is declared in the query.
    """

    name: str
    place: str
    required: bool = False
    style: str = "form"
    explode: bool = False
    inner: tuple[str, ...] = ()
    media_type: str = ""
    schema: Tree = None
    written: Piece | None = None
    kind: str = "scalar"
    is_moved: bool = False


def undeclared(name: str) -> Slot:
    """A name that the path has and nothing declares: a text."""
    return Slot(name=name, place="path", required=True, style="simple")


def in_path(slot: Slot, name: str) -> Slot:
    """A parameter of the query as one of the path, called as it is there."""
    return Slot(
        name=name,
        place="path",
        required=True,
        style="simple",
        media_type=slot.media_type,
        schema=slot.schema,
        written=slot.written,
        kind=slot.kind,
        is_moved=True,
    )


def read_slot(original: Original, parameter: Piece) -> Slot | None:
    """A parameter; None for one that HTTP has no way to send."""
    value = parameter.value
    if not is_object(value) or value.get("in") not in PLACES:
        return None
    name, place = str(value.get("name")), str(value["in"])
    if not name:
        return None
    if place == "header" and name.lower() in IGNORED | _FRAMING | _COOKIES:
        return None
    if place in {"header", "cookie"} and not _TOKEN.fullmatch(name):
        return None
    media_type, schema = _schema(original, parameter)
    style, explode = _style(original, value, place)
    return Slot(
        name=name,
        place=place,
        required=value.get("required") is True or place == "path",
        style=style,
        explode=explode,
        inner=_inner(original, value),
        media_type=media_type,
        schema=None if schema is None else Bounded(original, sent=True).make(schema),
        written=schema,
        kind=_kind(original, schema),
    )


def framing(parameter: Piece) -> str:
    """Why a parameter leaves no choice to who calls, or "": HTTP itself says what stands there."""
    value = parameter.value
    if not is_object(value) or value.get("in") != "header":
        return ""
    name = str(value.get("name"))
    is_needed = value.get("required") is True and name.lower() in _FRAMING
    return f"operations that require the header {name}" if is_needed else ""


def read_field(original: Original, parameter: Piece) -> Slot:
    """A form field of Swagger 2.0, which is written as a parameter."""
    value = parameter.value
    _, schema = _schema(original, parameter)
    style, explode = _style(original, value, "query")
    return Slot(
        name=str(value.get("name")),
        place="body",
        required=value.get("required") is True,
        style=style,
        explode=explode,
        inner=_inner(original, value),
        schema=schema and Bounded(original, sent=True).make(schema),
        written=schema,
        kind=_kind(original, schema),
    )


def _schema(original: Original, parameter: Piece) -> tuple[str, Piece | None]:
    """The media type of a parameter with `content`, and the schema."""
    if original.version == "2.0":
        own = {k: v for k, v in parameter.value.items() if k not in _BESIDE}
        return "", Piece(parameter.file, parameter.pointer, own)
    content = parameter.get("content")
    for media_type, media in content.members() if content else ():
        return media_type, original.follow(media).get("schema")
    return "", parameter.get("schema")


def _style(original: Original, value: dict[str, Tree], place: str) -> tuple[str, bool]:
    usual = "form" if place in {"query", "cookie"} else "simple"
    if original.version == "2.0":
        collection = value.get("collectionFormat")
        return _COLLECTIONS.get(str(collection), usual), collection == "multi"
    # Headers have one style alone.
    style = usual if place == "header" else str(value.get("style") or usual)
    explode = value.get("explode")
    return style, style in {"form", "cookie"} if explode is None else explode is True


def _inner(original: Original, value: dict[str, Tree]) -> tuple[str, ...]:
    """How lists within a list are spelled, which Swagger 2.0 alone can say."""
    found: list[str] = []
    items = value.get("items") if original.version == "2.0" else None
    while is_object(items) and items.get("type") == "array":
        found.append(_COLLECTIONS.get(str(items.get("collectionFormat")), "form"))
        items = items.get("items")
    return tuple(found)


def _kind(original: Original, schema: Piece | None) -> str:
    if schema is None:
        return "scalar"
    try:
        value = original.follow(schema).value
    except Dangling:
        return ""
    written = value.get("type") if is_object(value) else None
    if not isinstance(written, str):
        return ""
    return written if written in {"array", "object"} else "scalar"
