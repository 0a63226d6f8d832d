"""Keywords that narrow a value without changing its type."""

from __future__ import annotations

from collections.abc import Collection

from generator.document.node import Node
from generator.document.trees.tree import describe
from generator.ir.declarations import Constraint
from generator.ir.value import Json
from generator.reader.context import Context

# Each keyword with the JSON values that it can have, in describe's words; () is any.
_NUMBER = ("a number",)
_SCHEMA = ("an object", "a boolean")
CONSTRAINTS: dict[str, tuple[str, ...]] = {
    "minimum": _NUMBER,
    "maximum": _NUMBER,
    "exclusiveMinimum": _NUMBER,
    "exclusiveMaximum": _NUMBER,
    "multipleOf": _NUMBER,
    "minLength": _NUMBER,
    "maxLength": _NUMBER,
    "pattern": ("a string",),
    "minItems": _NUMBER,
    "maxItems": _NUMBER,
    "uniqueItems": ("a boolean",),
    "contains": _SCHEMA,
    "minContains": _NUMBER,
    "maxContains": _NUMBER,
    "minProperties": _NUMBER,
    "maxProperties": _NUMBER,
    "propertyNames": _SCHEMA,
    "dependentRequired": ("an object",),
    "dependentSchemas": ("an object",),
    "dependencies": ("an object",),
    "not": _SCHEMA,
    "if": _SCHEMA,
    "then": _SCHEMA,
    "else": _SCHEMA,
    "unevaluatedItems": _SCHEMA,
    "unevaluatedProperties": _SCHEMA,
    "contentEncoding": ("a string",),
    "contentMediaType": ("a string",),
    "contentSchema": _SCHEMA,
}


def read_constraints(
    node: Node, context: Context, implied: Collection[str]
) -> tuple[Constraint, ...]:
    """Read the keywords of a schema that are documented and never enforced.

    Args:
        node: The schema.
        context: What the readers share.
        implied: Keywords that needn't be documented, since the type says the same.
    """
    found: list[Constraint] = []
    for keyword in node.mapping:
        wanted = CONSTRAINTS.get(keyword)
        if wanted is None or (value := node.get(keyword)) is None:
            continue
        if describe(value.value) in wanted:
            if keyword not in implied:
                found.append(Constraint(keyword=keyword, value=Json(value=value.value)))
        else:
            message = f"`{keyword}` has to be {' or '.join(wanted)}"
            context.repair("constraint-type", message, value, "it is ignored")
    return tuple(found)


def check_patterns(node: Node, context: Context) -> None:
    """Report an allOf that gives one string several patterns, which no one checks together."""
    ends = [end for one in node.elements("allOf") if (end := one.end()) is not None]
    patterns = [one.mapping.get("pattern") for one in (node, *ends)]
    found = {one for one in patterns if isinstance(one, str)}
    if len(found) > 1:
        context.notebook.write(
            "allof-patterns",
            f"a string has to match {len(found)} patterns at once",
            node.place,
            hint="it is sent and read as it is: patterns are for the documentation",
        )


def documented(node: Node, keyword: str) -> tuple[Constraint, ...]:
    """A keyword that no type can express here, kept for the documentation as it is written."""
    if (value := node.get(keyword)) is None:
        return ()
    return (Constraint(keyword=keyword, value=Json(value=value.value)),)
