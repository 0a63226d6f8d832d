"""Plans for models."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from .container_converter import Container
from .converter import Constant, Plan
from .drift import At, AtEntry, Report
from .model import OpenModel
from .plain_data import Plain


class Member(Struct, frozen=True):
    """A declared property: the attribute that keeps it, its plan, and whether it must be there."""

    name: str
    plan: Plan
    required: bool


class Shape(Container):
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

    def inner(self, key: str | int) -> Plan:
        """That of a declared property."""
        return self.members[str(key)].plan

    def is_made(self, value: object) -> bool:
        """Whether a value is the model."""
        return isinstance(value, self.struct)

    def fill(self, value: Plain, at: At | None, report: Report) -> object:
        """The model; the value as it is when it carries another model's tag."""
        tag = self.tag
        if tag is not None and not tag.fits(
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
                made[member.name] = member.plan.convert(value[key], At(at, key), report)
            elif member.required:
                report.add(At(at, key), member.plan.expected, None, found="nothing")
                made[member.name] = None
        return made

    def inside(self, value: Plain, depth: int) -> bool:
        """Whether the tag is right, what must be there is, and each property fits."""
        tag = self.tag
        if tag is not None and not tag.fits(
            value.get(self.tag_field, tag.values[0]), 0
        ):
            return False
        return all(
            member.plan.fits(value[key], depth) if key in value else not member.required
            for key, member in self.members.items()
        )

    def kept(self, value: Plain, depth: int) -> int:
        """The declared properties, and those of what is in them."""
        return sum(
            1 + member.plan.keeps(value[key], depth)
            for key, member in self.members.items()
            if key in value
        )


class OpenShape(Shape):
    """A model that keeps further properties, each of which has the plan `further`."""

    def __init__(
        self,
        kind: type[OpenModel],
        read: Callable[[], Mapping[str, Member]],
        further: Callable[[], Plan],
    ) -> None:
        super().__init__(kind.__known__, read)
        self._kind = kind
        self._further = further

    @property
    def further(self) -> Plan:
        """The plan of each further property."""
        return self._further()

    def is_made(self, value: object) -> bool:
        """Whether a value is the model."""
        return isinstance(value, self._kind)

    def fill(self, value: Plain, at: At | None, report: Report) -> object:
        """The model, with its further properties."""
        made = self.attributes(value, at, report)
        convert = self._further().convert
        made[self._kind.__rest__] = {
            key: convert(item, AtEntry(at, key), report)
            for key, item in value.items()
            if key not in self.members
        }
        return self._kind.__build__(self.struct(**made))

    def inside(self, value: Plain, depth: int) -> bool:
        """As for any model, and whether each further property fits."""
        further = self._further()
        return super().inside(value, depth) and all(
            further.fits(item, depth)
            for key, item in value.items()
            if key not in self.members
        )

    def kept(self, value: Plain, depth: int) -> int:
        """All properties, and those of what is in them."""
        further = self._further()
        return super().kept(value, depth) + sum(
            1 + further.keeps(item, depth)
            for key, item in value.items()
            if key not in self.members
        )
