"""Converters for types with values inside: lists, tuples, dicts and models."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from msgspec import Struct

from .converter import ANYTHING, Constant, Converter
from .drift import At, AtEntry, Report
from .model import OpenModel
from .plain_data import Plain


class ContainerConverter(Converter):
    """A type with values inside: what a trial looks at is counted."""

    kind: ClassVar[type[Plain]] = list

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        if type(value) is not self.kind:
            return self.report_mismatch(value, at, report)
        report.spend(value)
        return self.convert_items(value, at, report)

    def matches(self, value: Plain, depth: int) -> bool:
        return type(value) is self.kind and (
            depth <= 0 or self.inner_matches(value, depth - 1)
        )

    def known_count(self, value: Plain, depth: int) -> int:
        if depth <= 0 or type(value) is not self.kind:
            return 0
        return self.inner_known_count(value, depth - 1)

    def inner_known_count(self, value: Plain, depth: int) -> int:
        """How many properties inside are kept."""
        raise NotImplementedError

    def item_converter(self, key: str | int) -> Converter:
        """The converter of what stands at a key or a position."""
        raise NotImplementedError

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
        as_is, convert = self._item.as_is, self._item.convert_inner
        return self._into(
            [
                (
                    item
                    if item.__class__ in as_is
                    else convert(item, AtEntry(at, index), report)
                )
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
            converter.convert_inner(item, At(at, index), report)
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
        convert = self._value.convert_inner
        return {
            key: convert(item, AtEntry(at, key), report) for key, item in value.items()
        }

    def inner_matches(self, value: Plain, depth: int) -> bool:
        return all(self._value.matches(item, depth) for item in value.values())

    def inner_known_count(self, value: Plain, depth: int) -> int:
        return len(value) + sum(
            self._value.known_count(item, depth) for item in value.values()
        )


class Member(Struct, frozen=True):
    """A declared property: its attribute, its converter, and whether it must be there."""

    name: str
    converter: Converter
    required: bool


class ModelConverter(ContainerConverter):
    """A model.

    Args:
        struct: The Struct that it is, or that stands for it.
        read: Gives the members by their JSON names; called when they are first needed, since
            types may refer to each other.
    """

    kind = dict
    kinds = frozenset({"object"})

    def __init__(
        self, struct: type[Struct], read: Callable[[], Mapping[str, Member]]
    ) -> None:
        self.struct = struct
        self.expected = struct.__name__
        self._read = read

    @cached_property
    def members(self) -> Mapping[str, Member]:
        """The declared properties by their JSON names."""
        return self._read()

    @cached_property
    def tag(self) -> Constant | None:
        """The tag that msgspec checks, where the model has one."""
        tag = self.struct.__struct_config__.tag
        return None if tag is None else Constant((tag,))

    @property
    def tag_field(self) -> str:
        """The property that the tag stands in, or ""."""
        return self.struct.__struct_config__.tag_field or ""

    def item_converter(self, key: str | int) -> Converter:
        return self.members[str(key)].converter

    def is_instance(self, value: object) -> bool:
        """Whether a value is the model."""
        return isinstance(value, self.struct)

    def convert_items(self, value: Plain, at: At | None, report: Report) -> object:
        tag = self.tag
        if tag is not None and self._has_other_tag(value):
            # The model would be encoded with its own tag, so the value stays as it came.
            report.add(At(at, self.tag_field), tag.expected, value[self.tag_field])
            return value
        return self.struct(**self.attributes(value, at, report))

    def _has_other_tag(self, value: Mapping[str, Plain]) -> bool:
        tag, field = self.tag, self.tag_field
        return tag is not None and field in value and not tag.matches(value[field], 0)

    def attributes(
        self, value: Mapping[str, Plain], at: At | None, report: Report
    ) -> dict[str, object]:
        """The attributes that the object's properties give; None for a required one not there."""
        made: dict[str, object] = {}
        for key, member in self.members.items():
            if key in value:
                item, converter = value[key], member.converter
                made[member.name] = (
                    item
                    if item.__class__ in converter.as_is
                    else converter.convert_inner(item, At(at, key), report)
                )
            elif member.required:
                report.add(
                    At(at, key), member.converter.expected, None, found="nothing"
                )
                made[member.name] = None
        return made

    def inner_matches(self, value: Plain, depth: int) -> bool:
        return not self._has_other_tag(value) and all(
            (
                member.converter.matches(value[key], depth)
                if key in value
                else not member.required
            )
            for key, member in self.members.items()
        )

    def inner_known_count(self, value: Plain, depth: int) -> int:
        return sum(
            1 + member.converter.known_count(value[key], depth)
            for key, member in self.members.items()
            if key in value
        )


class OpenModelConverter(ModelConverter):
    """A model that keeps further properties, each of which has the converter `further`."""

    def __init__(
        self,
        kind: type[OpenModel],
        read: Callable[[], Mapping[str, Member]],
        further: Callable[[], Converter],
    ) -> None:
        super().__init__(kind.__known__, read)
        self._kind = kind
        self._further = further

    @cached_property
    def further(self) -> Converter:
        """The converter of each further property."""
        return self._further()

    def is_instance(self, value: object) -> bool:
        return isinstance(value, self._kind)

    def convert_items(self, value: Plain, at: At | None, report: Report) -> object:
        made = self.attributes(value, at, report)
        convert = self.further.convert_inner
        made[self._kind.__rest__] = {
            key: convert(item, AtEntry(at, key), report)
            for key, item in value.items()
            if key not in self.members
        }
        return self._kind.__build__(self.struct(**made))

    def inner_matches(self, value: Plain, depth: int) -> bool:
        return super().inner_matches(value, depth) and all(
            self.further.matches(item, depth)
            for key, item in value.items()
            if key not in self.members
        )

    def inner_known_count(self, value: Plain, depth: int) -> int:
        return super().inner_known_count(value, depth) + sum(
            1 + self.further.known_count(item, depth)
            for key, item in value.items()
            if key not in self.members
        )
