"""A body in several media types: what isn't sent is said, where it could say more."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes_api import CREATE, ref

from generator.diagnostics import Notebook, Place, Severity
from generator.ir.declarations import Alias, Field, Model
from generator.ir.name import Name
from generator.ir.operation import Body, MediaType
from generator.ir.types import Binary, Integer, String, Type
from generator.targets.python.choices import note_choices

PLACE = Place("openapi.yaml", "/paths/~1notes/post/requestBody")


def model(name: str, type: Type) -> Model:
    return Model(
        id=f"components/schemas/{name}",
        name=Name(wire=name),
        place=Place("openapi.yaml", f"/{name}"),
        fields=(Field(name=Name(wire="a"), type=type),),
    )


ALIAS = Alias(
    id="components/schemas/Alias",
    name=Name(wire="Alias"),
    place=PLACE,
    type=ref("A"),
)
INDEX = {
    one.id: one
    for one in (
        model("A", String()),
        model("Again", String()),
        model("Other", Integer()),
        ALIAS,
    )
}


def said(*content: tuple[str, Type]) -> list[str]:
    medias = tuple(MediaType(content_type=name, type=type) for name, type in content)
    operation = replace(CREATE, body=Body(content=medias, place=PLACE))
    notebook = Notebook()
    note_choices((replace(CREATE, body=None), operation), INDEX, notebook)
    for finding in notebook.findings:
        assert finding.code == "media-type-chosen"
        assert finding.severity is Severity.NOTE
        assert finding.place == PLACE
    return [finding.message for finding in notebook.findings]


@pytest.mark.parametrize("other", ["A", "Again", "Alias"])
def test_json_among_equivalents_needs_no_word(other: str) -> None:
    form = "application/x-www-form-urlencoded"
    assert said((form, ref("A")), ("application/json", ref(other))) == []


def test_one_or_none_is_no_choice() -> None:
    assert said() == []
    assert said(("text/plain", String())) == []


def test_json_that_says_something_else() -> None:
    assert said(
        ("application/xml", Binary()),
        ("application/json", ref("A")),
        ("multipart/form-data", ref("Other")),
    ) == [
        "the body is sent as `application/json`, "
        "never as `application/xml`, `multipart/form-data`"
    ]


def test_a_choice_without_json() -> None:
    form, multipart = "application/x-www-form-urlencoded", "multipart/form-data"
    assert said((form, ref("A")), (multipart, ref("A"))) == [
        f"the body is sent as `{multipart}`, never as `{form}`"
    ]
    assert said(("image/png", Binary()), ("image/gif", Binary())) == [
        "the body is sent as `image/png`, never as `image/gif`"
    ]
