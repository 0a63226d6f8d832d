"""Plans for what has values inside: lists, tuples and dicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from .converter import Anything, Plan
from .drift import At, AtEntry, Report
from .plain_data import Plain


class Container(Plan):
    """A type with values inside: what a trial looks at is counted."""

    kind: ClassVar[type] = list

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The value with what is inside converted."""
        if not self.is_kind(value):
            return self.keep(value, at, report)
        report.spend(value)
        return self.fill(value, at, report)

    def fits(self, value: Plain, depth: int) -> bool:
        """Whether it is of this kind, and what is inside fits."""
        return self.is_kind(value) and (depth <= 0 or self.inside(value, depth - 1))

    def keeps(self, value: Plain, depth: int) -> int:
        """What is kept of what is inside."""
        return self.kept(value, depth - 1) if depth > 0 and self.is_kind(value) else 0

    def kept(self, value: Plain, depth: int) -> int:
        """How many properties inside are kept."""
        raise NotImplementedError

    def inner(self, key: str | int) -> Plan:
        """The plan of what stands at a key or a position."""
        raise NotImplementedError

    def is_kind(self, value: object) -> bool:
        """Whether a value is what JSON has for this type."""
        return type(value) is self.kind

    def fill(self, value: Plain, at: At | None, report: Report) -> object:
        """Convert what is inside."""
        raise NotImplementedError

    def inside(self, value: Plain, depth: int) -> bool:
        """Whether what is inside fits."""
        raise NotImplementedError


class Listed(Container):
    """A list of items of one type, or a tuple of any length."""

    kinds = frozenset({"array"})

    def __init__(
        self, item: Plan, into: type[list[object]] | type[tuple[object, ...]] = list
    ) -> None:
        self._item = item
        self._into = into
        self.expected = f"list[{item.expected}]"

    def inner(self, key: str | int) -> Plan:
        """That of all items."""
        del key
        return self._item

    def fill(self, value: Plain, at: At | None, report: Report) -> object:
        """Each item."""
        convert = self._item.convert
        return self._into(
            [
                convert(item, AtEntry(at, index), report)
                for index, item in enumerate(value)
            ]
        )

    def inside(self, value: Plain, depth: int) -> bool:
        """Whether each item fits."""
        return all(self._item.fits(item, depth) for item in value)

    def kept(self, value: Plain, depth: int) -> int:
        """Those of all items."""
        return sum(self._item.keeps(item, depth) for item in value)


class Row(Container):
    """A tuple whose items have types of their own."""

    kinds = frozenset({"array"})

    def __init__(self, items: Sequence[Plan]) -> None:
        self._items = tuple(items)
        self.expected = f"tuple of {len(self._items)}"

    def inner(self, key: str | int) -> Plan:
        """The item's own; another tuple may be longer."""
        at = int(key)
        return self._items[at] if at < len(self._items) else Anything()

    def fill(self, value: Plain, at: At | None, report: Report) -> object:
        """Each item by its own plan; all as they are when there are more or fewer."""
        if len(value) != len(self._items):
            report.add(at, self.expected, value, found=f"list of {len(value)}")
            return value
        pairs = zip(self._items, value, strict=True)
        return tuple(
            plan.convert(item, At(at, index), report)
            for index, (plan, item) in enumerate(pairs)
        )

    def inside(self, value: Plain, depth: int) -> bool:
        """Whether each item fits its own plan."""
        return len(value) == len(self._items) and all(
            plan.fits(item, depth)
            for plan, item in zip(self._items, value, strict=True)
        )

    def kept(self, value: Plain, depth: int) -> int:
        """Those of each item by its own plan."""
        pairs = zip(self._items, value, strict=False)
        return sum(plan.keeps(item, depth) for plan, item in pairs)


class Mapped(Container):
    """A dict with values of one type."""

    kind = dict
    kinds = frozenset({"object"})

    def __init__(self, value: Plan) -> None:
        self._value = value
        self.expected = f"dict[str, {value.expected}]"

    def inner(self, key: str | int) -> Plan:
        """That of all values."""
        del key
        return self._value

    def fill(self, value: Plain, at: At | None, report: Report) -> object:
        """Each value."""
        convert = self._value.convert
        return {
            key: convert(item, AtEntry(at, key), report) for key, item in value.items()
        }

    def inside(self, value: Plain, depth: int) -> bool:
        """Whether each value fits."""
        return all(self._value.fits(item, depth) for item in value.values())

    def kept(self, value: Plain, depth: int) -> int:
        """All keys, and those of each value."""
        return len(value) + sum(
            self._value.keeps(item, depth) for item in value.values()
        )
