"""Unions that msgspec can't decode by itself, their tags, and types that hold themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeAlias,
    Union,
    get_args,
    get_origin,
)

import msgspec
from msgspec import Struct

from .converter import Constant
from .model import dec_hook
from .plain_data import Annotation, Plain

if TYPE_CHECKING:
    from .union_converter import UnionConverter


def tag_text(value: object) -> str | None:
    """A tag as `tags` has it: `1` for 1 and 1.0, `true` for true; None for what can't be one."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int) else None


class Tag(Constant):
    """The tags of one variant.

    Args:
        values: The tags.
        others: Those of the other variants, where any further value may mean this one.
    """

    def __init__(
        self, values: Sequence[str], others: Collection[str] | None = None
    ) -> None:
        super().__init__(values)
        self._others = others

    def matches(self, value: object, depth: int) -> bool:
        """Whether it is one of the tags."""
        return tag_text(value) in self.values

    def contradicts(self, value: object) -> bool:
        """Whether it means another variant, or none."""
        if self._others is None:
            return not self.matches(value, 0)
        return tag_text(value) in self._others


class Tagging(Struct, frozen=True):
    """How a declared property names the variant of an object.

    Attributes:
        tag: The property.
        tags: The variants' positions by its values, all but strings as their JSON text.
        default: The position of the variant that takes objects with another tag or none, or -1.
        optional: Whether evidence decides about those; of equals the default comes first.
    """

    tag: str
    tags: Mapping[str, int]
    default: int = -1
    optional: bool = False

    def of(self, position: int) -> tuple[str, Tag, bool]:
        """The property, the tags of one variant, and whether they have to be there."""
        own = tuple(tag for tag, at in self.tags.items() if at == position)
        others = self.tags.keys() - own
        if self.optional or self.default == position:
            return self.tag, Tag(own, others), False
        return self.tag, Tag(own), self.default < 0


Load: TypeAlias = Callable[[Plain], object]


class Standin(type):
    """The type of stand-ins, for which msgspec calls `dec_hook`, and of use to `isinstance`."""

    _variants: Callable[[], tuple[Annotation, ...]]
    _tagging: Tagging | None
    _resolved: tuple[UnionConverter, list[Load], tuple[type, ...]] | None

    def __repr__(cls) -> str:
        return f"<union {cls.__name__}>"

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls._resolve()[2])

    @property
    def choice(cls) -> UnionConverter:
        """The converter that picks a variant."""
        return cls._resolve()[0]

    @property
    def variants(cls) -> tuple[Annotation, ...]:
        """The variants, those of unions among them in their place, unless a tag counts them."""
        own = cls._variants()
        return tuple(_flat(own)) if cls._tagging is None else own

    @property
    def is_tagged(cls) -> bool:
        """Whether a declared tag names the variants."""
        return cls._tagging is not None

    def __decode__(cls, value: object) -> object:
        choice, loads, _ = cls._resolve()
        order = choice.rank_variants(value, names_only=True)
        if not order:
            raise msgspec.ValidationError(f"Expected `{choice.expected}`")
        made = loads[order[0]](value)
        return choice.with_overlap(order[0], made, value) if order[1:] else made

    def __get_pydantic_core_schema__(
        cls, source: object, handler: object
    ) -> dict[str, Plain]:
        from .data import core_schema  # noqa: PLC0415 -- most programs never need it

        return core_schema(cls)

    def __get_pydantic_json_schema__(
        cls, schema: dict[str, Plain], handler: Callable[[Plain], dict[str, Plain]]
    ) -> dict[str, Plain]:
        from .data import json_schema  # noqa: PLC0415 -- as above

        return json_schema(cls, schema, handler)

    def _resolve(cls) -> tuple[UnionConverter, list[Load], tuple[type, ...]]:
        if cls._resolved is None:
            from .planner import (  # noqa: PLC0415 -- loaded at its first use
                converter_for,
            )
            from .union_converter import (  # noqa: PLC0415 -- it imports stand-ins
                UnionConverter,
            )

            variants = cls.variants
            choice = UnionConverter(
                [converter_for(variant) for variant in variants], cls._tagging
            )
            loads = [load_of(variant) for variant in variants]
            cls._resolved = choice, loads, tuple(_classes(variants))
        return cls._resolved


def union(  # noqa: PLR0913 -- all but two are names for what generated code says once
    name: str,
    variants: Callable[[], tuple[Annotation, ...]],
    *,
    tag: str = "",
    tags: Mapping[str, int] | None = None,
    default: int = -1,
    optional: bool = False,
) -> Standin:
    """A stand-in for a union.

    Args:
        name: The name it is assigned to.
        variants: Gives the variants in the document's order.
        tag: The property that names an object's variant, where the document declares one.
        tags: Its values, all but strings as their JSON text, with the positions of the variants.
        default: The position of the variant for objects with another tag or none; -1 for none.
        optional: Whether evidence decides about those; of equals the default comes first.
    """
    tagging = Tagging(tag, tags or {}, default, optional) if tag else None
    return Standin(
        name,
        (),
        {"_variants": staticmethod(variants), "_tagging": tagging, "_resolved": None},
    )


def _flat(variants: Iterable[Annotation]) -> Iterator[Annotation]:
    for variant in variants:
        if isinstance(variant, Standin) and not variant.is_tagged:
            yield from variant.variants
        elif is_union(variant):
            yield from _flat(get_args(variant))
        else:
            yield variant


def is_union(kind: Annotation) -> bool:
    """Whether an annotation is a union of Python's own."""
    origin: Annotation = get_origin(kind)
    return origin is Union or origin is UnionType


def with_standins(kind: Annotation) -> Annotation:
    """A type as msgspec takes it: with a stand-in in the place of each union that it doesn't take.

    Raises:
        TypeError: Nothing can be decoded to it.
    """
    try:
        msgspec.json.Decoder(kind, dec_hook=dec_hook)
    except TypeError:
        rebuilt = _rebuilt(kind)
        if rebuilt is kind:
            raise
        msgspec.json.Decoder(rebuilt, dec_hook=dec_hook)
        return rebuilt
    return kind


def _rebuilt(kind: Annotation) -> Annotation:
    """The type with a stand-in in the place of each union, however deep it stands."""
    # `type X = ...` of Python 3.12 and later, and a NewType.
    named = getattr(kind, "__value__", None) or getattr(kind, "__supertype__", None)
    if named is not None:
        return _rebuilt(named)
    arguments: tuple[Annotation, ...] = get_args(kind)
    origin: Annotation = get_origin(kind)
    if is_union(kind):
        variants = tuple(_rebuilt(one) for one in arguments if one is not NoneType)
        name = " | ".join(getattr(one, "__name__", str(one)) for one in variants)
        first, *others = variants
        # msgspec takes null beside a stand-in, and nothing else.
        found = union(name, lambda: variants) if others else first
        return found if len(variants) == len(arguments) else found | None
    if origin is Annotated:
        return _rebuilt(kind.__origin__)
    inner = tuple(one if one is ... else _rebuilt(one) for one in arguments)
    if inner == arguments or origin is Literal:
        return kind
    return origin[inner]


def load_of(variant: Annotation) -> Load:
    """A decoder of parsed JSON for one type."""
    decode: Load | None = getattr(variant, "__decode__", None)
    if decode is not None:
        return decode
    if isinstance(variant, type(msgspec.Struct)):
        return partial(msgspec.convert, type=variant, dec_hook=dec_hook)
    # msgspec remembers what it found out about a Struct's fields, and of no other type.
    holder = msgspec.defstruct("Holder", [("value", variant)], array_like=True)

    def load(value: Plain) -> object:
        held = msgspec.convert((value,), holder, dec_hook=dec_hook)
        return msgspec.structs.astuple(held)[0]

    return load


def _classes(variants: Iterable[Annotation]) -> Iterator[type]:
    """The classes that values of the variants have."""
    for variant in variants:
        origin: Annotation = get_origin(variant)
        # A NewType, or a `type X = ...` of Python 3.12 and later.
        named = getattr(variant, "__supertype__", None) or getattr(
            variant, "__value__", None
        )
        if named is not None:
            yield from _classes((named,))
        elif origin is Literal:
            yield from map(type, get_args(variant))
        elif origin is Annotated:
            yield from _classes(get_args(variant)[:1])
        elif is_union(variant):
            yield from _classes(get_args(variant))
        elif variant is None or variant is Any:
            yield type(None) if variant is None else object
        else:
            yield origin or variant
