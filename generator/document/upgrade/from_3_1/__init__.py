"""OpenAPI 3.1 to 3.2: one way to write examples, XML nodes and a tag's title."""

from __future__ import annotations

from generator.document.trees.object_keywords import GRAMMAR
from generator.document.trees.tree import Tree
from generator.document.upgrade.from_3_1.objects import example, tag, xml
from generator.document.upgrade.from_3_1.schema import TRIGGERS, schema
from generator.document.upgrade.walk.upgrade_walk import Rule, UpgradeStep, Walk
from generator.document.upgrade.walk.visited_objects import shapes


def openapi(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade the document; a later edition of 3.2 stays what it is."""
    if str(value.get("openapi")).startswith("3.2"):
        return value
    return value | {"openapi": "3.2.0"}


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
        "schema": Rule(schema, TRIGGERS),
        "tag": Rule(tag, frozenset({"x-displayName"})),
        "xml": Rule(xml, frozenset({"attribute", "wrapped"})),
    },
)
