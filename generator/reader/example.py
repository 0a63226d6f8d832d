"""Example Object: https://spec.openapis.org/oas/v3.2.0#example-object"""

from __future__ import annotations

from generator.document.node import Node
from generator.ir.operation import Example
from generator.ir.value import Json
from generator.reader.audit import audit
from generator.reader.context import Context


def read_examples(node: Node, context: Context) -> tuple[Example, ...]:
    """Read the `example` or the `examples` of a parameter or a media type."""
    found: list[Example] = []
    single = node.get("example")
    if single is not None:
        found.append(Example(name="", value=Json(value=single.value)))
    for key, one in node.members("examples"):
        # An example is no part of the contract: one that can't be read costs nothing else.
        with context.leaving_out("the example is left out"):
            example = _read_example(key, one.follow(), context)
            if example is not None:
                found.append(example)
    return tuple(found)


def as_example(example: Json | None) -> tuple[Example, ...]:
    """The example of a schema, for a parameter or a media type that shows nothing itself."""
    return () if example is None else (Example(name="", value=example),)


def _read_example(key: str, node: Node, context: Context) -> Example | None:
    if not context.is_object(node, "an example"):
        return None
    value = node.get("dataValue")
    if value is None:
        value = node.get("value")
    if value is None:
        value = node.get("serializedValue")
    audit(node, "Example", context)
    return None if value is None else Example(name=key, value=Json(value=value.value))
