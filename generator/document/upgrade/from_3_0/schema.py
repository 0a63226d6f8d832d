"""Schema Object, as JSON Schema 2020-12 has it."""

from __future__ import annotations

from generator.document.trees.tree import Tree
from generator.document.upgrade.from_3_0.nullable import nullable
from generator.document.upgrade.from_3_0.reference import schema_reference
from generator.document.upgrade.walk.upgrade_walk import Walk

# JSON Schema's own words for where a schema is and what it is written in: 3.0 has none of them,
# and in 3.1 they would change what references mean.
_FOREIGN = ("$anchor", "$id", "$schema")

_BOUNDS = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))

TRIGGERS = frozenset(
    {
        *_FOREIGN,
        "$ref",
        "example",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "format",
        "nullable",
    }
)


def schema(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a schema."""
    before = value
    if isinstance(value.get("$ref"), str):
        if len(value) == 1:
            return value
        value = schema_reference(value, walk)
    for key in _FOREIGN:
        if isinstance(value.get(key), str):
            walk.note("keyword-foreign", f"OpenAPI 3.0 has no `{key}`", before, key)
            value = {name: item for name, item in value.items() if name != key}
    value = content(exclusive(value, before, walk))
    if "example" in value:
        value = examples(value, walk)
    return nullable(walk.made(value, before), walk) if "nullable" in value else value


def exclusive(
    value: dict[str, Tree], at: dict[str, Tree], walk: Walk
) -> dict[str, Tree]:
    """Turn a flag beside a bound into a bound of its own.

    Args:
        value: The schema.
        at: The schema as the walk knows it.
        walk: The pass.
    """
    for bound, flag in _BOUNDS:
        on = value.get(flag)
        if not isinstance(on, bool):
            continue
        dropped = {flag, bound} if on else {flag}
        rest = {key: item for key, item in value.items() if key not in dropped}
        if on and bound in value:
            rest[flag] = value[bound]
        elif on:
            walk.note("bound-missing", f"`{flag}` needs `{bound}`", at, flag)
        value = rest
    return value


def content(value: dict[str, Tree]) -> dict[str, Tree]:
    """Say how a string carries bytes; the format stays, for readers of formats."""
    if value.get("type") != "string":
        return value
    if value.get("format") == "byte" and "contentEncoding" not in value:
        return value | {"contentEncoding": "base64"}
    if value.get("format") == "binary" and "contentMediaType" not in value:
        return value | {"contentMediaType": "application/octet-stream"}
    return value


def examples(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Put the example first in the list of examples."""
    listed = value.get("examples", [])
    if not isinstance(listed, list):
        return value
    example = value["example"]
    rest = {key: item for key, item in value.items() if key != "example"}
    others = [item for item in listed if item != example]
    return {**rest, "examples": walk.made([example, *others], value)}
