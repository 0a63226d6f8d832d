"""The Api as a value: equality, and its dump as JSON."""

from __future__ import annotations

import json

import msgspec
import pytest

from generator.diagnostics import Place
from generator.ir.api import Api
from generator.ir.declarations import Alias, Constraint, Field, Model
from generator.ir.name import Name
from generator.ir.operation import MediaType, Operation, Parameter, Response
from generator.ir.pagination import ByCursor, Pagination
from generator.ir.path import Literal, Path, Slot
from generator.ir.security import Http, Requirement, SecurityScheme
from generator.ir.types import (
    Anything,
    Array,
    Enumeration,
    Map,
    Nullable,
    Reference,
    String,
    Tuple,
    Union,
    Variant,
)
from generator.ir.unrefined import Inline
from generator.ir.value import Docs, Json, Text, Value


def note(title: str = "Note") -> Model:
    return Model(
        id="components/schemas/Note",
        name=Name(wire="Note"),
        place=Place("api.yaml", "/components/schemas/Note"),
        fields=(
            Field(name=Name(wire="id"), type=String(format="uuid"), required=True),
            Field(
                name=Name(wire="parent"),
                type=Nullable(inner=Reference(id="components/schemas/Note")),
                default=Json(value=None),
                constraints=(Constraint(keyword="not", value=Json(value={})),),
            ),
        ),
        docs=Docs(summary=Text(raw=title)),
    )


def api(title: str = "Note") -> Api:
    kind = Enumeration(values=("a", 1, 1.5, True, None), base=String())
    union = Union(variants=(Variant(type=kind), Variant(type=Map(value=Anything()))))
    pair = Tuple(items=(String(), Array(item=union)), rest=Inline(model=note()))
    return Api(
        title="Notes",
        version="1",
        schemes=(
            SecurityScheme(
                id="b", name=Name(wire="b"), mechanism=Http(scheme="bearer")
            ),
        ),
        declarations=(
            note(title),
            Alias(id="pair", name=Name(wire="Pair"), place=Place("a"), type=pair),
        ),
        operations=(
            Operation(
                id="listNotes",
                name=Name(wire="listNotes"),
                resource=(),
                method="GET",
                path=Path(parts=(Literal(text="/notes/"), Slot(name="id"))),
                place=Place("a"),
                parameters=(
                    Parameter(name=Name(wire="id"), location="path", type=String()),
                ),
                responses=(
                    Response(
                        status="200",
                        content=(
                            MediaType(content_type="application/json", type=pair),
                        ),
                    ),
                ),
                security=((Requirement(scheme="b"),), ()),
                pagination=Pagination(
                    items=("data",), by=ByCursor(next=("next",), parameter="after")
                ),
            ),
        ),
    )


def test_apis_of_equal_content_are_equal() -> None:
    assert api() == api()
    assert api() != api("Another title")


def test_an_api_is_json() -> None:
    dumped = json.loads(msgspec.json.encode(api()))
    (operation,) = dumped["operations"]
    assert operation["path"]["parts"] == [
        {"kind": "literal", "text": "/notes/"},
        {"kind": "slot", "name": "id"},
    ]
    assert operation["pagination"]["by"]["kind"] == "cursor"
    assert [one["kind"] for one in dumped["declarations"]] == ["model", "alias"]
    values = dumped["declarations"][1]["type"]["items"][1]["item"]["variants"][0]
    assert values["type"]["values"] == ["a", 1, 1.5, True, None]


def test_the_dump_of_equal_apis_is_equal_to_the_byte() -> None:
    assert msgspec.json.encode(api()) == msgspec.json.encode(api())


def test_values_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        api().title = "other"  # type: ignore[misc]  # what the test is about


def test_prose_prints_as_no_text() -> None:
    assert not isinstance(Text(raw="hostile"), str)
    assert "hostile" in repr(Text(raw="hostile"))
    assert isinstance(Text(), Value)
    assert not Text(raw=" \n")


@pytest.mark.parametrize(
    ("parts", "template", "slots"),
    [
        ((Literal(text="/notes"),), "/notes", ()),
        (
            (Literal(text="/a/"), Slot(name="x"), Slot(name="x")),
            "/a/{x}{x}",
            ("x", "x"),
        ),
    ],
)
def test_a_path_knows_its_template_and_slots(
    parts: tuple[Literal | Slot, ...], template: str, slots: tuple[str, ...]
) -> None:
    path = Path(parts=parts)
    assert path.template == template
    assert path.slots == slots


@pytest.mark.parametrize(
    ("status", "success"),
    [("200", True), ("2XX", True), ("302", True), ("404", False), ("default", False)],
)
def test_which_responses_are_successes(status: str, success: bool) -> None:
    assert Response(status=status).is_success is success
