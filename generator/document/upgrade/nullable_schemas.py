"""`nullable: true` in the words of JSON Schema."""

from __future__ import annotations

from generator.document.trees.tree import Tree, without
from generator.document.upgrade.walk.upgrade_walk import Walk

_COMPOSED = ("allOf", "anyOf", "oneOf")
# What describes a value and leaves open which values there are.
ANNOTATIONS = frozenset(
    {
        "default",
        "deprecated",
        "description",
        "example",
        "examples",
        "externalDocs",
        "readOnly",
        "summary",
        "title",
        "writeOnly",
        "xml",
    }
)

# The types that keywords stand for where `type` is missing.
_IMPLIED = {
    "properties": "object",
    "additionalProperties": "object",
    "required": "object",
    "items": "array",
}


def nullable(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Let a schema that says `nullable` allow null, and drop the keyword.

    By the clarification in 3.0.3, `nullable` only works beside a `type`, where it adds null to
    it; null must then also be in `enum`. Documents write it elsewhere too, beside `$ref` or
    `allOf` above all, and then always mean that null occurs, so it is taken at its word.
    """
    flag = value["nullable"]
    if not isinstance(flag, bool):
        return value
    rest = walk.made(without(value, "nullable"), value)
    if not flag:
        return rest
    composed = [key for key in _COMPOSED if key in rest]
    if "type" in rest and not composed and "$ref" not in rest:
        return _with_enum(_with_type(rest, rest["type"], walk), walk)
    if "$ref" in rest or composed:
        walk.note("nullable-without-type", _MESSAGE, value, "nullable")
        return _alternative(rest, composed, walk)
    implied = [_IMPLIED[key] for key in rest if key in _IMPLIED]
    if implied:
        walk.note("nullable-without-type", _MESSAGE, value, "nullable")
        rest = _with_type(rest, implied[0], walk)
    return _with_enum(rest, walk)


_MESSAGE = (
    "Only beside `type` does `nullable` strictly mean anything; read as allowing null"
)


def _with_type(value: dict[str, Tree], kind: Tree, walk: Walk) -> dict[str, Tree]:
    """Add null to the type."""
    match kind:
        case str() if kind != "null":
            return {**value, "type": walk.made([kind, "null"], value)}
        case list() if "null" not in kind:
            return {**value, "type": walk.made([*kind, "null"], kind)}
        case _:
            return value


def _with_enum(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Add null to the allowed values."""
    allowed = value.get("enum")
    if not isinstance(allowed, list) or None in allowed:
        return value
    return {**value, "enum": walk.made([*allowed, None], allowed)}


def _alternative(
    value: dict[str, Tree], composed: list[str], walk: Walk
) -> dict[str, Tree]:
    """Make null an alternative to a schema that refers to others."""
    own = {key: item for key, item in value.items() if not _annotates(key)}
    null = walk.made(dict[str, Tree](type="null"), value)
    keyword = composed[0] if composed else ""
    members = value.get(keyword)
    if set(own) - {"discriminator"} == {keyword} and isinstance(members, list):
        if keyword == "oneOf" and any(_allows_null(each, walk) for each in members):
            return value
        if keyword in {"anyOf", "oneOf"}:
            return {**value, keyword: walk.made([*members, null], members)}
    if set(own) == {"allOf"} and isinstance(members, list) and len(members) == 1:
        inner = members[0]
    else:
        inner = walk.made(own, value)
    about = {key: item for key, item in value.items() if _annotates(key)}
    return {**about, "anyOf": walk.made([inner, null], value)}


def _annotates(key: str) -> bool:
    return key in ANNOTATIONS or key.startswith("x-")


def _allows_null(member: Tree, walk: Walk) -> bool:
    """Return whether an alternative, before or after its upgrade, says that it allows null."""
    match walk.target(member):
        case {"type": "null"} | {"nullable": True}:
            return True
        case {"type": list() as kinds}:
            return "null" in kinds
        case _:
            return False
