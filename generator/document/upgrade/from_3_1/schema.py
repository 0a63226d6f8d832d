"""Schema Object: what 3.0 wrote and documents of 3.1 still write."""

from __future__ import annotations

from generator.document.trees.tree import Tree
from generator.document.upgrade.from_3_0.nullable import nullable
from generator.document.upgrade.from_3_0.schema import examples, exclusive
from generator.document.upgrade.walk.upgrade_walk import Walk

_FLAGS = ("exclusiveMaximum", "exclusiveMinimum", "nullable")

TRIGGERS = frozenset({*_FLAGS, "example"})


def schema(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a schema.

    3.1 dropped `nullable` and the flags for exclusive bounds; where they are written all the
    same, what 3.0 meant by them is what is meant.
    """
    for flag in _FLAGS:
        if isinstance(value.get(flag), bool):
            message = f"`{flag}` as a flag is OpenAPI 3.0; read as there"
            walk.note("keyword-outdated", message, value, flag)
    before = value
    value = exclusive(value, before, walk)
    if "example" in value:
        value = examples(value, walk)
    return nullable(walk.made(value, before), walk) if "nullable" in value else value
