"""The closed vocabulary of types. References are ids, so a type is always a finite tree."""

from __future__ import annotations

from typing import TypeAlias

from generator.diagnostics.span import Place
from generator.ir.name import Name
from generator.ir.unrefined import Undecided
from generator.ir.value import Docs, Scalar, Value


class Anything(Value, frozen=True, tag="anything"):
    """Any JSON value: the empty schema, `true`, or what no type can express."""


class Nothing(Value, frozen=True, tag="nothing"):
    """No value at all: the schema `false`."""


class Null(Value, frozen=True, tag="null"):
    """Only null."""


class Boolean(Value, frozen=True, tag="boolean"):
    """true or false."""


class Integer(Value, frozen=True, tag="integer"):
    """A whole number; `format` as written (`int64`), or ""."""

    format: str = ""


class Number(Value, frozen=True, tag="number"):
    """A number; `format` as written (`double`), or ""."""

    format: str = ""


class String(Value, frozen=True, tag="string"):
    """A string; `format` as written (`date-time`, `uuid`, `byte`), or ""."""

    format: str = ""


class Binary(Value, frozen=True, tag="binary"):
    """Bytes as they travel: a file in a form, a body that isn't JSON."""


class Enumeration(Value, frozen=True, tag="enumeration"):
    """One of some JSON scalars, in the document's order.

    `base` is the type of the values that a server may add later; None closes the set (`const`).
    `takes_any` says that the document itself takes any other text beside these.
    """

    values: tuple[Scalar, ...]
    base: Type | None = None
    takes_any: bool = False


class Array(Value, frozen=True, tag="array"):
    """A list of items of one type.

    `kinds` are the types that the items have in each of several kinds of lists, where the document
    keeps these apart and no value does; `item` takes what any of them takes.
    """

    item: Type
    kinds: tuple[Type, ...] = ()


class Tuple(Value, frozen=True, tag="tuple"):
    """A list whose first items have types of their own (`prefixItems`); `rest` is for others.

    `least` is how many items there are at least. Once the Api is refined every tuple is exact.
    """

    items: tuple[Type, ...]
    rest: Type
    least: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether there are as many items as types, no more and no fewer."""
        return isinstance(self.rest, Nothing) and self.least >= len(self.items)


class Map(Value, frozen=True, tag="map"):
    """An object with free keys and values of one type."""

    value: Type


class Reference(Value, frozen=True, tag="reference"):
    """The declaration with this id."""

    id: str


class Nullable(Value, frozen=True, tag="nullable"):
    """The inner type, or null."""

    inner: Type


class Distinct(Value, frozen=True, tag="distinct"):
    """The JSON type distinguishes the variants: no two share one."""


class Tagged(Value, frozen=True, tag="tagged"):
    """All variants are objects that carry one property, with other values in each.

    `tags` gives for each tag value, a string or another scalar's JSON text, the position of its
    variant; two tags may share one. A value whose tag isn't listed belongs to the variant at
    `default`; where that is None, to the one that fits it best.
    """

    property: str
    tags: tuple[tuple[str, int], ...]
    default: int | None = None


class PropertyTags(Value, frozen=True):
    """A property that lists other values in each variant: pairs of a value and a position."""

    property: str
    tags: tuple[tuple[str, int], ...]


class Selected(Value, frozen=True, tag="selected"):
    """The members of the value decide, the first variant among equals.

    Where the document names a property that may be missing, `tags` gives for each of its values the
    position of the variant that it decides for, before all else. `constants` are other properties
    that list their values, which distinguish variants where they are there.
    """

    property: str = ""
    tags: tuple[tuple[str, int], ...] = ()
    constants: tuple[PropertyTags, ...] = ()


Strategy: TypeAlias = Distinct | Tagged | Selected


class Discriminator(Value, frozen=True):
    """How the document itself distinguishes variants: property, and value → schema id."""

    property: str
    mapping: tuple[tuple[str, str], ...] = ()
    default: str = ""


class Variant(Value, frozen=True):
    """One alternative of a union, with a name where the document gives one."""

    type: Type
    name: Name | None = None
    docs: Docs = Docs()


class Union(Value, frozen=True, tag="union"):
    """One of several types (`oneOf`, `anyOf`, type lists), without null, which is `Nullable`.

    `id` is that of the schema it stands in, by which it gets a name if it needs one, and `place`
    where that was written; "" and None afterwards.
    """

    variants: tuple[Variant, ...]
    discriminator: Discriminator | None = None
    strategy: Strategy | Undecided = Undecided()
    id: str = ""
    place: Place | None = None


Type: TypeAlias = (
    Anything
    | Nothing
    | Null
    | Boolean
    | Integer
    | Number
    | String
    | Binary
    | Enumeration
    | Array
    | Tuple
    | Map
    | Reference
    | Nullable
    | Union
)
