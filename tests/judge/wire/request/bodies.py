"""Request bodies as written: their media types, and what may stand in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import msgspec

from tests.judge.sampling.bounded_schema import Bounded
from tests.judge.source.described_responses import is_json
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_object,
)
from tests.judge.wire.request.parameters import Slot, read_field

Sort: TypeAlias = Literal["json", "form", "multipart", "text", "bytes"]

FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/"
# https://www.iana.org/assignments/media-types
_REGISTERED = {
    *("application", "audio", "example", "font", "haptics", "image", "message"),
    *("model", "multipart", "text", "video"),
}
_STYLED = ("style", "explode", "allowReserved")


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """How one member of a form is written.

    Args:
        style: As of a query parameter; "" follows the media type.
        explode: As of a query parameter.
        inner: As of a query parameter.
        media_type: The media type of its part or text, or "".
        is_file: Whether it holds bytes.
    """

    style: str = ""
    explode: bool = True
    inner: tuple[str, ...] = ()
    media_type: str = ""
    is_file: bool = False


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """One representation of a request body.

    Args:
        media_type: Its media type.
        sort: How it is read.
        required: Whether one has to be sent.
        schema: What it may be, to draw from.
        written: The schema as written; None where there is none.
        fields: How the members of a form are written.
        undrawn: Why nothing is drawn, or "".
        name: What Swagger 2.0 calls the parameter that it is, or "".
    """

    media_type: str
    sort: Sort
    required: bool = False
    schema: Tree = None
    written: Piece | None = None
    fields: Mapping[str, Field] = {}
    undrawn: str = ""
    name: str = ""

    @property
    def leaves_open(self) -> bool:
        """Whether its media type, a range or none that exists, says nothing of how to write it."""
        name = essence(self.media_type)
        return "*" in name or name.partition("/")[0] not in _REGISTERED


def essence(media_type: str) -> str:
    """A media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def bodies(original: Original, item: Piece, operation: Piece) -> Iterator[Body]:
    """The representations of an operation's body, as it lists them.

    Args:
        original: The document.
        item: The operation's path item.
        operation: The operation.
    """
    if original.version == "2.0":
        yield from _bodies_2_0(original, item, operation)
        return
    body = operation.get("requestBody")
    if body is None:
        return
    found = original.follow(body)
    flag = found.get("required")
    required = flag is not None and flag.value is True
    content = found.get("content")
    listed = [
        (media_type, original.follow(media))
        for media_type, media in (content.members() if content else ())
    ]
    described = {essence(key) for key, each in listed if each.get("schema") is not None}
    for media_type, written in listed:
        if essence(media_type) in described and written.get("schema") is None:
            # What another spelling of the same media type describes.
            continue
        if written.get("itemSchema") is not None:
            reason = f"bodies of items, {media_type}"
            yield Body(media_type=media_type, sort="bytes", undrawn=reason)
            continue
        schema = written.get("schema")
        fields = _fields(original, schema, written.get("encoding"))
        yield _body(original, media_type, schema, fields, required=required)


def _bodies_2_0(original: Original, item: Piece, operation: Piece) -> Iterator[Body]:
    consumes = operation.get("consumes") or original.root.get("consumes")
    types = [str(each.value) for _, each in consumes.members()] if consumes else []
    slots: dict[str, Slot] = {}
    files: set[str] = set()
    for place, found in _parameters(original, item, operation):
        if place == "body":
            required = found.value.get("required") is True
            for media_type in types or ["application/json"]:
                schema = found.get("schema")
                body = _body(original, media_type, schema, {}, required=required)
                name = str(found.value.get("name"))
                yield msgspec.structs.replace(body, name=name)
            return
        if place == "formData":
            slot = read_field(original, found)
            slots.setdefault(slot.name, slot)
            if found.value.get("type") == "file":
                files.add(slot.name)
    if slots:
        fallback = "multipart/form-data" if files else FORM
        forms = [each for each in types if _sort(each) in {"form", "multipart"}]
        for media_type in forms or [fallback]:
            yield _form_2_0(media_type, [*slots.values()], files)


def _parameters(
    original: Original, item: Piece, operation: Piece
) -> Iterator[tuple[str, Piece]]:
    """The parameters of an operation, its own before those of its path item, with their place."""
    for owner in (operation, item):
        listed = owner.get("parameters")
        for _, parameter in listed.members() if listed else ():
            found = original.follow(parameter)
            place = found.get("in")
            if place is not None:
                yield str(place.value), found


def _form_2_0(media_type: str, slots: list[Slot], files: set[str]) -> Body:
    properties = {
        slot.name: {"type": "string"} if slot.name in files else slot.schema
        for slot in slots
        if slot.schema is not None
    }
    required = [slot.name for slot in slots if slot.required]
    return Body(
        media_type=media_type,
        sort=_sort(media_type),
        required=bool(required),
        schema={"type": "object", "properties": properties, "required": required},
        fields={
            slot.name: Field(
                style=slot.style,
                explode=slot.explode,
                inner=slot.inner,
                is_file=slot.name in files,
            )
            for slot in slots
        },
    )


def _body(
    original: Original,
    media_type: str,
    schema: Piece | None,
    fields: Mapping[str, Field],
    *,
    required: bool,
) -> Body:
    sort = _sort(media_type)
    made: Tree = {}
    if schema is not None:
        made = Bounded(original, sent=True).make(schema)
    undrawn = ""
    if made is None and sort != "bytes":
        undrawn = "bodies without a value of bounded size"
    if sort in {"form", "multipart"} and is_object(made) and _has_no_names(made):
        # Forms from Swagger's `in: body` are of every type, and nothing says how they look.
        is_text = sort == "form" and made.get("type") == "string"
        undrawn = undrawn or ("" if is_text else "forms that are no objects")
    if sort == "text" and not (is_object(made) and made.get("type") == "string"):
        made = {"type": "string"}
    return Body(
        media_type=media_type,
        sort=sort,
        required=required,
        schema=made,
        written=schema,
        fields=fields,
        undrawn=undrawn,
    )


def _has_no_names(schema: dict[str, Tree]) -> bool:
    kind = schema.get("type")
    return isinstance(kind, str) and kind != "object"


def _sort(media_type: str) -> Sort:
    name = essence(media_type)
    if is_json(name):
        return "json"
    if name == FORM:
        return "form"
    if name.startswith(_MULTIPART):
        return "multipart"
    return "text" if name.startswith("text/") else "bytes"


def _fields(
    original: Original, schema: Piece | None, encoding: Piece | None
) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for name, member in _properties(original, schema):
        found[name] = Field(is_file=_is_file(original, member))
    for name, each in encoding.members() if encoding else ():
        said: Tree = each.value if is_object(each.value) else {}
        media_type = str(said.get("contentType", ""))
        field = Field(media_type=media_type, is_file=_file_of(found, name, media_type))
        if any(key in said for key in _STYLED):
            style = str(said.get("style") or "form")
            explode = said.get("explode", style == "form") is True
            field = msgspec.structs.replace(field, style=style, explode=explode)
        found[name] = field
    return found


def _file_of(found: Mapping[str, Field], name: str, media_type: str) -> bool:
    return name in found and found[name].is_file and not is_json(media_type)


def _properties(
    original: Original, schema: Piece | None
) -> Iterator[tuple[str, Piece]]:
    """The members that a schema and its parts declare."""
    waiting = [] if schema is None else [schema]
    seen: set[str] = set()
    while waiting:
        try:
            found = original.follow(waiting.pop())
        except Dangling:
            continue
        if found.uri in seen:
            continue
        seen.add(found.uri)
        properties = found.get("properties")
        yield from properties.members() if properties else ()
        for keyword in ("allOf", "anyOf", "oneOf"):
            parts = found.get(keyword)
            waiting += [part for _, part in parts.members()] if parts else []


def _is_file(
    original: Original, member: Piece, seen: frozenset[str] = frozenset()
) -> bool:
    """Whether a member is bytes, or a list of bytes, by what its schema or all variants say."""
    try:
        found = original.follow(member)
        items = found.get("items")
        found = original.follow(items) if items is not None else found
    except Dangling:
        return False
    value = found.value
    if not is_object(value) or found.uri in seen:
        return False
    variants = found.get("anyOf") or found.get("oneOf")
    if variants is not None:
        each = [part for _, part in variants.members()]
        return all(_is_file(original, part, seen | {found.uri}) for part in each)
    if value.get("format") == "binary":
        return True
    return "contentMediaType" in value and "contentEncoding" not in value
