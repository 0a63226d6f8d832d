"""What stands beside a `$ref`: OpenAPI 3.0 ignores it, 3.1 doesn't."""

from __future__ import annotations

from generator.document.trees.tree import Tree
from generator.document.upgrade.walk.upgrade_walk import Walk

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


def reference(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a Reference Object: only prose may stand beside the reference."""
    return _alone(value, frozenset({"$ref", "summary", "description"}), walk)


def schema_reference(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a schema that refers to another one.

    Strictly, 3.0 ignores all that stands beside `$ref`. Descriptions and the like are kept, since
    they are written there to be read and change no type; what would restrict the type is left out.
    """
    return _alone(value, ANNOTATIONS | {"$ref", "nullable"}, walk)


def _alone(value: dict[str, Tree], kept: frozenset[str], walk: Walk) -> dict[str, Tree]:
    ignored = [key for key in value if key not in kept and not key.startswith("x-")]
    for key in ignored:
        walk.note(
            "ref-sibling-ignored", f"`{key}` has no effect beside `$ref`", value, key
        )
    if not ignored:
        return value
    return {key: item for key, item in value.items() if key not in ignored}
