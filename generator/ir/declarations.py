"""Schemas with a name of their own: models and aliases."""

from __future__ import annotations

from typing import TypeAlias

from msgspec.structs import replace

from generator.diagnostics.span import Place
from generator.ir.name import Name
from generator.ir.types import Discriminator, Type
from generator.ir.value import Docs, Json, Value


# Where a declaration comes from. `name` is what the document calls the schema, or the last one that
# it was made of: a component's key, the stem of a file, or "".
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
    """The intersection of several declared schemas."""

    schemas: tuple[str, ...]
    name: str = ""


Origin: TypeAlias = Written | InPlace | BaseOf | VariantOf | IntersectionOf


class Constraint(Value, frozen=True):
    """A keyword that narrows a value without changing its type: documented, never enforced."""

    keyword: str
    value: Json


class Field(Value, frozen=True):
    """One property of an object."""

    name: Name
    type: Type
    required: bool = False
    default: Json | None = None
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    docs: Docs = Docs()
    constraints: tuple[Constraint, ...] = ()
    example: Json | None = None
    # The schema an allOf took the field from, or "" for the model's own.
    origin: str = ""
    # It is there under a condition that no type can say; what says more of it comes first.
    conditional: bool = False
    # It is optional, and a condition that no type can say may require it all the same.
    demanded: bool = False


class Model(Value, frozen=True, tag="model"):
    """An object schema with properties.

    `additional` is the type of properties that aren't listed: None when the schema is silent or
    closed, in which case `closed` says which; `unevaluated` says that it is for what no part of an
    `allOf` takes. `required` names properties that must be there though the schema itself doesn't
    declare them, and `discriminator` is that of a parent whose children extend it by `allOf`. Once
    the Api is refined they are False, () and None.
    """

    id: str
    name: Name
    place: Place
    fields: tuple[Field, ...]
    additional: Type | None = None
    closed: bool = False
    unevaluated: bool = False
    required: tuple[str, ...] = ()
    discriminator: Discriminator | None = None
    # What the schema itself says that a discriminator's property is in its values, or "".
    tag: str = ""
    docs: Docs = Docs()
    deprecated: bool = False
    constraints: tuple[Constraint, ...] = ()
    # Ids of the schemas that an allOf merged into this one, in order.
    parents: tuple[str, ...] = ()
    # Id of the model of which this one has all members, as they are there, or "".
    base: str = ""
    example: Json | None = None
    # Whose module holds it: a resource id, `webhooks`, `webhooks/<kind>`, or "" for shared.
    owner: str = ""
    origin: Origin = InPlace()


class Alias(Value, frozen=True, tag="alias"):
    """A named schema that is no object with properties: an enumeration, a union, a map, a string.

    `opens` says of a map of any values that the schema says so itself, by `additionalProperties`:
    what an allOf makes of it takes further properties, too.
    """

    id: str
    name: Name
    place: Place
    type: Type
    docs: Docs = Docs()
    deprecated: bool = False
    constraints: tuple[Constraint, ...] = ()
    example: Json | None = None
    opens: bool = False
    # As a model's.
    tag: str = ""
    parents: tuple[str, ...] = ()
    owner: str = ""
    origin: Origin = InPlace()


Declaration: TypeAlias = Model | Alias


def extends(model: Model, base: Model) -> bool:
    """Whether a model has every member of another one as it is there, and as many further ones."""
    own = {field.name.wire: field for field in model.fields}
    return model.additional == base.additional and all(
        (found := own.get(field.name.wire)) is not None
        and replace(found, origin="") == replace(field, origin="")
        for field in base.fields
    )


def added_fields(model: Model, base: Model) -> tuple[Field, ...]:
    """The fields of a model beside those of the one that it extends."""
    known = {field.name.wire for field in base.fields}
    return tuple(field for field in model.fields if field.name.wire not in known)
