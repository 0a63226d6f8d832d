"""Containers of YAML that are being read, and what merge keys add to them."""

from __future__ import annotations

from generator.document.parsing.yaml_errors import at
from generator.document.parsing.yaml_events import Mark
from generator.document.trees.tree import Container, Tree


class Frame:
    """A container that isn't complete yet."""

    __slots__ = ("anchor", "before", "key", "mark", "merged", "merging", "value")

    def __init__(self, value: Container, anchor: str | None, before: int) -> None:
        self.value = value
        self.anchor = anchor
        self.before = before
        # The member whose value comes next; None while a key is due.
        self.key: str | None = None
        # Whether the value that comes next is merged in, and what was.
        self.merging = False
        self.mark: Mark | None = None
        self.merged: list[dict[str, Tree]] = []


def mergeable(value: Tree, mark: Mark | None) -> list[dict[str, Tree]]:
    """The objects that a merge key adds."""
    values = value if isinstance(value, list) else [value]
    objects = [item for item in values if isinstance(item, dict)]
    if len(objects) < len(values):
        message = "`<<` merges objects, and this isn't one"
        raise at(mark, "yaml-merge", message, "Quote a key that is spelled so.")
    return objects
