"""A schema as a type and what is said about it."""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.document.trees.tree import describe
from generator.ir.declarations import Constraint, Model
from generator.ir.types import Anything, Nothing, Null, Nullable, Type, Variant
from generator.ir.unrefined import Inline, as_written
from generator.ir.value import Docs, Json
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.docs import read_docs
from generator.reader.schema.array import implied_keywords, read_array
from generator.reader.schema.combination import (
    all_of,
    essence,
    is_trivial,
    map_model,
    one_of,
)
from generator.reader.schema.constraint import (
    check_patterns,
    documented,
    read_constraints,
)
from generator.reader.schema.default import read_default
from generator.reader.schema.discriminator import read_discriminator
from generator.reader.schema.enumeration import read_enumeration
from generator.reader.schema.object import read_object
from generator.reader.schema.reading import Reading
from generator.reader.schema.reference import (
    read_dynamic_reference,
    read_recursive_reference,
    read_reference,
)
from generator.reader.schema.scalar import read_scalar
from generator.reader.schema.type_keyword import read_kinds, read_nullable
from generator.reader.schema.union import read_union

_COMBINING = frozenset(
    {"$ref", "$dynamicRef", "$recursiveRef", "allOf", "oneOf", "anyOf"}
)
# Schemas nested deeper than this become declarations, as brackets in code can't nest for ever.
DEEPEST = 16


def read_schema(
    node: Node, context: Context, inherited: tuple[str, ...], part: bool
) -> Reading:
    """Read a schema; `Context.read_schema` says what it takes."""
    if isinstance(node.value, bool):
        return Reading(type=Anything() if node.value else Nothing())
    if context.event_data and node.id in context.event_data:
        decoded = context.event_data[node.id]
        return (
            Reading(type=Anything())
            if decoded is None
            else context.read_schema(decoded)
        )
    if not isinstance(node.value, dict):
        found = describe(node.value)
        message = f"a schema has to be an object or a boolean, and is {found}"
        context.repair("schema-shape", message, node, "any value is accepted here")
        return Reading(type=Anything())
    if context.depth >= DEEPEST and "$ref" not in node.value:
        return Reading(type=context.declare(node.again()))
    if len(node.value) == 1 and "$ref" in node.value:
        return read_reference(node, context) or Reading(type=Anything())
    context.depth += 1
    try:
        reading = _read(node, context, inherited, part)
    finally:
        context.depth -= 1
    audit(node, "Schema", context)
    return reading


def _read(
    node: Node, context: Context, inherited: tuple[str, ...], part: bool
) -> Reading:
    kinds = read_kinds(node, context, inherited)
    or_null = "null" in kinds or read_nullable(node, context)
    if kinds and or_null:
        kinds = tuple(dict.fromkeys((*kinds, "null")))
    own_kinds = () if kinds == inherited else kinds
    others = _left(_read_others(node, kinds, context), own_kinds, context)
    parts = [one.type for one in others]
    whole = not part and all(map(is_trivial, parts))
    own = _read_own(node, kinds, context, whole=whole)
    type = all_of(parts, own.type, node)
    if or_null and type != Null():
        type = Nullable(inner=type)
    written = read_constraints(node, context, implied_keywords(own.type))
    constraints = [*own.constraints, *written]
    for one in others:
        constraints += one.constraints
    return _finish(node, type, constraints, others, context)


def _left(
    others: list[Reading], kinds: tuple[str, ...], context: Context
) -> list[Reading]:
    """The schemas without those that can't be read, where something else says what is meant.

    Args:
        others: The schemas beside another one's own keywords.
        kinds: The JSON types that these name themselves.
        context: What the readers share.
    """
    left = [one for one in others if not context.is_unread(one.type)]
    says = kinds or any(not isinstance(essence(one.type), Anything) for one in left)
    return left if says else others


def _read_others(node: Node, kinds: tuple[str, ...], context: Context) -> list[Reading]:
    """The schemas beside this one's own keywords that a value has to fit as well."""
    if _COMBINING.isdisjoint(node.mapping):
        return []
    found: list[Reading] = []
    for read in (read_reference, read_dynamic_reference, read_recursive_reference):
        try:
            referred = read(node, context)
        except Unsupported as reason:
            # What stands beside the reference may do without it.
            referred = Reading(type=context.lose(node, reason))
        found += [] if referred is None else [referred]
    found += [
        context.read_schema(one, kinds, part=True) for one in node.elements("allOf")
    ]
    check_patterns(node, context)
    discriminator = None
    if _has_union(node) and (written := node.get("discriminator")) is not None:
        discriminator = read_discriminator(written, context)
    for keyword in ("oneOf", "anyOf"):
        one = read_union(node, keyword, kinds, discriminator, context)
        if one is not None:
            found.append(one)
    return found


def _read_own(
    node: Node, kinds: tuple[str, ...], context: Context, *, whole: bool
) -> Reading:
    """Read what the schema says itself; any value where it says nothing or no more than a type."""
    constraints: tuple[Constraint, ...] = ()
    if not {"enum", "const"}.isdisjoint(node.mapping):
        listed = read_enumeration(node, kinds, context)
        if listed is not None:
            return Reading(type=listed)
        constraints = documented(node, "const")
        if node.mapping.get("enum") != []:
            constraints = (*constraints, *documented(node, "enum"))
    real = [kind for kind in kinds if kind != "null"]
    if kinds and not real:
        return Reading(type=Null(), constraints=constraints)
    alone = whole and len(kinds) == 1
    readings: list[Reading] = []
    for kind in real:
        if kind == "object":
            is_own = not _has_union(node)
            own = read_object(node, context, whole=whole, discriminated=is_own)
            readings.append(own if alone else _moved(own, node))
        elif kind == "array":
            readings.append(read_array(node, context))
        else:
            readings.append(Reading(type=read_scalar(kind, node)))
    if not readings:
        return Reading(type=Anything(), constraints=constraints)
    for one in readings:
        constraints += one.constraints
    variants = [Variant(type=one.type) for one in readings]
    type = one_of(variants, None, node)
    return Reading(type=type, constraints=constraints)


def _moved(reading: Reading, node: Node) -> Reading:
    """The object aspect of a schema that is more, under an id of its own."""
    inline = reading.type
    if not isinstance(inline, Inline):
        return reading
    model = replace(inline.model, id=f"{node.id}/properties")
    return replace(reading, type=replace(inline, model=model))


def _has_union(node: Node) -> bool:
    return not {"oneOf", "anyOf"}.isdisjoint(node.mapping)


def _finish(
    node: Node,
    type: Type,
    constraints: list[Constraint],
    others: list[Reading],
    context: Context,
) -> Reading:
    """Put a type together with all that is said about it."""
    docs = read_docs(node, context, summary="title")
    if len(others) == 1 and docs == Docs():
        docs = others[0].docs
    default = read_default(node, type, context)
    for one in others:
        default = default or one.default
    deprecated = node.flag("deprecated") or any(one.deprecated for one in others)
    example = _read_example(node)
    read_only, write_only = _read_direction(node, others, context)
    return Reading(
        type=_documented_model(type, docs, deprecated, constraints, example),
        docs=docs,
        default=default,
        read_only=read_only,
        write_only=write_only,
        deprecated=deprecated,
        constraints=() if isinstance(essence(type), Inline) else tuple(constraints),
        example=example,
    )


def _read_direction(
    node: Node, others: list[Reading], context: Context
) -> tuple[bool, bool]:
    """Whether a value is only received or only sent; neither where both are said."""
    read_only = node.flag("readOnly") or any(one.read_only for one in others)
    write_only = node.flag("writeOnly") or any(one.write_only for one in others)
    if not (read_only and write_only):
        return read_only, write_only
    context.notebook.write(
        "direction-none",
        "a value can't be both `readOnly` and `writeOnly`",
        node.place,
        hint="it is received and sent",
    )
    return False, False


def _documented_model(
    type: Type,
    docs: Docs,
    deprecated: bool,
    constraints: list[Constraint],
    example: Json | None,
) -> Type:
    """The type, its model carrying what the schema says about it."""

    def document(model: Model) -> Model:
        return replace(model, docs=docs, deprecated=deprecated)

    def document_all(model: Model) -> Model:
        return replace(document(model), constraints=tuple(constraints), example=example)

    match essence(type):
        case Inline():
            return map_model(type, document_all)
        case Nullable(inner=inner) if isinstance(as_written(inner), Inline):
            return map_model(type, document)
        case _:
            return type


def _read_example(node: Node) -> Json | None:
    """The first example of a schema."""
    single, several = node.get("example"), node.get("examples")
    if single is not None:
        return Json(value=single.value)
    if several is not None and isinstance(several.value, list) and several.value:
        return Json(value=several.value[0])
    return None
