"""Unions that msgspec can't decode by itself, and types that hold themselves.

msgspec tells apart the variants of a union whose JSON types differ, and objects that carry a tag.
For any other union, generated code assigns a stand-in, while type checkers see the union itself:

    if TYPE_CHECKING:
        Pet: TypeAlias = Cat | Dog
    else:
        Pet = union("Pet", lambda: (Cat, Dog))

So it does for what holds itself without a model in between, which Python can't evaluate where it
stands, be it a union or of one kind alone:

    if TYPE_CHECKING:
        Tree: TypeAlias = "str | list[Tree]"
        Nest: TypeAlias = "list[Nest]"
    else:
        Tree = union("Tree", lambda: (str, list[Tree]))
        Nest = union("Nest", lambda: (list[Nest],))

The variants are looked up at first use, so they may refer to the union, and to models further
down. A stand-in is used like a type: as an annotation, in `list[Pet]`, in `Pet | None`, at the top
of a body, as a variant of another stand-in. Beside another type than None it can't stand in a plain
union: the outer union then is a stand-in, too. `isinstance(value, Pet)` asks for any variant.

How a target renders each strategy:

- Distinct: the plain union, `Cat | str | list[Cat] | None`; a stand-in if a variant is one or is an
  `OpenModel`, or if two variants are text to JSON (`str | datetime`).
- Tagged: natively, when each tag has a variant of its own, each variant is a Struct and has this
  tag only: `class Cat(Model, kw_only=True, tag_field="kind", tag="cat")`, with
  `kind: ClassVar[Literal["cat"]] = "cat"` in place of the field, and the plain union. Otherwise as
  `union("Pet", lambda: (Cat, Dog), tag="kind", tags={"cat": 0, "dog": 1, "puppy": 1})`, where each
  variant keeps its field. Natively is about six times as fast; `default=0` names the variant for
  unknown tags, where the document does.
- Selected: `union("Pet", lambda: (Cat, Dog))`. The evidence (JSON types, constants, required and
  known properties) is read off the variants. A declared property that may be missing decides where
  it stands: `union("Pet", lambda: (Cat, Dog), tag="kind", tags={"cat": 0}, optional=True)`.
  What a value has that only another variant declares is kept beside the model (`overlap`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import UnionType
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

from .hooks import dec_hook
from .plain import Annotation, Plain
from .tags import Tagging

if TYPE_CHECKING:
    from .choices import Choice

Load: TypeAlias = Callable[[Plain], object]


class Standin(type):
    """The type of stand-ins: what msgspec calls `dec_hook` for, and what `isinstance` asks."""

    _variants: Callable[[], tuple[Annotation, ...]]
    _tagging: Tagging | None
    _resolved: tuple[Choice, list[Load], tuple[type, ...]] | None

    def __repr__(cls) -> str:
        return f"<union {cls.__name__}>"

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls._resolve()[2])

    @property
    def choice(cls) -> Choice:
        """The plan that picks a variant."""
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
        order = choice.order(value, hasty=True)
        if not order:
            raise msgspec.ValidationError(f"Expected `{choice.expected}`")
        made = loads[order[0]](value)
        return choice.whole(order[0], made, value) if order[1:] else made

    def _resolve(cls) -> tuple[Choice, list[Load], tuple[type, ...]]:
        if cls._resolved is None:
            from .choices import Choice  # noqa: PLC0415 -- it knows stand-ins, too
            from .planner import plan  # noqa: PLC0415 -- as above

            variants = cls.variants
            choice = Choice([plan(variant) for variant in variants], cls._tagging)
            loads = [_load(variant) for variant in variants]
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


def _load(variant: Annotation) -> Load:
    """What decodes parsed JSON as a variant that was picked."""
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
