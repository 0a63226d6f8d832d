"""Where a declaration comes from: the document, or what passes make of others.

`name` is what the document calls the schema, or the last one that it was made of: a component's
key, the stem of a file, or "".
"""

from __future__ import annotations

from typing import TypeAlias

from generator.ir.value import Value


class Written(Value, frozen=True, tag="written"):
    """A schema that the document names."""

    name: str


class InPlace(Value, frozen=True, tag="inPlace"):
    """A schema written inside another one, or inside an operation.

    `inside` is the id of the declaration that it was lifted out of, or "".
    """

    name: str = ""
    inside: str = ""
    in_property: bool = False
    in_allof: bool = False


class BaseOf(Value, frozen=True, tag="baseOf"):
    """The properties of a parent itself, beside the union of its children that has its name."""

    schema: str
    name: str = ""


class VariantOf(Value, frozen=True, tag="variantOf"):
    """Variants of unions in an allOf, with what stands beside these unions there."""

    schema: str
    variants: tuple[str, ...]
    name: str = ""


class IntersectionOf(Value, frozen=True, tag="intersectionOf"):
    """What is all of several declared schemas at once."""

    schemas: tuple[str, ...]
    name: str = ""


Origin: TypeAlias = Written | InPlace | BaseOf | VariantOf | IntersectionOf
