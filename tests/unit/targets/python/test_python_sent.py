"""A body in several media types: which of them a method can send."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes_api import CREATE, ref

from generator.diagnostics import Notebook, Place, Severity
from generator.ir.declarations import Alias, Field, Model
from generator.ir.name import Name
from generator.ir.operation import Body, MediaType
from generator.ir.types import (
    Array,
    Binary,
    Integer,
    Map,
    Nullable,
    String,
    Type,
    Union,
    Variant,
)
from generator.targets.python.media.media_kind import kind_of
from generator.targets.python.media.part_names import note_part_names
from generator.targets.python.media.request_media import alternatives, exploded

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
MAYBE = replace(ALIAS, id="components/schemas/Maybe", type=Nullable(inner=ref("Alias")))
EITHER = Union(variants=(Variant(type=ref("A")), Variant(type=ref("Other"))))
SHOWN = model("Shown", Binary())
INDEX = {
    one.id: one
    for one in (
        model("A", String()),
        model("Again", String()),
        model("Other", Integer()),
        Alias(
            id="components/schemas/List",
            name=Name(wire="List"),
            place=PLACE,
            type=Array(item=ref("A")),
        ),
        model("File", Nullable(inner=Binary())),
        model("Files", Array(item=Binary())),
        replace(SHOWN, fields=(replace(SHOWN.fields[0], read_only=True),)),
        ALIAS,
        MAYBE,
    )
}


JSON, MULTIPART = "application/json", "multipart/form-data"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("content", "want"),
    [
        # JSON before a form before parts.
        ([(MULTIPART, "A"), (FORM, "A"), (JSON, "A")], [JSON, MULTIPART, FORM]),
        ([(MULTIPART, "A"), (FORM, "A")], [FORM, MULTIPART]),
        ([(JSON, "A"), ("application/vnd.own+json", "A")], None),
        # The plain name of JSON before others, where they mean the same.
        *(
            ([(other, "A"), (JSON, "A")], [JSON, other])
            for other in (
                "application/json-patch+json",
                "application/merge-patch+json",
                "application/vnd.own.v1+json",
                "application/json; version=1",
                "text/json",
                "application/x-amz-json-1.1",
            )
        ),
        (
            [("text/json", "A"), (f"{JSON}; v=1", "Again"), (JSON, "Alias")],
            [JSON, "text/json", f"{JSON}; v=1"],
        ),
        ([("text/json", "A"), (f"{JSON}; v=1", "A")], [f"{JSON}; v=1", "text/json"]),
        ([("text/json", "Other"), (JSON, "A")], ["text/json"]),
        ([("application/*+json", "A"), (JSON, "A")], [JSON]),
        ([("text/json", "A"), (JSON, "A"), (MULTIPART, "File")], [MULTIPART]),
        (
            [("text/json", "File"), (JSON, "File"), (MULTIPART, "File")],
            [JSON, "text/json", MULTIPART],
        ),
        # A list has no names.
        ([(JSON, "List"), (FORM, "List")], [JSON]),
        ([(FORM, "List")], [FORM]),
        # Parts first where they alone carry a file.
        ([(JSON, "A"), (MULTIPART, "File")], [MULTIPART]),
        ([(FORM, "A"), (MULTIPART, "Files")], [MULTIPART]),
        ([(JSON, "File"), (MULTIPART, "File")], [JSON, MULTIPART]),
        ([(JSON, "A"), (MULTIPART, "Other")], [JSON]),
        ([(JSON, "A"), (MULTIPART, "Shown")], [JSON]),
        ([("text/plain", "A"), ("image/png", "A"), ("text/csv", "A")], None),
        ([("*/*", "A"), ("image/png", "A")], ["*/*"]),
        ([("image/png", "A"), ("image/*", "A")], ["image/png", "image/*"]),
        ([], []),
    ],
)
def test_what_is_sent(content: list[tuple[str, str]], want: list[str] | None) -> None:
    medias = [MediaType(content_type=name, type=ref(type)) for name, type in content]
    found = [media.content_type for media in alternatives(medias, INDEX)]
    if want is None:
        kind = kind_of(medias[0])
        want = [one.content_type for one in medias if kind_of(one) is kind]
    assert found == want


@pytest.mark.parametrize(
    ("name", "content_type", "is_said"),
    [
        ("plain", "multipart/form-data", False),
        ('a "quoted"\r\nname', "multipart/form-data", False),
        ("", "multipart/form-data", True),
        ("a\0b", "multipart/form-data", True),
        ("a\x7fb", "multipart/form-data", True),
        ("a\0b", "application/json", False),
    ],
)
def test_what_no_part_can_be_called_is_said(
    name: str, content_type: str, is_said: bool
) -> None:
    shown = replace(SHOWN, fields=(Field(name=Name(wire=name), type=String()),))
    media = MediaType(content_type=content_type, type=ref("Shown"))
    operation = replace(CREATE, body=Body(content=(media,), place=PLACE))
    notebook = Notebook()
    note_part_names((operation,), {shown.id: shown}, notebook)
    found = [(each.code, each.severity, each.place) for each in notebook.findings]
    assert found == [("property-name", Severity.WARNING, PLACE)] * is_said


@pytest.mark.parametrize(
    ("type", "want"),
    [
        (ref("A"), "A"),
        (Nullable(inner=ref("A")), "A"),
        (ref("Maybe"), "A"),
        (Nullable(inner=ref("Maybe")), "A"),
        (Nullable(inner=Map(value=String())), ""),
        (Nullable(inner=Array(item=ref("A"))), ""),
        (Nullable(inner=EITHER), ""),
        (Nullable(inner=String()), ""),
    ],
)
@pytest.mark.parametrize("required", [True, False])
def test_the_members_of_an_object_or_null_are_arguments(
    type: Type, want: str, required: bool
) -> None:
    content = (MediaType(content_type=JSON, type=type),)
    found = exploded(Body(content=content, required=required), INDEX)
    assert (found.name.wire if found else "") == want


@pytest.mark.parametrize("other", [ref("A"), Nullable(inner=ref("A")), ref("Maybe")])
def test_null_is_no_reason_for_a_method_of_its_own(other: Type) -> None:
    content = (
        MediaType(content_type=JSON, type=Nullable(inner=ref("A"))),
        MediaType(content_type=FORM, type=other),
    )
    assert alternatives(content, INDEX) == content
