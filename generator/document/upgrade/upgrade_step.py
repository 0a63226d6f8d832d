"""What an upgrade from one version to the next consists of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from generator.document.tree import Tree
from generator.document.upgrade.moved_references import Keys, Link
from generator.document.upgrade.reference_scopes import Move, Ways
from generator.document.upgrade.visited_objects import Shapes

if TYPE_CHECKING:
    from generator.document.upgrade.upgrade_walk import Walk


class Rule(NamedTuple):
    """How one kind of object changes.

    `apply` is handed the object with everything below it upgraded already, and returns another
    one or the same. It is asked only about objects that have one of the `triggers` as a key, or
    about all when there are none.
    """

    apply: Callable[[dict[str, Tree], Walk], dict[str, Tree]]
    triggers: frozenset[str] = frozenset()


class UpgradeStep(NamedTuple):
    """One version's way to the next.

    `rules` are by kind; the one for `reference` is for Reference Objects, whatever they refer to.
    `move` says where a document puts what a reference into it means.
    """

    shapes: Shapes
    rules: Mapping[str, Rule]
    move: Move


def stay(link: Link, document: dict[str, Tree], ways: Ways) -> Keys:
    """Move nothing."""
    return link.keys
