"""Rules of tags: names that stand once, and parents that are there and in no circle."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.trees.tree import Tree
from generator.document.validation.rule_faults import Fault


def tag_faults(tree: Tree, version: str) -> Iterator[Fault]:
    """The faults of a document's tags; parents are known since 3.2."""
    listed = tree.get("tags") if isinstance(tree, dict) else None
    tags = [
        (at, one["name"], one.get("parent"))
        for at, one in enumerate(listed if isinstance(listed, list) else ())
        if isinstance(one, dict) and isinstance(one.get("name"), str)
    ]
    parents: dict[Tree, Tree] = {}
    for at, name, parent in tags:
        if name in parents:
            yield Fault(("tags", at), f"the tag `{name}` is declared twice")
        parents.setdefault(name, parent)
    for at, name, parent in tags if version >= "3.2" else ():
        if not isinstance(parent, str):
            continue
        if parent not in parents:
            message = f"the tag `{name}` is within `{parent}`, which isn't declared"
            yield Fault(("tags", at, "parent"), message)
        elif _is_within_itself(name, parents):
            yield Fault(("tags", at, "parent"), f"the tag `{name}` is within itself")


def _is_within_itself(name: Tree, parents: dict[Tree, Tree]) -> bool:
    seen: set[Tree] = set()
    above = parents.get(name)
    while isinstance(above, str) and above not in seen:
        if above == name:
            return True
        seen.add(above)
        above = parents.get(above)
    return False
