"""Where an annotation is being spelled: what can't be named there, and how deep it may go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

# CPython's parser refuses about 200 nested brackets.
DEEPEST = 40

Predicate: TypeAlias = Callable[[str], bool]


class SpelledAt(NamedTuple):
    """A place in an annotation.

    Args:
        is_missing: Tells the ids of declarations that can't be named there, if there are any.
        depth: How many brackets there may be below it.
        is_in_open: Whether it is inside an open model's properties.
    """

    is_missing: Predicate | None
    depth: int = DEEPEST
    is_in_open: bool = False

    def deeper(self) -> SpelledAt:
        """One bracket further down."""
        return self._replace(depth=self.depth - 1)

    def open_model(self) -> SpelledAt:
        """Inside an open model's properties, which may be models of the same kind again."""
        return self._replace(depth=min(self.depth, 4) - 1, is_in_open=True)


def missing_at(own: str, positions: Mapping[str, int]) -> Predicate:
    """Tell what isn't there yet where a definition stands.

    Args:
        own: The definition.
        positions: The positions of all that are evaluated; everything else is there already.
    """
    here = positions[own]
    return lambda name: positions.get(name, -1) >= here
