"""OpenAPI 3.1 to 3.2: one way to write examples, XML nodes and a tag's title."""

from __future__ import annotations

from generator.document.trees.object_keywords import GRAMMAR
from generator.document.trees.tree import Tree, without
from generator.document.upgrade.from_3_0 import modernized
from generator.document.upgrade.walk.upgrade_walk import Rule, UpgradeStep, Walk
from generator.document.upgrade.walk.visited_objects import shapes

_FLAGS = ("exclusiveMaximum", "exclusiveMinimum", "nullable")

_TRIGGERS = frozenset({*_FLAGS, "example"})


def openapi(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade the document; a later edition of 3.2 stays what it is."""
    if str(value.get("openapi")).startswith("3.2"):
        return value
    return value | {"openapi": "3.2.0"}


def example(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Make the one example of a parameter, header or media type a named one."""
    named = value.get("examples", {})
    if not isinstance(named, dict) or "example" in named:
        return value
    rest = without(value, "example")
    one: dict[str, Tree] = {"value": value["example"]}
    first: dict[str, Tree] = {"example": walk.made(one, value)}
    return {**rest, "examples": walk.made({**first, **named}, value)}


def tag(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Adopt the title that a widespread extension gives a tag."""
    title = value["x-displayName"]
    if not isinstance(title, str) or "summary" in value:
        return value
    rest = without(value, "x-displayName")
    return rest | {"summary": title}


def xml(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Name the kind of node instead of flagging it."""
    rest = without(value, "attribute", "wrapped")
    if "nodeType" in value:
        return rest
    if value.get("attribute") is True:
        return rest | {"nodeType": "attribute"}
    if value.get("wrapped") is True:
        return rest | {"nodeType": "element"}
    return rest


def schema(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a schema.

    3.1 dropped `nullable` and the flags for exclusive bounds; where they are written all the
    same, what 3.0 meant by them is what is meant.
    """
    for flag in _FLAGS:
        if isinstance(value.get(flag), bool):
            message = f"`{flag}` as a flag is OpenAPI 3.0; read as there"
            walk.note("keyword-outdated", message, value, flag)
    return modernized(value, value, walk)


_EXAMPLE = Rule(example, frozenset({"example"}))

STEP = UpgradeStep(
    shapes=shapes(
        GRAMMAR,
        wanted={"openapi", "schema", "xml", "tag", "parameter", "header", "mediaType"},
    ),
    rules={
        "header": _EXAMPLE,
        "mediaType": _EXAMPLE,
        "openapi": Rule(openapi),
        "parameter": _EXAMPLE,
        "schema": Rule(schema, _TRIGGERS),
        "tag": Rule(tag, frozenset({"x-displayName"})),
        "xml": Rule(xml, frozenset({"attribute", "wrapped"})),
    },
)
