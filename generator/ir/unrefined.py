"""Types that the reader makes and refine takes out again: no target sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from generator.ir.value import Value

if TYPE_CHECKING:
    from generator.ir.declarations import Model
    from generator.ir.types import Type


class Component(Value, frozen=True):
    """What several operations may share, a response say: its section of `components`, its key."""

    section: str
    key: str


class Undecided(Value, frozen=True, tag="undecided"):
    """The strategy of a union until the pass `discriminate` has chosen one.

    `component` is what the union is written in, unless that is a schema or an operation.
    """

    component: Component | None = None


class Compound(Value, frozen=True, tag="compound"):
    """All of several types at once (`allOf`), until the pass `compose` has merged them.

    `id` is that of the schema it stands in, `component` as a union's.
    """

    parts: tuple[Type, ...]
    id: str = ""
    component: Component | None = None


class Inline(Value, frozen=True, tag="inline"):
    """An object schema written in place, until the pass `hoist` has made it a declaration.

    `component` is as a union's.
    """

    model: Model
    component: Component | None = None


WrittenType: TypeAlias = "Type | Compound | Inline"


def until_refined(type: WrittenType) -> Type:
    """A type as other types and declarations hold it, though only refine makes it one of theirs.

    The passes `hoist` and `compose` leave none of those that aren't.
    """
    # The fields are annotated with what a target sees, and hold these until refine is done.
    return cast("Type", type)


def as_written(type: Type) -> WrittenType:
    """A type out of another one or a declaration, which refine may not have come to yet."""
    return type
