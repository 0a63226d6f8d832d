"""Schema Object: what 2.0 wrote in words of its own or in extensions."""

from __future__ import annotations

from generator.document.trees.tree import Tree, without
from generator.document.upgrade.walk.upgrade_walk import Walk


def schema(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a schema."""
    discriminator = value.get("discriminator")
    if isinstance(discriminator, str):
        named: dict[str, Tree] = {"propertyName": discriminator}
        value = {**value, "discriminator": walk.made(named, value)}
    return file(nullable(value))


def nullable(value: dict[str, Tree]) -> dict[str, Tree]:
    """Adopt the extension by which 2.0 documents allow null."""
    flag = value.get("x-nullable")
    if not isinstance(flag, bool):
        return value
    rest = without(value, "x-nullable")
    return rest | {"nullable": True} if flag else rest


def file(value: dict[str, Tree]) -> dict[str, Tree]:
    """Write the type `file` as a string of bytes."""
    if value.get("type") != "file":
        return value
    return value | {"type": "string", "format": "binary"}


def is_file(value: Tree) -> bool:
    """Return whether an upgraded schema is a string of bytes."""
    match value:
        case {"type": "string", "format": "binary"}:
            return True
        case _:
            return False
