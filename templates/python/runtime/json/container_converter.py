"""Converters for what has values inside: lists, tuples and dicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from .converter import ANYTHING, Converter
from .drift import At, AtEntry, Report
from .plain_data import Plain


class ContainerConverter(Converter):
    """A type with values inside: what a trial looks at is counted."""

    kind: ClassVar[type] = list

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        if not self.is_kind(value):
            return self.report_mismatch(value, at, report)
        report.spend(value)
        return self.convert_items(value, at, report)

    def matches(self, value: Plain, depth: int) -> bool:
        return self.is_kind(value) and (
            depth <= 0 or self.inner_matches(value, depth - 1)
        )

    def known_count(self, value: Plain, depth: int) -> int:
        return (
            self.inner_known_count(value, depth - 1)
            if depth > 0 and self.is_kind(value)
            else 0
        )

    def inner_known_count(self, value: Plain, depth: int) -> int:
        """How many properties inside are kept."""
        raise NotImplementedError

    def item_converter(self, key: str | int) -> Converter:
        """The converter of what stands at a key or a position."""
        raise NotImplementedError

    def is_kind(self, value: object) -> bool:
        """Whether a value is what JSON has for this type."""
        return type(value) is self.kind

    def convert_items(self, value: Plain, at: At | None, report: Report) -> object:
        """Convert what is inside."""
        raise NotImplementedError

    def inner_matches(self, value: Plain, depth: int) -> bool:
        """Whether what is inside fits."""
        raise NotImplementedError


class ListConverter(ContainerConverter):
    """A list of items of one type, or a tuple of any length."""

    kinds = frozenset({"array"})

    def __init__(
        self,
        item: Converter,
        into: type[list[object]] | type[tuple[object, ...]] = list,
    ) -> None:
        self._item = item
        self._into = into
        self.expected = f"list[{item.expected}]"

    def item_converter(self, key: str | int) -> Converter:
        del key
        return self._item

    def convert_items(self, value: Plain, at: At | None, report: Report) -> object:
        convert = self._item.convert
        return self._into(
            [
                convert(item, AtEntry(at, index), report)
                for index, item in enumerate(value)
            ]
        )

    def inner_matches(self, value: Plain, depth: int) -> bool:
        return all(self._item.matches(item, depth) for item in value)

    def inner_known_count(self, value: Plain, depth: int) -> int:
        return sum(self._item.known_count(item, depth) for item in value)


class TupleConverter(ContainerConverter):
    """A tuple whose items have types of their own."""

    kinds = frozenset({"array"})

    def __init__(self, items: Sequence[Converter]) -> None:
        self._items = tuple(items)
        self.expected = f"tuple of {len(self._items)}"

    def item_converter(self, key: str | int) -> Converter:
        at = int(key)
        return self._items[at] if at < len(self._items) else ANYTHING

    def convert_items(self, value: Plain, at: At | None, report: Report) -> object:
        if len(value) != len(self._items):
            report.add(at, self.expected, value, found=f"list of {len(value)}")
            return value
        pairs = zip(self._items, value, strict=True)
        return tuple(
            converter.convert(item, At(at, index), report)
            for index, (converter, item) in enumerate(pairs)
        )

    def inner_matches(self, value: Plain, depth: int) -> bool:
        return len(value) == len(self._items) and all(
            converter.matches(item, depth)
            for converter, item in zip(self._items, value, strict=True)
        )

    def inner_known_count(self, value: Plain, depth: int) -> int:
        pairs = zip(self._items, value, strict=False)
        return sum(converter.known_count(item, depth) for converter, item in pairs)


class DictConverter(ContainerConverter):
    """A dict with values of one type."""

    kind = dict
    kinds = frozenset({"object"})

    def __init__(self, value: Converter) -> None:
        self._value = value
        self.expected = f"dict[str, {value.expected}]"

    def item_converter(self, key: str | int) -> Converter:
        del key
        return self._value

    def convert_items(self, value: Plain, at: At | None, report: Report) -> object:
        convert = self._value.convert
        return {
            key: convert(item, AtEntry(at, key), report) for key, item in value.items()
        }

    def inner_matches(self, value: Plain, depth: int) -> bool:
        return all(self._value.matches(item, depth) for item in value.values())

    def inner_known_count(self, value: Plain, depth: int) -> int:
        return len(value) + sum(
            self._value.known_count(item, depth) for item in value.values()
        )
