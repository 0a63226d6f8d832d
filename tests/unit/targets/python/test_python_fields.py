"""The attribute for undeclared properties gives way to a property, and says so."""

from __future__ import annotations

import pytest

from generator.diagnostics import Notebook, Place, Severity
from generator.ir.declarations import Field, Model
from generator.ir.name import Name
from generator.ir.types import Integer, String, Type
from generator.targets.python.fields import name_fields, note_rests, rest_name

PLACE = Place("openapi.yaml", "/components/schemas/Settings")


def settings(names: tuple[str, ...], additional: Type | None = None) -> Model:
    return Model(
        id="components/schemas/Settings",
        name=Name(wire="Settings"),
        place=PLACE,
        fields=tuple(Field(name=Name(wire=name), type=Integer()) for name in names),
        additional=additional,
    )


@pytest.mark.parametrize(
    ("names", "want"),
    [
        ((), "additional"),
        (("AdditionalProps",), "additional"),
        (("additional",), "additional_properties"),
        (("Additional",), "additional_properties"),
        (("additional", "additional_properties"), "additional_"),
    ],
)
def test_undeclared_properties_have_an_attribute_of_their_own(
    names: tuple[str, ...], want: str
) -> None:
    notebook = Notebook()
    model = settings(names, String())
    assert rest_name(name_fields(model.fields)) == want
    note_rests([model], notebook)
    said = [(one.code, one.severity, one.place) for one in notebook.findings]
    clash = [("name-collision", Severity.NOTE, PLACE)]
    assert said == ([] if want == "additional" else clash)


def test_a_model_without_undeclared_properties_has_nothing_to_say() -> None:
    notebook = Notebook()
    note_rests([settings(("additional",))], notebook)
    assert notebook.findings == ()
