"""OpenAPI 3.0 to 3.1: Schema Objects become JSON Schema."""

from __future__ import annotations

from generator.document.trees.object_keywords import GRAMMAR
from generator.document.trees.tree import Tree, without
from generator.document.upgrade.nullable_schemas import ANNOTATIONS, nullable
from generator.document.upgrade.walk.upgrade_walk import Rule, UpgradeStep, Walk
from generator.document.upgrade.walk.visited_objects import shapes

# JSON Schema's own words for where a schema is and what it is written in: 3.0 has none of them,
# and in 3.1 they would change what references mean.
_FOREIGN = ("$anchor", "$id", "$schema")

_BOUNDS = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))

_TRIGGERS = frozenset(
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


def openapi(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade the document: webhooks were an extension."""
    hooks = value.get("x-webhooks")
    if not isinstance(hooks, dict) or "webhooks" in value:
        return value | {"openapi": "3.1.2"}
    walk.note("extension-adopted", "Read as `webhooks`", value, "x-webhooks")
    rest = without(value, "x-webhooks")
    return rest | {"openapi": "3.1.2", "webhooks": hooks}


def reference(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a Reference Object: only prose may stand beside the reference."""
    return _alone(value, frozenset({"$ref", "summary", "description"}), walk)


def _alone(value: dict[str, Tree], kept: frozenset[str], walk: Walk) -> dict[str, Tree]:
    ignored = [key for key in value if key not in kept and not key.startswith("x-")]
    for key in ignored:
        walk.note(
            "ref-sibling-ignored", f"`{key}` has no effect beside `$ref`", value, key
        )
    return without(value, *ignored) if ignored else value


def schema(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a schema."""
    before = value
    if isinstance(value.get("$ref"), str):
        if len(value) == 1:
            return value
        # Strictly, 3.0 ignores all that stands beside `$ref`. Descriptions and the like are kept,
        # since they are written there to be read and change no type.
        value = _alone(value, ANNOTATIONS | {"$ref", "nullable"}, walk)
    for key in _FOREIGN:
        if isinstance(value.get(key), str):
            walk.note("keyword-foreign", f"OpenAPI 3.0 has no `{key}`", before, key)
            value = without(value, key)
    return modernized(_content(value), before, walk)


def modernized(
    value: dict[str, Tree], at: dict[str, Tree], walk: Walk
) -> dict[str, Tree]:
    """Write the flags and the example of 3.0 in the words of JSON Schema.

    Args:
        value: The schema.
        at: The schema before the step.
        walk: The pass.
    """
    value = _exclusive(value, at, walk)
    if "example" in value:
        value = _examples(value, walk)
    return nullable(walk.made(value, at), walk) if "nullable" in value else value


def _exclusive(
    value: dict[str, Tree], at: dict[str, Tree], walk: Walk
) -> dict[str, Tree]:
    """Turn a flag beside a bound into a bound of its own."""
    for bound, flag in _BOUNDS:
        on = value.get(flag)
        if not isinstance(on, bool):
            continue
        rest = without(value, flag)
        if on and bound in value:
            rest[flag] = rest.pop(bound)
        elif on:
            walk.note("bound-missing", f"`{flag}` needs `{bound}`", at, flag)
        value = rest
    return value


def _content(value: dict[str, Tree]) -> dict[str, Tree]:
    """Say how a string carries bytes; the format stays, for readers of formats."""
    if value.get("type") != "string":
        return value
    if value.get("format") == "byte" and "contentEncoding" not in value:
        return value | {"contentEncoding": "base64"}
    if value.get("format") == "binary" and "contentMediaType" not in value:
        return value | {"contentMediaType": "application/octet-stream"}
    return value


def _examples(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Put the example first in the list of examples."""
    listed = value.get("examples", [])
    if not isinstance(listed, list):
        return value
    example = value["example"]
    rest = without(value, "example")
    others = [item for item in listed if item != example]
    return {**rest, "examples": walk.made([example, *others], value)}


_OPENAPI = GRAMMAR["openapi"] | {"x-webhooks": "{pathItem}"}

STEP = UpgradeStep(
    shapes=shapes(
        {**GRAMMAR, "openapi": _OPENAPI}, wanted={"openapi", "schema", "discriminator"}
    ),
    rules={
        "openapi": Rule(openapi),
        "reference": Rule(reference),
        "schema": Rule(schema, _TRIGGERS),
    },
)
