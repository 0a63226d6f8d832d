"""Overloads: how the members of a body that is one of several objects become arguments.

Each variant gives an overload. Type checkers try them in turn and object to one that an earlier one
takes all calls of, so those of fewer arguments come first, and variants whose arguments are called
alike are one overload, unless a member lists other values in each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.emit.text.code import Code, literal
from generator.ir.declarations import Field, Model
from generator.ir.operation import Body, Operation
from generator.ir.types import (
    Anything,
    Enumeration,
    Map,
    Reference,
    Type,
    Union,
    Variant,
)
from generator.ir.value import Scalar
from generator.targets.python.declaration_index import Index, either
from generator.targets.python.enumerations import listed
from generator.targets.python.expressions import call_of, dict_of, literals, tuple_of
from generator.targets.python.media.media_kind import STRUCTURED, kind_of
from generator.targets.python.media.request_media import preferred
from generator.targets.python.module import Module
from generator.targets.python.names.identifiers import snake
from generator.targets.python.types.symbol_table import SymbolTable

# The argument for a body as a whole.
_WHOLE = "body"
# More values of a member than these aren't shown.
_MOST_VALUES = 4


def variants_of(body: Body | None, index: Index) -> tuple[Model, ...]:
    """The objects that a body may be, if their members become arguments; () otherwise.

    A member that is called as the whole body is, and may be an object, too, stands in the way.
    """
    media = preferred(body.content, index) if body else None
    if body is None or media is None or kind_of(media) not in STRUCTURED:
        return ()
    models = [one for id in media.variants if isinstance(one := index[id], Model)]
    if not body.fixed and any(
        isinstance(kind, Model | Map | Anything)
        for model in models
        for field in settable(model)
        if is_shared(field)
        for kind in either(field.type, index)
    ):
        return ()
    return tuple(models)


def settable(model: Model) -> tuple[Field, ...]:
    """The members that a caller may set."""
    return tuple(field for field in model.fields if not field.read_only)


def is_shared(field: Field) -> bool:
    """Whether a member wants the name of the argument for the whole body."""
    return snake(field.name, "") == _WHOLE


def narrowed(operation: Operation, model: Model) -> Operation:
    """The operation with a body that is one of its variants and nothing else."""
    assert operation.body is not None  # noqa: S101 -- it has variants
    content = tuple(
        replace(media, type=Reference(id=model.id), variants=())
        for media in operation.body.content
        if model.id in media.variants
    )
    body = replace(operation.body, content=content, required=True)
    return replace(operation, body=body)


def closed(model: Model, symbols: SymbolTable) -> Model:
    """A variant as callers pass it: tags have closed lists, and what is filled in isn't needed."""
    filled = symbols.changes.filled(model)
    fields = (
        replace(
            one,
            type=symbols.tags.sent_type(model, one),
            required=one.required and one.name.wire not in filled,
        )
        for one in model.fields
    )
    return replace(model, fields=tuple(fields))


def overloaded(variants: Sequence[Model]) -> tuple[Model, ...]:
    """A model for each overload, in the order in which type checkers reach all of them."""
    found: dict[tuple[frozenset[str], frozenset[str]], list[list[Model]]] = {}
    for model in variants:
        names = frozenset(one.name.wire for one in settable(model))
        names |= {""} if model.additional is not None else frozenset[str]()
        needed = frozenset(one.name.wire for one in settable(model) if one.required)
        groups = found.setdefault((names, needed), [])
        same = (group for group in groups if not _is_apart(model, group))
        if (group := next(same, None)) is None:
            groups.append([model])
        else:
            group.append(model)
    ordered = sorted(found, key=lambda key: (len(key[0]), -len(key[1])))
    return tuple(united(group) for key in ordered for group in found[key])


def _is_apart(model: Model, others: Sequence[Model]) -> bool:
    """Whether some member lists a value that none of the others list for it."""
    for field in settable(model):
        own = values_of(field.type)
        rest = [
            values_of(one.type)
            for other in others
            for one in settable(other)
            if one.name.wire == field.name.wire
        ]
        if own and all(rest) and not {*own} <= {one for each in rest for one in each}:
            return True
    return False


def values_of(type: Type) -> tuple[Scalar, ...]:
    """All values of a type, if an annotation lists them; () otherwise."""
    if not isinstance(type, Enumeration) or type.base or type.takes_any:
        return ()
    return type.values if listed(type) == type.values else ()


def shown_values(type: Type) -> str:
    """The values of a member in a call, `="close"`, if a few are all that it can have."""
    values = values_of(type)
    listed = "|".join(literal(value) for value in values)
    return f"={listed}" if 0 < len(values) <= _MOST_VALUES else ""


def united(models: Sequence[Model]) -> Model:
    """A model with the members of several; what one needs is needed if all of them need it."""
    first, *others = models
    if not others:
        return first
    fields: dict[str, list[Field]] = {}
    for model in models:
        for field in settable(model):
            fields.setdefault(field.name.wire, []).append(field)
    further = [one.additional for one in models if one.additional is not None]
    return replace(
        first,
        fields=tuple(_united(same, len(models)) for same in fields.values()),
        additional=either_type(further) if further else None,
    )


def _united(fields: Sequence[Field], count: int) -> Field:
    first = fields[0]
    documented = (one.docs for one in fields if one.docs != type(one.docs)())
    return replace(
        first,
        type=either_type(one.type for one in fields),
        required=len(fields) == count and all(one.required for one in fields),
        default=first.default if _is_one(one.default for one in fields) else None,
        constraints=(
            first.constraints if _is_one(one.constraints for one in fields) else ()
        ),
        deprecated=all(one.deprecated for one in fields),
        docs=next(documented, first.docs),
    )


def _is_one(values: Iterable[object]) -> bool:
    first, *others = values
    return all(one == first for one in others)


def optional(fields: Sequence[Field], whole: Type | None) -> tuple[Field, ...]:
    """Members of which none is needed, and one may be the whole body if it is called so.

    Args:
        fields: The members.
        whole: What the whole body is; None where it isn't passed.
    """
    return tuple(
        replace(
            one,
            required=False,
            type=(
                either_type((one.type, whole)) if whole and is_shared(one) else one.type
            ),
        )
        for one in fields
    )


def either_type(types: Iterable[Type]) -> Type:
    """What is of one of some types; of enumerations alike, one of all their values."""
    first, *others = dict.fromkeys(types)
    alike = [
        one
        for one in (first, *others)
        if isinstance(one, Enumeration)
        and isinstance(first, Enumeration)
        and (one.base, one.takes_any) == (first.base, first.takes_any)
    ]
    if not others:
        return first
    if isinstance(first, Enumeration) and len(alike) == 1 + len(others):
        values = dict.fromkeys(value for one in alike for value in one.values)
        return replace(first, values=tuple(values))
    return Union(variants=tuple(Variant(type=one) for one in (first, *others)))


def variants_value(
    operation: Operation,
    variants: Sequence[Model],
    names: Mapping[str, Code],
    module: Module,
) -> Code:
    """The value that finds the variant of a call's arguments.

    Args:
        operation: The operation.
        variants: The variants, with the types that callers send.
        names: What the members are called as arguments, by their own names.
        module: The module that it stands in.
    """
    assert operation.body is not None  # noqa: S101 -- it has variants
    fixed = dict(operation.body.fixed)
    kind = module.use("._runtime.request.variants", "Variant")
    arguments = [
        call_of(
            kind, _variant([f for f in settable(one) if f.name.wire not in fixed], one)
        )
        for one in variants
    ]
    if not operation.body.required:
        arguments.append(Code("required=False"))
    if renamed := [
        (wire, literal(name)) for wire, name in names.items() if wire != name
    ]:
        arguments.append(Code(f"names={dict_of(renamed)}"))
    shared = [f.name.wire for one in variants for f in settable(one) if is_shared(f)]
    if shared and not fixed:
        arguments.append(Code(f"shared={literal(shared[0])}"))
    if fixed:
        rows = ((name, literal(one.value)) for name, one in fixed.items())
        arguments.append(Code(f"fixed={dict_of(rows)}"))
    return call_of(module.use("._runtime.request.variants", "Variants"), arguments)


def _variant(fields: Sequence[Field], model: Model) -> list[Code]:
    needed = [one.name.wire for one in fields if one.required]
    others = [one.name.wire for one in fields if not one.required]
    values = [
        (one.name.wire, tuple_of([literal(value) for value in found]))
        for one in fields
        if (found := values_of(one.type))
    ]
    written = [literals(needed) or Code("()")]
    if others:
        written.append(literals(others))
    if values:
        written.append(Code(f"values={dict_of(values)}"))
    if model.additional is not None:
        written.append(Code("is_open=True"))
    return written
