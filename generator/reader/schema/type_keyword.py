"""The keyword `type`: which JSON types a schema takes."""

from __future__ import annotations

import difflib

from generator.document.node import Node
from generator.document.trees.tree import Tree, describe
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
_INTEGERS = tuple(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64))
_FLOATS = ("float", "double")
_NUMBERS = {
    "int32": "integer",
    "int64": "integer",
    "float": "number",
    "double": "number",
}
# What people write in the place of a type: another language's name for it, or a format of it.
_OTHER_WORDS: dict[str, tuple[str, str]] = {
    "bool": ("boolean", ""),
    "decimal": ("number", ""),
    "dict": ("object", ""),
    "file": ("string", ""),
    "int": ("integer", ""),
    "list": ("array", ""),
    "map": ("object", ""),
    "none": ("null", ""),
    "str": ("string", ""),
    "text": ("string", ""),
    "bigint": ("integer", "int64"),
    "datetime": ("string", "date-time"),
    "guid": ("string", "uuid"),
    "ip": ("string", ""),
    "long": ("integer", "int64"),
    "short": ("integer", ""),
    "url": ("string", "uri"),
    **{name: ("string", name) for name in _STRINGS},
    **{name: ("integer", name) for name in _INTEGERS},
    **{name: ("number", name) for name in _FLOATS},
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
    kind, format = _intended(name.value)
    hint = f"it is read as `{kind}`" if kind else "any value is accepted here"
    if format:
        hint += f" with the format `{format}`"
    context.repair("type-unknown", f"`{name.value}` is no JSON type", name, hint)
    return kind


def format_in_type(node: Node, kind: str) -> str:
    """The format of a JSON type that stands in the place of the type itself, or "".

    Args:
        node: The schema.
        kind: The JSON type.
    """
    written = node.mapping.get("type")
    words = written if isinstance(written, list) else [written]
    found = (_intended(word) for word in words if word not in KINDS)
    return next(
        (format for intended, format in found if intended == kind and format), ""
    )


def _intended(word: Tree) -> tuple[str, str]:
    """The JSON type that a word means, "" for any, and the format that it says as well."""
    if word is None:
        return "null", ""
    lower = str(word).strip().lower()
    if meant := _OTHER_WORDS.get(lower) or _OTHER_WORDS.get(lower.replace("_", "-")):
        return meant
    close = difflib.get_close_matches(lower, KINDS, n=1, cutoff=0.8)
    return (close[0] if close else "", "")


def takes_more(unevaluated: Tree) -> bool:
    """Whether a value of `unevaluatedProperties` gives properties a type, or any."""
    return unevaluated is True or isinstance(unevaluated, dict)


def _has_own_discriminator(schema: dict[str, Tree]) -> bool:
    """Whether a discriminator is that of the object, not of a union beside it."""
    return "discriminator" in schema and schema.keys().isdisjoint({"oneOf", "anyOf"})


def _inferred(node: Node) -> tuple[str, ...]:
    """The type that a schema's other keywords only make sense for; () without any."""
    if not isinstance(node.value, dict):
        return ()
    # An empty `properties` says nothing of what it stands in.
    if any(node.value.get(key) for key in _OBJECT) or _CLOSING in node.value:
        return ("object",)
    if is_conditional_object(node) or _has_own_discriminator(node.value):
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
