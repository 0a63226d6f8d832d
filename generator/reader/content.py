"""The `content` of a parameter or a header, in place of a `schema`."""

from __future__ import annotations

from typing import NamedTuple

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.ir.operation import Example
from generator.ir.types import Anything
from generator.reader.audit import audit
from generator.reader.content_type import content_types, one_each
from generator.reader.context import Context
from generator.reader.example import read_examples
from generator.reader.schema.reading import Reading


class Content(NamedTuple):
    """The one media type of a parameter or a header."""

    media_type: str
    reading: Reading
    node: Node
    examples: tuple[Example, ...] = ()


def read_content_schema(node: Node, context: Context, what: str) -> Content | None:
    """Read the one media type of a parameter or a header.

    Args:
        node: The parameter or header.
        context: What the readers share.
        what: What it is, for messages.

    Returns:
        The media type and what it says; None without a usable `content`.
    """
    if (content := node.get("content")) is None:
        return None
    if not context.is_object(content, "`content`"):
        return None
    if "schema" in node.mapping:
        message = f"the {what} has both `schema` and `content`"
        where = node.at("content")
        context.repair("content-and-schema", message, where, "`schema` is read")
        return None
    entries = [*one_each(content_types(content.entries(), context)).items()]
    if not entries:
        message = f"the {what}'s `content` has no media type"
        context.repair("content-count", message, content, "it is ignored")
        return None
    if len(entries) > 1:
        message = f"the {what}'s `content` has several media types"
        context.repair("content-count", message, content, "the first one is read")
    content_type, written = entries[0]
    media = written[0]
    try:
        followed = tuple(each.follow() for each in written)
    except Unsupported as reason:
        lost = Reading(type=context.lose(media, reason))
        return Content(content_type, lost, media)
    media = next((each for each in followed if "schema" in each.mapping), followed[0])
    if not context.is_object(media, "a media type"):
        return Content(content_type, Reading(type=Anything()), media)
    schema = media.get("schema")
    found = Content(
        content_type,
        Reading(type=Anything()) if schema is None else context.read_schema(schema),
        media,
        read_examples(media, context),
    )
    audit(media, "Media Type", context)
    return found
