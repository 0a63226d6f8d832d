"""Small objects whose words changed in 3.2."""

from __future__ import annotations

from generator.document.trees.tree import Tree
from generator.document.upgrade.walk.upgrade_walk import Walk


def example(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Make the one example of a parameter, header or media type a named one."""
    named = value.get("examples", {})
    if not isinstance(named, dict) or "example" in named:
        return value
    rest = {key: item for key, item in value.items() if key != "example"}
    one: dict[str, Tree] = {"value": value["example"]}
    first: dict[str, Tree] = {"example": walk.made(one, value)}
    return {**rest, "examples": walk.made({**first, **named}, value)}


def tag(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Adopt the title that a widespread extension gives a tag."""
    title = value["x-displayName"]
    if not isinstance(title, str) or "summary" in value:
        return value
    rest = {key: item for key, item in value.items() if key != "x-displayName"}
    return rest | {"summary": title}


def xml(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Name the kind of node instead of flagging it."""
    rest = {
        key: item for key, item in value.items() if key not in {"attribute", "wrapped"}
    }
    if "nodeType" in value:
        return rest
    if value.get("attribute") is True:
        return rest | {"nodeType": "attribute"}
    if value.get("wrapped") is True:
        return rest | {"nodeType": "element"}
    return rest
