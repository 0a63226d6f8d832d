"""The keyword `type`: which JSON types a schema takes."""

from __future__ import annotations

import difflib

from generator.document.node import Node
from generator.document.tree import Tree, describe
from generator.reader.context import Context
from generator.reader.schema.conditional import is_conditional_object

KINDS = ("null", "boolean", "object", "array", "number", "string", "integer")

_OBJECT = ("properties", "patternProperties", "required")
_CLOSING = "additionalProperties"
_ARRAY = frozenset({"items", "prefixItems"})
_STRINGS = frozenset(
    [
        "byte",
        "binary",
        "date",
        "date-time",
        "duration",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "password",
        "time",
        "uri",
        "uri-reference",
        "uuid",
    ]
)
_NUMBERS = {
    "int32": "integer",
    "int64": "integer",
    "float": "number",
    "double": "number",
}
_OTHER_WORDS = {
    "bool": "boolean",
    "date": "string",
    "datetime": "string",
    "decimal": "number",
    "dict": "object",
    "double": "number",
    "file": "string",
    "float": "number",
    "int": "integer",
    "list": "array",
    "long": "integer",
    "map": "object",
    "none": "null",
    "str": "string",
    "text": "string",
    "uuid": "string",
}


def read_nullable(node: Node, context: Context) -> bool:
    """Whether a schema allows null in the way of OpenAPI 3.0, which later versions ignore."""
    if not node.flag("nullable"):
        return False
    message = "`nullable` has no effect in this version of OpenAPI"
    context.repair("keyword-outdated", message, node, "null is allowed, as it says")
    return True


def read_kinds(
    node: Node, context: Context, inherited: tuple[str, ...]
) -> tuple[str, ...]:
    """Read which JSON types a schema takes; () when it doesn't say.

    Args:
        node: The schema.
        context: What the readers share.
        inherited: The types that the schema around it allows, for one that names none.
    """
    written = node.get("type")
    if written is None:
        return _inferred(node) or inherited
    match written.value:
        case str():
            names: tuple[Node, ...] = (written,)
        case list():
            names = written.items()
        case value:
            found = describe(value)
            context.repair(
                "type-unknown", f"`type` can't be {found}", written, "it is ignored"
            )
            return _inferred(node) or inherited
    kinds = dict.fromkeys(kind for name in names if (kind := _kind(name, context)))
    if "number" in kinds:
        kinds.pop("integer", None)
    return tuple(kinds) or _inferred(node) or inherited


def _kind(name: Node, context: Context) -> str:
    """The JSON type that a word means; "" for any."""
    if name.value in KINDS:
        return str(name.value)
    if name.value is None:
        kind = "null"
    else:
        word = str(name.value).lower()
        close = difflib.get_close_matches(word, KINDS, n=1, cutoff=0.8)
        kind = _OTHER_WORDS.get(word) or (close[0] if close else "")
    hint = f"it is read as `{kind}`" if kind else "any value is accepted here"
    context.repair("type-unknown", f"`{name.value}` is no JSON type", name, hint)
    return kind


def takes_more(unevaluated: Tree) -> bool:
    """Whether a value of `unevaluatedProperties` gives properties a type, or any."""
    return unevaluated is True or isinstance(unevaluated, dict)


def _is_told_apart(schema: dict[str, Tree]) -> bool:
    """Whether a discriminator is that of the object, not of a union beside it."""
    return "discriminator" in schema and schema.keys().isdisjoint({"oneOf", "anyOf"})


def _inferred(node: Node) -> tuple[str, ...]:
    """The type that a schema's other keywords only make sense for; () without any."""
    if not isinstance(node.value, dict):
        return ()
    # An empty `properties` says nothing of what it stands in.
    if any(node.value.get(key) for key in _OBJECT) or _CLOSING in node.value:
        return ("object",)
    if is_conditional_object(node) or _is_told_apart(node.value):
        return ("object",)
    if takes_more(node.value.get("unevaluatedProperties")):
        return ("object",)
    if not _ARRAY.isdisjoint(node.value):
        return ("array",)
    name = node.value.get("format")
    if isinstance(name, str):
        if name in _STRINGS:
            return ("string",)
        if name in _NUMBERS:
            return (_NUMBERS[name],)
    if "contentEncoding" in node.value or "contentMediaType" in node.value:
        return ("string",)
    return ()
