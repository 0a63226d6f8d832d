"""Media Type Object: https://spec.openapis.org/oas/v3.2.0#media-type-object"""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.document.trees.tree import Tree
from generator.ir.operation import MediaType
from generator.ir.types import Anything, Array, Binary, String, Type, Variant
from generator.ir.unrefined import Inline
from generator.ir.value import Docs
from generator.media_range import MediaRange, media_range
from generator.reader.audit import audit
from generator.reader.content_type import content_types, one_each
from generator.reader.context import Context
from generator.reader.encoding import read_encodings, read_positions
from generator.reader.event_data import json_data, note_event_data
from generator.reader.example import as_example, read_examples
from generator.reader.grpc_stream import is_stream_result
from generator.reader.schema.combination import essence, one_of
from generator.reader.schema.reading import Reading


def read_content(node: Node, context: Context) -> tuple[MediaType, ...]:
    """Read the `content` of a body or a response: its representations in order."""
    found = one_each(content_types(node.members("content"), context))
    return tuple(
        _read_together(content_type, written, context)
        for content_type, written in found.items()
    )


def _read_together(
    content_type: str, written: tuple[Node, ...], context: Context
) -> MediaType:
    """Read what is written of one media type, under spellings that differ in their charset, say."""
    known: list[tuple[Tree, Tree]] = []
    described: list[MediaType] = []
    others: list[MediaType] = []
    for each in written:
        try:
            node = each.follow()
            schemas = _schemas(node)
            is_new = any(schemas) and schemas not in known
            is_read = is_new or not any(schemas)
            media = _read_media_type(content_type, node, context, has_schema=is_read)
            (described if is_new else others).append(media)
            known.append(schemas)
        except Unsupported as reason:
            type = context.lose(each, reason)
            described.append(MediaType(content_type=content_type, type=type))
    return _joined(described, others, written[0])


def _schemas(node: Node) -> tuple[Tree, Tree]:
    """The schema and that of items, as they are written; `{}` says nothing, nor does `true`."""
    schema, item = node.mapping.get("schema"), node.mapping.get("itemSchema")
    return None if schema is True else schema, None if item is True else item


def _joined(
    described: list[MediaType], others: list[MediaType], node: Node
) -> MediaType:
    """One media type: a value fits any of the schemas, of which there is one most of the time."""
    medias = [*described, *others]
    first = medias[0]
    if len(medias) == 1:
        return first
    type = first.type
    if len(described) > 1 and all(media.item is None for media in described):
        variants = [Variant(type=media.type) for media in described]
        type = one_of(variants, None, node, "/anyOf")
    examples = [each for media in medias for each in media.examples]
    encoded = next((each for each in medias if _is_encoded(each)), first)
    return replace(
        first,
        type=type,
        encodings=encoded.encodings,
        prefix_encodings=encoded.prefix_encodings,
        item_encoding=encoded.item_encoding,
        examples=tuple(
            each for at, each in enumerate(examples) if each not in examples[:at]
        ),
    )


def _is_encoded(media: MediaType) -> bool:
    return bool(media.encodings or media.prefix_encodings or media.item_encoding)


def _read_media_type(
    content_type: str, node: Node, context: Context, *, has_schema: bool
) -> MediaType:
    """Read a media type, but for a schema that stands under another spelling of it, too."""
    written = media_range(content_type)
    if not context.is_object(node, "a media type"):
        return MediaType(content_type=content_type, type=_unwritten(written))
    schema, item_schema = node.get("schema"), node.get("itemSchema")
    if not has_schema:
        schema = item_schema = None
    if written.is_event_stream:
        schema, item_schema = _events(schema, item_schema, context)
    item = context.read_schema(item_schema) if item_schema is not None else None
    reading, in_lines = Reading(type=_unwritten(written)), False
    if schema is not None:
        reading = context.read_schema(schema)
        reading = replace(reading, type=_as_sent(written, reading.type))
        _note_undecoded(written, reading.type, schema, context)
        if item is None and written.is_json and is_stream_result(schema):
            item = reading
            in_lines = True
            reading = replace(reading, type=Array(item=reading.type))
    elif item is not None:
        reading = Reading(type=Array(item=item.type), constraints=item.within("items"))
    prefix_encodings, item_encoding = read_positions(node, context)
    media = MediaType(
        content_type=content_type,
        type=reading.type,
        item=item.type if item else None,
        in_lines=in_lines,
        encodings=read_encodings(node, context),
        prefix_encodings=prefix_encodings,
        item_encoding=item_encoding,
        examples=read_examples(node, context) or as_example(reading.example),
        docs=Docs() if isinstance(essence(reading.type), Inline) else reading.docs,
        constraints=reading.constraints,
    )
    audit(node, "Media Type", context)
    return media


def _events(
    schema: Node | None, item: Node | None, context: Context
) -> tuple[Node | None, Node | None]:
    """The schema of events' data and that of whole events, where text that is JSON is opened."""
    if item is None:
        return json_data(schema, context) or schema, None
    if (data := json_data(item, context)) is not None:
        return data, None
    note_event_data(item, context)
    return schema, item


def _unwritten(written: MediaRange) -> Type:
    """The type of a body whose schema the document leaves out."""
    if written.is_text:
        return String()
    return Anything() if written.is_json or written.is_form else Binary()


def _note_undecoded(
    written: MediaRange, type: Type, node: Node, context: Context
) -> None:
    """Note once for each media type that a schema isn't what callers get or give."""
    if _is_decoded(written) or isinstance(essence(type), String | Anything | Binary):
        return
    if context.is_first("undecoded", written.essence, node.file):
        context.notebook.write(
            "content-undecoded",
            f"`{written.essence}` isn't decoded, so that its schema isn't used",
            node.place,
            hint="such bodies travel as the caller gives them",
        )


def _is_decoded(written: MediaRange) -> bool:
    return (
        written.is_json or written.is_form or written.is_sequential or written.is_range
    )


def _as_sent(written: MediaRange, type: Type) -> Type:
    """The type of a body: what is neither JSON, text nor a form travels as bytes."""
    is_known = written.is_json or written.is_text or written.is_form
    if (
        not is_known
        and essence(type) in (String(), Anything())
        and not written.is_range
    ):
        return Binary()
    return type
