"""What a check has no case for, by name and with the reason."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

_MOST = 50
_WIDEST = 300


class Unreached:
    """Keeps the first reason for each thing that is to be looked at, until there is a case."""

    def __init__(self) -> None:
        self._reasons: dict[Hashable, str] = {}
        self._reached: set[Hashable] = set()

    def add(self, thing: Hashable, name: str, reason: str) -> None:
        """Note why something has no case yet.

        Args:
            thing: What tells it from others.
            name: What people know it by.
            reason: Why it has none.
        """
        self._reasons.setdefault(thing, f"{name}: {reason}"[:_WIDEST])

    def reach(self, thing: Hashable) -> None:
        """Note that something has a case."""
        self._reached.add(thing)

    def unexplained(self, things: Iterable[T]) -> list[T]:
        """Those of some things that have neither a case nor a reason for having none."""
        known = self._reached | self._reasons.keys()
        return [thing for thing in dict.fromkeys(things) if thing not in known]

    @property
    def lines(self) -> tuple[str, ...]:
        """What has none, a line for each, and at the end how many more there are."""
        lines = [
            line for thing, line in self._reasons.items() if thing not in self._reached
        ]
        more = len(lines) - _MOST
        return (*lines[:_MOST], *([f"and {more} more"] if more > 0 else []))
