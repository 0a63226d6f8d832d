"""Containers of YAML that are being read, and what merge keys add to them."""

from __future__ import annotations

from generator.document.parsing.yaml_errors import at
from generator.document.parsing.yaml_events import Mark
from generator.document.trees.tree import Container, Spellings, Tree

# Members of objects this deep are where texts are cut into parts: a path's method, a schema.
_DEEPEST_ENTRY = 3


class Frame:
    """A container that isn't complete yet."""

    __slots__ = (
        "anchor",
        "before",
        "depth",
        "key",
        "mark",
        "merged",
        "merging",
        "value",
    )

    def __init__(self, value: Container, anchor: str | None, before: int) -> None:
        self.value = value
        self.anchor = anchor
        self.before = before
        # How many objects it and those around it are, where all are written as lines; else 0.
        self.depth = 0
        # The member whose value comes next; None while a key is due.
        self.key: str | None = None
        # Whether the value that comes next is merged in, and what was.
        self.merging = False
        self.mark: Mark | None = None
        self.merged: list[dict[str, Tree]] = []

    def indent(self, above: Frame | None) -> None:
        """Count the objects that it stands in, itself an object that is written as lines."""
        if above is None:
            self.depth = 1
        elif 0 < above.depth < _DEEPEST_ENTRY and not above.merging:
            self.depth = above.depth + 1

    def merge(self, spellings: Spellings) -> None:
        """Add the members of what is merged in that it has none of itself."""
        if not self.merged or not isinstance(self.value, dict):
            return
        own = dict(self.value)
        self.value.clear()
        for merged in self.merged:
            for key, value in merged.items():
                if key in self.value:
                    continue
                self.value[key] = value
                text = spellings.get((id(merged), key))
                if text is not None and key not in own:
                    spellings[id(self.value), key] = text
        self.value.update(own)


def mergeable(value: Tree, mark: Mark | None) -> list[dict[str, Tree]]:
    """The objects that a merge key adds."""
    values = value if isinstance(value, list) else [value]
    objects = [item for item in values if isinstance(item, dict)]
    if len(objects) < len(values):
        message = "`<<` merges objects, and this isn't one"
        raise at(mark, "yaml-merge", message, "Quote a key that is spelled so.")
    return objects
