"""Where an operation takes days and lists: the paths that are checked when it is called."""

from __future__ import annotations

import ast

import pytest
from msgspec.structs import replace
from notes_api import CREATE, ref

from generator.diagnostics import Place
from generator.ir.declarations import Field, Model
from generator.ir.name import Name
from generator.ir.operation import Body, MediaType, Parameter
from generator.ir.types import (
    Array,
    Binary,
    Enumeration,
    Integer,
    Map,
    Nullable,
    String,
    Type,
    Union,
    Variant,
)
from generator.targets.python.declaration_index import lists_scalars
from generator.targets.python.member_paths import PathsOf, is_day

TEXTS = Array(item=String())
DAY = String(format="date")


def field(name: str, type: Type, *, read_only: bool = False) -> Field:
    return Field(name=Name(wire=name), type=type, read_only=read_only)


def model(name: str, *fields: Field) -> Model:
    return Model(
        id=f"components/schemas/{name}",
        name=Name(wire=name),
        place=Place("openapi.yaml", f"/{name}"),
        fields=fields,
    )


def either(*types: Type) -> Union:
    return Union(variants=tuple(Variant(type=type) for type in types))


INDEX = {
    one.id: one
    for one in (
        model("Texts", field("tags", TEXTS), field("born", DAY)),
        model("Words", field("tags", TEXTS), field("born", either(DAY, Integer()))),
        model("Either", field("tags", either(TEXTS, String()))),
        model("Shown", field("tags", TEXTS, read_only=True)),
        model(
            "Chain", field("next", ref("Chain")), field("tags", Nullable(inner=TEXTS))
        ),
        model(
            "Whole",
            field("tags", TEXTS),
            field("one", ref("Texts")),
            field("many", Array(item=ref("Texts"))),
            field("named", Map(value=ref("Texts"))),
        ),
    )
}


@pytest.mark.parametrize(
    ("body", "lists", "days"),
    [
        (ref("Texts"), [("tags",)], [("born",)]),
        (ref("Shown"), [], []),
        (TEXTS, [()], []),
        (Array(item=TEXTS), [(None,)], []),
        (Map(value=TEXTS), [(None,)], []),
        (Array(item=Array(item=Integer())), [(None,)], []),
        (Array(item=Array(item=Enumeration(values=("a",)))), [(None,)], []),
        (Array(item=Array(item=Binary())), [], []),
        (
            ref("Whole"),
            [
                ("tags",),
                ("one", "tags"),
                ("many", None, "tags"),
                ("named", None, "tags"),
            ],
            [("one", "born"), ("many", None, "born"), ("named", None, "born")],
        ),
        # A text may be meant, or a number.
        (Array(item=ref("Either")), [], []),
        (either(ref("Texts"), ref("Words")), [("tags",)], []),
        (either(ref("Texts"), ref("Either")), [], [("born",)]),
        # What stands in a model within itself isn't looked at.
        (ref("Chain"), [("tags",)], []),
        (Array(item=ref("Chain")), [(None, "tags")], []),
    ],
)
def test_paths_in_a_body(
    body: Type, lists: list[tuple[object, ...]], days: list[tuple[object, ...]]
) -> None:
    content = (MediaType(content_type="application/json", type=body),)
    operation = replace(CREATE, parameters=(), body=Body(content=content))
    assert written(PathsOf(INDEX, lists_scalars).build(operation, ())) == lists
    assert written(PathsOf(INDEX, is_day).build(operation, ())) == days


@pytest.mark.parametrize(
    ("type", "lists", "days"),
    [
        (TEXTS, [(1,)], []),
        (Array(item=DAY), [(1,)], [(1, None)]),
        (Array(item=TEXTS), [(1, None)], []),
        (ref("Texts"), [(1, "tags")], [(1, "born")]),
    ],
)
def test_paths_in_a_parameter(
    type: Type, lists: list[tuple[object, ...]], days: list[tuple[object, ...]]
) -> None:
    parameters = tuple(
        Parameter(name=Name(wire=name), location="query", type=type)
        for name, type in (("first", String()), ("second", type))
    )
    operation = replace(CREATE, parameters=parameters, body=None)
    found = PathsOf(INDEX, lists_scalars).build(operation, parameters)
    assert written(found) == lists
    assert written(PathsOf(INDEX, is_day).build(operation, parameters)) == days


def written(code: str) -> list[object]:
    paths: object = ast.literal_eval(code or "()")
    assert isinstance(paths, tuple)
    return [*paths]
