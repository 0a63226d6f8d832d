"""Mark the optional properties that a condition may require.

`anyOf: [{required: [id]}, {required: [name]}]`, `dependentRequired`, `then`, `minProperties`: no
type says when the property has to be there. A null that it may have then differs from its absence:
left out, it would make a value that fits its schema one that doesn't.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Constraint, Declaration, Model
from generator.ir.graph import direct_references
from generator.ir.types import Reference, Type
from generator.ir.value import JsonValue

_LISTS = frozenset({"anyOf", "oneOf", "allOf"})
_SCHEMAS = frozenset({"not", "if", "then", "else"})
_BY_NAME = frozenset({"dependentSchemas", "dependentRequired", "dependencies"})
# Stands for every property: whichever is left out, there are fewer.
_ANY = ""


def mark_dependent_required(api: Api, notebook: Notebook) -> Api:
    """Mark the fields of models by what is said of these where they are declared and used."""
    declarations = {each.id: each for each in api.declarations}
    demands: dict[str, set[str]] = {}
    for each in api.declarations:
        for type, constraints in _said(each):
            names = {*_demanded(constraints)}
            for id in _models(type, declarations) if names else ():
                demands.setdefault(id, set()).update(names)
    marked = (_marked(each, demands.get(each.id)) for each in api.declarations)
    return replace(api, declarations=tuple(marked))


def _said(declared: Declaration) -> Iterator[tuple[Type, tuple[Constraint, ...]]]:
    """Types with the constraints on their values."""
    yield Reference(id=declared.id), declared.constraints
    for field in declared.fields if isinstance(declared, Model) else ():
        yield field.type, field.constraints


def _demanded(constraints: Iterable[Constraint]) -> Iterator[str]:
    for each in constraints:
        yield from _in_schema({each.keyword: each.value.value})


def _in_schema(schema: JsonValue) -> Iterator[str]:
    """The properties that a schema requires under a condition, and those that are the condition."""
    if not isinstance(schema, dict):
        return
    for keyword, said in schema.items():
        if keyword == "required" and isinstance(said, list):
            yield from (name for name in said if isinstance(name, str))
        elif keyword in _LISTS and isinstance(said, list):
            for part in said:
                yield from _in_schema(part)
        elif keyword in _SCHEMAS:
            yield from _in_schema(said)
        elif keyword in _BY_NAME and isinstance(said, dict):
            yield from said
            for part in said.values():
                is_list = isinstance(part, list)
                yield from _in_schema({"required": part} if is_list else part)
        elif keyword == "minProperties" and said:
            yield _ANY


def _models(type: Type, declarations: Mapping[str, Declaration]) -> Iterator[str]:
    """The models that a value of a type may be."""
    waiting = [*direct_references(type)]
    seen: set[str] = set()
    while waiting:
        id = waiting.pop()
        declared = declarations.get(id)
        if declared is None or id in seen:
            continue
        seen.add(id)
        if isinstance(declared, Model):
            yield id
        else:
            waiting += direct_references(declared.type)


def _marked(declared: Declaration, names: set[str] | None) -> Declaration:
    if not isinstance(declared, Model) or not names:
        return declared
    fields = tuple(
        (
            replace(each, demanded=True)
            if not each.required and (each.name.wire in names or _ANY in names)
            else each
        )
        for each in declared.fields
    )
    return replace(declared, fields=fields)
