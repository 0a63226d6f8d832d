"""Plans for what has values inside: lists, tuples, dicts and objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from msgspec import Struct

from .drift import At, Report
from .model import OpenModel
from .plain import Plain
from .plans import Constant, Plan

# Values below this depth are kept as they are: it bounds recursion.
DEPTH: Final = 100


class Container(Plan):
    """A type with values inside: what is too deep is kept, and what a trial looks at is counted."""

    kind: ClassVar[type] = list

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        """The value with what is inside converted."""
        if not self.is_kind(value):
            return self.keep(value, at, report)
        if at is not None and at.depth > DEPTH:
            report.add(at, f"at most {DEPTH} levels", value)
            return value
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

    def fill(self, value: Plain, at: At | None, report: Report) -> object:
        """Each item."""
        convert = self._item.convert
        return self._into(
            [convert(item, At(at, index), report) for index, item in enumerate(value)]
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

    def fill(self, value: Plain, at: At | None, report: Report) -> object:
        """Each value."""
        convert = self._value.convert
        return {key: convert(item, At(at, key), report) for key, item in value.items()}

    def inside(self, value: Plain, depth: int) -> bool:
        """Whether each value fits."""
        return all(self._value.fits(item, depth) for item in value.values())

    def kept(self, value: Plain, depth: int) -> int:
        """All keys, and those of each value."""
        return len(value) + sum(
            self._value.keeps(item, depth) for item in value.values()
        )


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

    def fill(self, value: Plain, at: At | None, report: Report) -> object:
        """The model, with its further properties."""
        made = self.attributes(value, at, report)
        convert = self._further().convert
        made[self._kind.__rest__] = {
            key: convert(item, At(at, key), report)
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
