"""The data of server-sent events that are described as text with a `contentSchema`.

An item of an event stream is an event, whose `data` are text on the wire. Where the text is JSON
and its schema is known, callers get what it says:
https://spec.openapis.org/oas/v3.2.0#special-considerations-for-server-sent-events
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.node import Node
from generator.media_range import media_range
from generator.reader.context import Context

_EITHER = ("oneOf", "anyOf")
_DEEPEST = 16


def json_data(schema: Node | None, context: Context) -> Node | None:
    """The schema of an event's data, where it is described as text that is JSON.

    Args:
        schema: The schema of the data, or of all of them as a list.
        context: What the readers share; it keeps what was found.
    """
    if schema is None or not isinstance(schema.value, dict):
        return None
    if (items := schema.get("items")) is not None:
        data_schema = _content(items.follow())
        if data_schema is not None:
            context.event_data[items.id] = data_schema
        return None
    return _content(schema.follow())


def note_event_data(item: Node, context: Context) -> None:
    """Find the data in an event's schema, and let them be read by their `contentSchema`.

    Args:
        item: The schema of an event.
        context: What the readers share; it keeps what was found.
    """
    found = [*_data(item, is_variant=False, depth=_DEEPEST)]
    decoded = {node.id: schema for node, schema, _ in found if schema is not None}
    if not decoded:
        return
    context.event_data.update(decoded)
    for node, schema, is_variant in found:
        if schema is None and not is_variant and _is_text(node):
            # What all events have in common says only that there are data.
            context.event_data[node.id] = None


def _data(
    schema: Node, *, is_variant: bool, depth: int
) -> Iterator[tuple[Node, Node | None, bool]]:
    """Each schema of the data, its `contentSchema`, and whether it is one of several variants."""
    if depth == 0 or not isinstance(schema.value, dict):
        return
    if "$ref" in schema.value:
        yield from _data(schema.follow(), is_variant=is_variant, depth=depth - 1)
    for name, one in schema.members("properties"):
        if name == "data":
            yield one, _content(one.follow()), is_variant
    for one in schema.elements("allOf"):
        yield from _data(one, is_variant=is_variant, depth=depth - 1)
    for keyword in _EITHER:
        for one in schema.elements(keyword):
            yield from _data(one, is_variant=True, depth=depth - 1)


def _content(data: Node) -> Node | None:
    """The schema of what the text holds, where that is JSON as it is."""
    if not isinstance(data.value, dict) or "contentEncoding" in data.value:
        return None
    written = data.value.get("contentMediaType", "application/json")
    if not isinstance(written, str) or not media_range(written).is_json:
        return None
    return data.get("contentSchema")


def _is_text(data: Node) -> bool:
    return isinstance(data.value, dict) and data.value.get("type", "string") == "string"
