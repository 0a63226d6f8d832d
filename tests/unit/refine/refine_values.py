"""Short ways to write values of the IR down."""

from __future__ import annotations

from generator.diagnostics import Place
from generator.ir.api import Api, Resource
from generator.ir.declarations import Alias, Declaration, Field, Model, Written
from generator.ir.name import Name
from generator.ir.operation import Body, MediaType, Operation, Parameter, Response
from generator.ir.path import Literal, Path, Slot
from generator.ir.types import (
    Discriminator,
    Enumeration,
    Reference,
    String,
    Type,
    Union,
    Variant,
)
from generator.ir.unrefined import Inline

PLACE = Place("spec.yaml", "/here")


def field(name: str, type: Type | None = None, *, required: bool = False) -> Field:
    return Field(
        name=Name(wire=name),
        type=String() if type is None else type,
        required=required,
    )


def model(id: str, *fields: Field, additional: Type | None = None) -> Model:
    return Model(
        id=id,
        name=Name(wire=id.rpartition("/")[2]),
        place=PLACE,
        origin=Written(name=id.rpartition("/")[2]),
        fields=fields,
        additional=additional,
    )


def inline(id: str, *fields: Field, required: tuple[str, ...] = ()) -> Inline:
    return Inline(
        model=Model(
            id=id,
            name=Name(wire=""),
            place=PLACE,
            fields=fields,
            required=required,
        )
    )


def alias(id: str, type: Type) -> Alias:
    return Alias(
        id=id, name=Name(wire=id), place=PLACE, type=type, origin=Written(name=id)
    )


def made(id: str, name: str, type: Type) -> Alias:
    return Alias(id=id, name=Name(wire="", preferred=name), place=PLACE, type=type)


def ref(id: str) -> Reference:
    return Reference(id=id)


def const(*values: str) -> Enumeration:
    return Enumeration(values=values)


def union(*types: Type, rule: Discriminator | None = None) -> Union:
    return Union(
        variants=tuple(Variant(type=type) for type in types), discriminator=rule
    )


def path(template: str) -> Path:
    parts: list[Literal | Slot] = []
    for piece in template.replace("}", "{").split("{"):
        is_slot = "{" + piece + "}" in template
        parts.append(Slot(name=piece) if is_slot else Literal(text=piece))
    return Path(parts=tuple(part for part in parts if part != Literal(text="")))


def operation(
    id: str = "listNotes",
    *,
    method: str = "GET",
    template: str = "/notes",
    tags: tuple[str, ...] = (),
    resource: tuple[str, ...] = (),
    preferred: str = "",
    returns: Type | None = None,
    takes: Type | None = None,
    parameters: tuple[Parameter, ...] = (),
) -> Operation:
    escaped = template.replace("/", "~1")
    responses = (
        () if returns is None else (Response(status="200", content=json(returns)),)
    )
    return Operation(
        id=id or f"{method} {template}",
        name=Name(wire=id, preferred=preferred),
        resource=tuple(Name(wire=each) for each in resource),
        method=method,
        path=path(template),
        place=Place("spec.yaml", f"/paths/{escaped}/{method.lower()}"),
        tags=tags,
        body=None if takes is None else Body(content=json(takes)),
        responses=responses,
        parameters=parameters,
    )


def json(type: Type) -> tuple[MediaType, ...]:
    return (MediaType(content_type="application/json", type=type),)


def api(
    *declarations: Declaration,
    operations: tuple[Operation, ...] = (),
    resources: tuple[Resource, ...] = (),
) -> Api:
    return Api(
        title="Notes",
        version="1",
        declarations=declarations,
        operations=operations,
        resources=resources,
    )


def using(*declarations: Declaration) -> Api:
    """An Api in which one operation returns the first declaration."""
    first = operation(returns=ref(declarations[0].id))
    return api(*declarations, operations=(first,))


def by_id(result: Api) -> dict[str, Declaration]:
    return {each.id: each for each in result.declarations}


def model_of(result: Api, id: str) -> Model:
    found = by_id(result)[id]
    assert isinstance(found, Model)
    return found


def type_of(result: Api, id: str) -> Type:
    found = by_id(result)[id]
    assert isinstance(found, Alias)
    return found.type


def names_of(result: Api) -> dict[str, str]:
    """Declarations by their words, which is how a target sees them."""
    return {"_".join(each.name.words): each.id for each in result.declarations}
