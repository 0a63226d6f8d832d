"""Bodies that are forms, read by what was given: in a URL's encoding, or in parts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from email import message_from_bytes, policy
from email.message import Message
from urllib.parse import quote, unquote

import msgspec

from tests.judge.roundtrip.comparison import equal
from tests.judge.source.described_responses import is_json
from tests.judge.source.original import Tree, is_array, is_object
from tests.judge.wire.request.bodies import (
    FORM,
    Body,
    Field,
    essence,
)
from tests.judge.wire.request.name_value_pairs import Pairs
from tests.judge.wire.request.spelling import spells

_PLAIN = Field()
# https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
_ESCAPES = {'"': "%22", "\r": "%0D", "\n": "%0A"}
# What stands between the items of a style.
_APART = ",|"
# What is equal to no JSON.
_UNREADABLE = object()


class _Part(msgspec.Struct, frozen=True):
    """A part of a multipart body."""

    name: str
    filename: str
    content_type: str
    content: bytes


def form_fault(
    content: bytes, given: dict[str, Tree], fields: Mapping[str, Field]
) -> str:
    """What is wrong with a form in a URL's encoding.

    Args:
        content: The body as it came.
        given: Its members.
        fields: How they are written.
    """
    pairs = Pairs(content.decode("ascii", "replace"))
    for name, value in given.items():
        field = fields.get(name, _PLAIN)
        if field.style:
            found = pairs.fault(name, value, field.style, field.explode, field.inner)
        elif is_array(value) and not is_json(field.media_type):
            found = pairs.each_fault(name, value)
        else:
            found = pairs.one_fault(name, value)
        if found:
            return found
    return f"the form also has {', '.join(pairs.left)}" if pairs.left else ""


def multipart_fault(
    content: bytes, content_type: str, given: dict[str, Tree], body: Body
) -> str:
    """What is wrong with a multipart form.

    Args:
        content: The body as it came.
        content_type: Its media type, with the boundary.
        given: Its members.
        body: What the document says about it.
    """
    parts = _parts(content, content_type)
    for name, value in given.items():
        field = body.fields.get(name, _PLAIN)
        own = [part for part in parts if part.name == name]
        if field.style and not field.is_file:
            spread = value if _is_spread(value, field) else (name,)
            own = [part for part in parts if part.name.partition("[")[0] in spread]
            found = _styled_fault(name, value, field, own)
        else:
            values = (
                value if is_array(value) and not is_json(field.media_type) else [value]
            )
            found = _parts_fault(name, values, field, own)
        if found:
            return found
        parts = [part for part in parts if part not in own]
    names = ", ".join(part.name for part in parts)
    return f"the form also has {names}" if parts else ""


def _parts_fault(
    name: str, values: list[Tree], field: Field, parts: list[_Part]
) -> str:
    if len(values) != len(parts):
        return f"{name!r}: {len(values)} values arrived as {len(parts)} parts"
    for value, part in zip(values, parts, strict=True):
        if found := _part_fault(value, field, part):
            return f"{name!r}: {found}"
    return ""


def _part_fault(value: Tree, field: Field, part: _Part) -> str:
    if field.media_type and not _is_among(part.content_type, field.media_type):
        return f"{field.media_type} is sent as {part.content_type or 'nothing'}"
    if isinstance(value, bytes):
        if not part.filename:
            return "a file without a name"
        return "" if part.content == value else f"{value!r} arrived as {part.content!r}"
    text = part.content.decode("utf-8", "surrogateescape")
    if is_object(value) or is_array(value):
        if essence(part.content_type) == FORM and is_object(value):
            return form_fault(part.content, value, {})
        if not is_json(part.content_type):
            return f"an object is sent as {part.content_type or 'text'}"
        is_there = equal(_loaded(text), value)
    elif is_json(part.content_type):
        is_there = equal(_loaded(text), value)
    else:
        is_there = spells(text, value)
    return "" if is_there else f"{value!r} arrived as {text!r}"


def _is_spread(value: Tree, field: Field) -> bool:
    """Whether the members of an object stand under names of their own."""
    return is_object(value) and field.style == "form" and field.explode


def _styled_fault(name: str, value: Tree, field: Field, parts: list[_Part]) -> str:
    """What is wrong with parts by a style, which decides on names and texts alone."""
    # Nothing in a part is percent-encoded but what is so here, to be read as a query's.
    text = "&".join(
        f"{quote(part.name)}={quote(part.content, safe=_APART)}" for part in parts
    )
    shape = (field.style, field.explode, field.inner)
    return Pairs(text, decode=unquote).fault(name, value, *shape)


def _is_among(sent: str, allowed: str) -> bool:
    """Whether a media type is one of those that commas separate, ranges among them."""
    name = essence(sent)
    for each in allowed.split(","):
        wanted = essence(each)
        if wanted in {name, "*/*"} or wanted == f"{name.partition('/')[0]}/*":
            return True
    return False


def _parts(content: bytes, content_type: str) -> list[_Part]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    # The library's stubs don't tell a message with parts from one without.
    whole: Tree = message_from_bytes(head + content, policy=policy.HTTP)
    return [_part(each) for each in whole.get_payload()] if whole.is_multipart() else []


def _part(part: Message) -> _Part:
    content = part.get_payload(decode=True)
    return _Part(
        name=_named(part.get_param("name", "", "content-disposition")),
        filename=_named(part.get_filename("")),
        content_type=part.get_content_type() if "content-type" in part else "",
        content=content if isinstance(content, bytes) else b"",
    )


def _named(text: object) -> str:
    """A name in a part's head, in which HTML's forms escape three characters."""
    found = str(text)
    for letter, escape in _ESCAPES.items():
        found = found.replace(escape, letter)
    return found


def _loaded(text: str) -> Tree:
    try:
        return json.loads(text)
    except ValueError:
        return _UNREADABLE
