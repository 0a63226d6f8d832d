"""Properties that an object has under a condition: in `then`, `else`, `dependentSchemas`.

No type can say the condition, which is documented; that the property may be there, it can.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.document.node import Node

_BRANCHES = ("then", "else")
_DEPENDENT = "dependentSchemas"


def branches(node: Node) -> Iterator[Node]:
    """The schemas, written in place, that hold for an object under a condition.

    Args:
        node: A schema.
    """
    below = [node.get(keyword) for keyword in _BRANCHES if keyword in node.mapping]
    if isinstance(node.mapping.get(_DEPENDENT), dict):
        below += [schema for _, schema in node.members(_DEPENDENT)]
    for branch in below:
        if branch is not None and isinstance(branch.value, dict):
            yield branch
            yield from _within(branch)


def _within(branch: Node) -> Iterator[Node]:
    """The schemas that hold with a branch: parts of its allOf, and further branches in it."""
    yield from branches(branch)
    if isinstance(branch.mapping.get("allOf"), list):
        for part in branch.elements("allOf"):
            if isinstance(part.value, dict):
                yield part
                yield from _within(part)


def is_conditional_object(node: Node) -> bool:
    """Whether a schema is about objects, if only by what it says of them under a condition."""
    return any(branch.mapping.get("properties") for branch in branches(node))
