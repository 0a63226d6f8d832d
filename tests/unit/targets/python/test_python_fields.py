"""Which properties a class and a typed dict can have, what they are called, and what is said."""

from __future__ import annotations

import pytest

from generator.diagnostics import Notebook, Place, Severity
from generator.ir.declarations import Field, Model
from generator.ir.name import Name
from generator.ir.types import Anything, Integer, String, Type
from generator.targets.python.types.fields import (
    further_received,
    further_sent,
    is_open,
    name_fields,
    note_fields,
    received,
    rest_name,
    sent,
)
from generator.targets.python.usage import Usage

PLACE = Place("openapi.yaml", "/components/schemas/Settings")
ID = "components/schemas/Settings"
BOTH = Usage(requests=frozenset({ID}), responses=frozenset({ID}))


def settings(names: tuple[str, ...], additional: Type | None = None) -> Model:
    return Model(
        id=ID,
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
    note_fields([model], BOTH, notebook)
    said = [(one.code, one.severity, one.place) for one in notebook.findings]
    clash = [("name-collision", Severity.NOTE, PLACE)]
    assert said == ([] if want == "additional" else clash)


def test_a_model_without_undeclared_properties_has_nothing_to_say() -> None:
    notebook = Notebook()
    note_fields([settings(("additional",))], BOTH, notebook)
    assert notebook.findings == ()


@pytest.mark.parametrize(
    ("name", "in_class", "in_dict"),
    [
        ("plain", True, True),
        ("", True, False),
        ("a b", True, True),
        ("\x7f", True, True),
        ("\u2028", True, True),
        ('a"b', False, True),
        ("a\\b", False, True),
        ("\n", False, True),
        ("\x00", False, True),
        ("\x1f", False, True),
        ("\ud800", False, True),
    ],
)
def test_a_property_that_cannot_be_declared_is_kept_and_reported(
    name: str, in_class: bool, in_dict: bool
) -> None:
    notebook = Notebook()
    model = settings(("id", name))
    assert [each.name.wire for each in received(model)][1:] == [name] * in_class
    assert [each.name.wire for each in sent(model)][1:] == [name] * in_dict
    assert is_open(model) is not in_class
    assert further_sent(model) == (None if in_dict else Anything())
    note_fields([model], BOTH, notebook)
    said = [(one.code, one.severity, one.place) for one in notebook.findings]
    is_known = in_class and in_dict
    assert said == ([] if is_known else [("property-name", Severity.WARNING, PLACE)])


@pytest.mark.parametrize(
    ("names", "additional", "want"),
    [
        (("id",), String(), String()),
        (("id", "\n"), Integer(), Integer()),
        (("id", "\n"), String(), Anything()),
        (("id", "\n"), None, Anything()),
    ],
)
def test_further_properties_have_a_type_that_fits_all(
    names: tuple[str, ...], additional: Type | None, want: Type
) -> None:
    assert further_received(settings(names, additional)) == want


def test_two_properties_with_one_spelling_are_reported() -> None:
    notebook = Notebook()
    note_fields([settings(("fooBar", "foo_bar"))], BOTH, notebook)
    (found,) = notebook.findings
    assert (found.code, found.place) == ("name-collision", PLACE)
    assert "`foo_bar_2`" in found.message
