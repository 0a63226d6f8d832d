"""OpenAPI 3.0 to 3.1: Schema Objects become JSON Schema."""

from __future__ import annotations

from generator.document.trees.object_keywords import GRAMMAR
from generator.document.trees.tree import Tree
from generator.document.upgrade.from_3_0.reference import reference
from generator.document.upgrade.from_3_0.schema import TRIGGERS, schema
from generator.document.upgrade.walk.upgrade_walk import Rule, UpgradeStep, Walk
from generator.document.upgrade.walk.visited_objects import shapes


def openapi(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade the document: webhooks were an extension."""
    hooks = value.get("x-webhooks")
    if not isinstance(hooks, dict) or "webhooks" in value:
        return value | {"openapi": "3.1.2"}
    walk.note("extension-adopted", "Read as `webhooks`", value, "x-webhooks")
    rest = {key: item for key, item in value.items() if key != "x-webhooks"}
    return rest | {"openapi": "3.1.2", "webhooks": hooks}


_OPENAPI = GRAMMAR["openapi"] | {"x-webhooks": "{pathItem}"}

STEP = UpgradeStep(
    shapes=shapes(
        {**GRAMMAR, "openapi": _OPENAPI}, wanted={"openapi", "schema", "discriminator"}
    ),
    rules={
        "openapi": Rule(openapi),
        "reference": Rule(reference),
        "schema": Rule(schema, TRIGGERS),
    },
)
