"""What of a body's schema each kind of form can carry, and what becomes of the rest."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from refine_values import PLACE, alias, api, const, field, model, operation, ref, union

from generator.diagnostics import Notebook, Severity
from generator.ir.operation import Body, MediaType
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    String,
    Tuple,
    Type,
)
from generator.refine.operations.form_bodies import restrict_forms

FORM, DATA, MIXED = (
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/mixed",
)
DECLARED = (
    model("A", field("a")),
    model("B", field("b", Binary())),
    alias("List", Array(item=String())),
    alias("Text", String(format="date")),
    alias("Either", union(ref("A"), ref("List"))),
    alias("Maybe", Nullable(inner=ref("A"))),
    alias("Itself", union(ref("A"), Array(item=ref("Itself")))),
)
FILES = Array(item=Binary())
OBJECTS = Array(item=ref("A"))
PAIR = Tuple(items=(ref("A"), ref("B")), rest=Nothing(), least=2)
MIXTURE = Tuple(items=(ref("A"), String()), rest=Nothing(), least=2)
SAME = Anything()


def fitted(content: tuple[MediaType, ...], *, required: bool = True) -> object:
    """The content of the body that is left, None without a body, "" without an operation."""
    body = Body(content=content, required=required, place=PLACE)
    notebook = Notebook()
    result = restrict_forms(
        api(*DECLARED, operations=(replace(operation(), body=body),)), notebook
    )
    found = [(each.severity, each.place) for each in notebook.findings]
    if not result.operations:
        assert found == [(Severity.ERROR, PLACE)]
        return ""
    left = result.operations[0].body
    return left and left.content


@pytest.mark.parametrize(
    ("type", "form", "data", "mixed"),
    [
        # None: no value of it can be sent; SAME: it stays as it is.
        (ref("A"), SAME, SAME, SAME),
        (Map(value=String()), SAME, SAME, SAME),
        (Map(value=Binary()), SAME, SAME, SAME),
        (Anything(), SAME, SAME, SAME),
        (String(), SAME, None, None),
        (String(format="date"), String(), None, None),
        (ref("Text"), String(), None, None),
        (Binary(), SAME, None, None),
        (const("a=1", "b=2"), SAME, None, None),
        (Enumeration(values=("a", 1)), None, None, None),
        (Enumeration(values=("a",), base=String()), SAME, None, None),
        (Integer(), None, None, None),
        (Number(), None, None, None),
        (Boolean(), None, None, None),
        (Null(), None, None, None),
        (FILES, None, None, SAME),
        (ref("List"), None, None, SAME),
        (OBJECTS, None, SAME, SAME),
        (Array(item=OBJECTS), None, None, SAME),
        (Array(item=ref("Maybe")), None, OBJECTS, SAME),
        (Array(item=Anything()), None, SAME, SAME),
        (PAIR, None, SAME, SAME),
        (MIXTURE, None, None, SAME),
        (union(ref("A"), ref("B")), SAME, SAME, SAME),
        (union(ref("A"), FILES), ref("A"), ref("A"), SAME),
        (union(ref("A"), String()), SAME, ref("A"), ref("A")),
        (union(Integer(), FILES), None, None, FILES),
        (union(ref("A"), ref("B"), Integer()), *(union(ref("A"), ref("B")),) * 3),
        (ref("Either"), ref("A"), ref("A"), SAME),
        (ref("Itself"), ref("A"), union(ref("A"), OBJECTS), SAME),
        (Nullable(inner=ref("A")), *(ref("A"),) * 3),
        (ref("Maybe"), *(ref("A"),) * 3),
        (Nullable(inner=Integer()), None, None, None),
    ],
)
def test_what_forms_carry(
    type: Type, form: Type | None, data: Type | None, mixed: Type | None
) -> None:
    for content_type, want in ((FORM, form), (DATA, data), (MIXED, mixed)):
        media = MediaType(content_type=content_type, type=type)
        left = "" if want is None else (replace(media, type=want),)
        if want == SAME:
            left = (media,)
        assert fitted((media,)) == left, content_type


def test_a_range_of_multipart_is_the_kind_that_carries_the_type() -> None:
    for type, content_type in ((ref("A"), DATA), (OBJECTS, DATA), (FILES, MIXED)):
        media = MediaType(content_type="multipart/*", type=type)
        assert fitted((media,)) == (replace(media, content_type=content_type),)


def test_other_representations_and_optional_bodies_stay() -> None:
    form = MediaType(content_type=DATA, type=FILES)
    json = MediaType(content_type="application/json", type=FILES)
    assert fitted((form, json)) == (json,)
    assert fitted((form,), required=False) is None


@pytest.mark.parametrize(
    ("content", "required", "want"),
    [
        ((FORM, DATA), True, [Severity.NOTE, Severity.NOTE, Severity.ERROR]),
        ((DATA,), True, [Severity.ERROR]),
        ((DATA,), False, [Severity.REPAIR]),
        ((DATA, "application/json"), True, [Severity.NOTE]),
        ((MIXED,), True, []),
    ],
)
def test_what_is_said(
    content: tuple[str, ...], required: bool, want: list[Severity]
) -> None:
    medias = tuple(MediaType(content_type=one, type=FILES) for one in content)
    body = Body(content=medias, required=required, place=PLACE)
    notebook = Notebook()
    restrict_forms(
        api(*DECLARED, operations=(replace(operation(), body=body),)), notebook
    )
    assert [each.severity for each in notebook.findings] == want
    assert {each.code for each in notebook.findings} <= {"form-shape"}
    assert {each.place for each in notebook.findings} <= {PLACE}
