"""Media Type Object: https://spec.openapis.org/oas/v3.2.0#media-type-object"""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.operation import MediaType
from generator.ir.types import Anything, Array, Binary, Inline, String, Type
from generator.ir.value import Docs
from generator.reader.audit import audit
from generator.reader.content_type import (
    content_types,
    essence,
    is_form,
    is_json,
    is_sequential,
    is_text,
)
from generator.reader.context import Context
from generator.reader.encoding import read_encodings, read_positions
from generator.reader.example import as_example, read_examples
from generator.reader.schema import read_schema
from generator.reader.schema.reading import Reading


def read_content(node: Node, context: Context) -> tuple[MediaType, ...]:
    """Read the `content` of a body or a response: its representations in order."""
    found = content_types(node.members("content"), context)
    return tuple(
        _read_representation(content_type, one, context)
        for content_type, one in found.items()
    )


def _read_representation(content_type: str, node: Node, context: Context) -> MediaType:
    try:
        return _read_media_type(content_type, node.follow(), context)
    except Unsupported as reason:
        return MediaType(content_type=content_type, type=context.lose(node, reason))


def _read_media_type(content_type: str, node: Node, context: Context) -> MediaType:
    if not context.is_object(node, "a media type"):
        return MediaType(content_type=content_type, type=_unwritten(content_type))
    schema, item_schema = node.get("schema"), node.get("itemSchema")
    item = read_schema(item_schema, context) if item_schema is not None else None
    reading = Reading(type=_unwritten(content_type))
    if schema is not None:
        reading = read_schema(schema, context)
        reading = replace(reading, type=_as_sent(content_type, reading.type))
        _note_undecoded(content_type, reading.type, schema, context)
    elif item is not None:
        reading = Reading(type=Array(item=item.type), constraints=item.within("items"))
    prefix_encodings, item_encoding = read_positions(node, context)
    media = MediaType(
        content_type=content_type,
        type=reading.type,
        item=item.type if item else None,
        encodings=read_encodings(node, context),
        prefix_encodings=prefix_encodings,
        item_encoding=item_encoding,
        examples=read_examples(node, context) or as_example(reading.example),
        docs=Docs() if isinstance(reading.type, Inline) else reading.docs,
        constraints=reading.constraints,
    )
    audit(node, "Media Type", context)
    return media


def _unwritten(content_type: str) -> Type:
    """The type of a body whose schema the document leaves out."""
    if is_text(content_type):
        return String()
    if is_json(content_type) or is_form(content_type):
        return Anything()
    return Binary()


def _note_undecoded(
    content_type: str, type: Type, node: Node, context: Context
) -> None:
    """Note once for each media type that a schema isn't what callers get or give."""
    if _is_decoded(content_type) or isinstance(type, String | Anything | Binary):
        return
    if context.first("undecoded", essence(content_type), node.file):
        context.notebook.write(
            "content-undecoded",
            f"`{essence(content_type)}` isn't decoded, so that its schema isn't used",
            node.place,
            hint="such bodies travel as the caller gives them",
        )


def _is_decoded(content_type: str) -> bool:
    return (
        is_json(content_type)
        or is_form(content_type)
        or is_sequential(content_type)
        or "*" in content_type
    )


def _as_sent(content_type: str, type: Type) -> Type:
    """The type of a body: what is neither JSON, text nor a form travels as bytes."""
    textual = is_json(content_type) or is_text(content_type) or is_form(content_type)
    if not textual and type in (String(), Anything()) and "*" not in content_type:
        return Binary()
    return type
