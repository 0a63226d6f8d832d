"""Converters for models."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from .container_converter import ContainerConverter
from .converter import Constant, Converter
from .drift import At, AtEntry, Report
from .model import OpenModel
from .plain_data import Plain


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
        self._members: Mapping[str, Member] | None = None

    @property
    def members(self) -> Mapping[str, Member]:
        """The declared properties by their JSON names."""
        if self._members is None:
            self._members = self._read()
        return self._members

    @property
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
        if tag is not None and not tag.matches(
            value.get(self.tag_field, tag.values[0]), 0
        ):
            # The model would be encoded with its own tag, so the value stays as it came.
            report.add(At(at, self.tag_field), tag.expected, value[self.tag_field])
            return value
        return self.struct(**self.attributes(value, at, report))

    def attributes(
        self, value: Mapping[str, Plain], at: At | None, report: Report
    ) -> dict[str, object]:
        """The attributes that the object's properties give; None for a required one not there."""
        made: dict[str, object] = {}
        for key, member in self.members.items():
            if key in value:
                made[member.name] = member.converter.convert(
                    value[key], At(at, key), report
                )
            elif member.required:
                report.add(
                    At(at, key), member.converter.expected, None, found="nothing"
                )
                made[member.name] = None
        return made

    def inner_matches(self, value: Plain, depth: int) -> bool:
        tag = self.tag
        if tag is not None and not tag.matches(
            value.get(self.tag_field, tag.values[0]), 0
        ):
            return False
        return all(
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

    @property
    def further(self) -> Converter:
        """The converter of each further property."""
        return self._further()

    def is_instance(self, value: object) -> bool:
        return isinstance(value, self._kind)

    def convert_items(self, value: Plain, at: At | None, report: Report) -> object:
        made = self.attributes(value, at, report)
        convert = self._further().convert
        made[self._kind.__rest__] = {
            key: convert(item, AtEntry(at, key), report)
            for key, item in value.items()
            if key not in self.members
        }
        return self._kind.__build__(self.struct(**made))

    def inner_matches(self, value: Plain, depth: int) -> bool:
        further = self._further()
        return super().inner_matches(value, depth) and all(
            further.matches(item, depth)
            for key, item in value.items()
            if key not in self.members
        )

    def inner_known_count(self, value: Plain, depth: int) -> int:
        further = self._further()
        return super().inner_known_count(value, depth) + sum(
            1 + further.known_count(item, depth)
            for key, item in value.items()
            if key not in self.members
        )
