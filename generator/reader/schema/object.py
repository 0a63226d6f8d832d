"""Objects: models, and maps with free keys."""

from __future__ import annotations

from msgspec.structs import replace

from generator.document.node import Node
from generator.document.trees.tree import Tree
from generator.ir.declarations import Constraint, Field, Model
from generator.ir.types import (
    Anything,
    Discriminator,
    Map,
    Nothing,
    Type,
    Variant,
)
from generator.ir.unrefined import Inline, until_refined
from generator.ir.value import Json
from generator.reader.context import Context
from generator.reader.docs import read_name
from generator.reader.schema.array import short_label
from generator.reader.schema.combination import essence, one_of
from generator.reader.schema.conditional import branches
from generator.reader.schema.discriminator import read_discriminator
from generator.reader.schema.name import component_of, name_of
from generator.reader.schema.reading import Reading
from generator.reader.schema.type_keyword import takes_more


def read_object(
    node: Node, context: Context, *, whole: bool, discriminated: bool
) -> Reading:
    """Read a schema of the type `object`.

    Args:
        node: The schema.
        context: What the readers share.
        whole: Whether this is all that the schema says: then an object without properties is a
            map. Beside other schemas it is a model that adds to theirs.
        discriminated: Whether a `discriminator` here belongs to the object, not to a union.
    """
    fields = (*_read_fields(node, context), *_read_conditional(node, context))
    required = node.texts("required")
    additional = _read_additional(node, context)
    discriminator = _discriminator(node, context) if discriminated else None
    names = {field.name.wire for field in fields}
    undeclared = tuple(name for name in required if name not in names)
    if not fields and discriminator is None and whole:
        return _map(additional, required)
    closed = additional is not None and additional.type == Nothing()
    # Beside other schemas it may say no more than that the whole takes further properties.
    opens = additional is not None and not whole
    if not (fields or undeclared or closed or discriminator or opens):
        return _map(additional, ())
    extra = None if additional is None or closed else additional.type
    model = Model(
        id=node.id,
        name=name_of(node),
        place=node.place,
        fields=fields,
        additional=extra,
        closed=closed,
        unevaluated=extra is not None and _is_unevaluated(node),
        required=undeclared,
        discriminator=discriminator,
    )
    if (
        fields
        and extra is not None
        and not isinstance(essence(extra), Anything)
        and context.is_first("apart", node.file)
    ):
        context.notebook.write(
            "additional-apart",
            "the object has properties of its own and further ones of one type",
            node.place,
            hint="the further ones are kept apart, here and in objects like it",
        )
    constraints = additional.constraints if additional else ()
    inline = Inline(model=model, component=component_of(node))
    return Reading(type=until_refined(inline), constraints=constraints)


def _map(additional: Reading | None, required: tuple[str, ...]) -> Reading:
    """An object with free keys; the required ones are documented."""
    needed: tuple[Constraint, ...] = ()
    if required:
        needed = (Constraint(keyword="required", value=Json(value=list(required))),)
    if additional is None:
        return Reading(type=Map(value=Anything()), constraints=needed)
    return Reading(
        type=Map(value=additional.type), constraints=(*needed, *additional.constraints)
    )


def _read_fields(node: Node, context: Context) -> tuple[Field, ...]:
    required = frozenset(node.texts("required"))
    return tuple(
        _read_field(key, value, key in required, context)
        for key, value in node.members("properties")
    )


def _read_conditional(node: Node, context: Context) -> tuple[Field, ...]:
    """The properties that the object has under a condition alone."""
    own = node.mapping.get("properties")
    known = own if isinstance(own, dict) else {}
    found: dict[str, list[Field]] = {}
    for branch in branches(node):
        for field in _read_fields(branch, context):
            if field.name.wire not in known:
                found.setdefault(field.name.wire, []).append(field)
    return tuple(
        replace(fields[0], type=_any_of(fields, node), required=False, conditional=True)
        for fields in found.values()
    )


def _any_of(fields: list[Field], node: Node) -> Type:
    """The type of a property that is one of some, as one condition or another holds."""
    variants = [Variant(type=field.type) for field in fields]
    name = fields[0].name.wire
    at = node.at("properties").at(name)
    return one_of(variants, None, at)


def _read_field(key: str, value: Node, required: bool, context: Context) -> Field:
    reading = context.read_schema(value)
    return Field(
        name=read_name(value, key),
        type=reading.type,
        required=required,
        default=reading.default,
        read_only=reading.read_only,
        write_only=reading.write_only,
        deprecated=reading.deprecated,
        docs=reading.docs,
        constraints=reading.constraints,
        example=reading.example,
    )


def _read_additional(node: Node, context: Context) -> Reading | None:
    """The type of the properties that aren't listed: None when the schema is silent."""
    readings: list[Reading] = []
    constraints: list[Constraint] = []
    for pattern, value in node.members("patternProperties"):
        reading = context.read_schema(value)
        constraints += reading.within("patternProperties", pattern)
        readings.append(reading)
    if readings:
        members = node.members("patternProperties")
        patterns: dict[str, Tree] = {key: short_label(one) for key, one in members}
        constraints.append(
            Constraint(keyword="patternProperties", value=Json(value=patterns))
        )
    rest = node.get("additionalProperties") or _unevaluated(node)
    if rest is not None:
        reading = context.read_schema(rest)
        constraints += reading.within("additionalProperties")
        # Beside patterns, `false` only closes the rest.
        if not readings or reading.type != Nothing():
            readings.append(reading)
    elif readings:
        readings.append(Reading(type=Anything()))
    if not readings:
        return None
    variants = [Variant(type=one.type) for one in readings]
    type = one_of(variants, None, node, "/patternProperties")
    return Reading(type=type, constraints=tuple(constraints))


def _unevaluated(node: Node) -> Node | None:
    """The schema of the properties that no schema here declares; `false` is documented."""
    rest = node.get("unevaluatedProperties")
    return rest if rest is not None and takes_more(rest.value) else None


def _is_unevaluated(node: Node) -> bool:
    """Whether the type of further properties is for those that other schemas leave."""
    nearer = {"additionalProperties", "patternProperties"}
    return nearer.isdisjoint(node.mapping)


def _discriminator(node: Node, context: Context) -> Discriminator | None:
    found = node.get("discriminator")
    return None if found is None else read_discriminator(found, context)
