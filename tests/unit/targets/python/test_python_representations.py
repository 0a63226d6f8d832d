"""A body in several representations: what each takes, and what its method is called."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes_api import API, CREATE, ref

from generator.diagnostics import Place
from generator.ir.declarations import Field, Model
from generator.ir.name import Name
from generator.ir.operation import Body, MediaType
from generator.ir.types import Anything, Binary, Integer, String, Type
from generator.targets.python.passes.body_methods import groups, in_words, split_bodies

JSON, MULTIPART = "application/json", "multipart/form-data"
FORM, XML = "application/x-www-form-urlencoded", "application/xml"


def model(name: str, type: Type) -> Model:
    return Model(
        id=f"components/schemas/{name}",
        name=Name(wire=name),
        place=Place("openapi.yaml", f"/{name}"),
        fields=(Field(name=Name(wire="a"), type=type),),
    )


MODELS = (model("A", String()), model("B", Integer()), model("File", Binary()))
INDEX = {one.id: one for one in MODELS}


def media(content_type: str, type: str) -> MediaType:
    return MediaType(content_type=content_type, type=ref(type) if type else Anything())


@pytest.mark.parametrize(
    ("content", "want"),
    [
        ([], [[]]),
        ([(JSON, "A")], [[JSON]]),
        # What one method can send, or what holds the same as JSON.
        ([(JSON, "A"), (FORM, "A"), (XML, "A")], [[JSON, FORM, XML]]),
        ([(JSON, ""), ("application/merge-patch+json", "")], None),
        ([("image/png", ""), ("image/gif", "")], None),
        ([(JSON, "A"), ("*/*", "A")], None),
        # What takes other arguments, or can't be asked for.
        ([(JSON, "A"), (FORM, "B")], [[JSON], [FORM]]),
        ([(FORM, "B"), (XML, "A"), (JSON, "A")], [[XML, JSON], [FORM]]),
        ([(FORM, "A"), (XML, "A")], [[FORM], [XML]]),
        ([("text/plain", ""), ("image/png", "")], [["text/plain"], ["image/png"]]),
        ([(JSON, "A"), (MULTIPART, "File")], [[MULTIPART], [JSON]]),
        ([(JSON, "A"), ("*/*", "B")], [[JSON], ["*/*"]]),
        (
            [(JSON, "A"), (FORM, "B"), (MULTIPART, "B"), (XML, "")],
            [[JSON], [FORM, MULTIPART], [XML]],
        ),
    ],
)
def test_what_stands_together(
    content: list[tuple[str, str]], want: list[list[str]] | None
) -> None:
    found = groups([media(*one) for one in content], INDEX)
    written = [[one.content_type for one in group] for group in found]
    assert written == (want or [[content_type for content_type, _ in content]])


def test_a_range_beside_json_is_bytes() -> None:
    found = groups([media(JSON, "A"), media("*/*", "B")], INDEX)
    assert found == (
        (media(JSON, "A"),),
        (MediaType(content_type="*/*", type=Binary()),),
    )


def test_each_has_a_method() -> None:
    content = (media(JSON, "A"), media(FORM, "B"), media(XML, ""))
    several = replace(
        CREATE,
        name=Name(wire="createNote", preferred="create"),
        body=Body(content=content, required=True),
    )
    bodiless = replace(CREATE, id="other", body=None)
    api = replace(API, declarations=MODELS, operations=(several, bodiless))
    found = split_bodies(api).operations
    assert [(each.id, each.name.preferred) for each in found] == [
        (CREATE.id, "create"),
        (f"{CREATE.id} as form", "create as form"),
        (f"{CREATE.id} as xml", "create as xml"),
        ("other", bodiless.name.preferred),
    ]
    assert [each.body and each.body.content for each in found] == [
        *((one,) for one in content),
        None,
    ]
    assert all(each.body.required for each in found if each.body)
    assert split_bodies(split_bodies(api)) == split_bodies(api)


@pytest.mark.parametrize(
    ("content_type", "want"),
    [
        ("application/json", "json"),
        ("Application/JSON; charset=utf-8", "json"),
        ("application/json;version=2", "json version 2"),
        ("application/merge-patch+json", "merge patch"),
        ("application/vnd.github.v3+json", "vnd github v3"),
        ("application/soap+xml", "soap"),
        ("application/x-www-form-urlencoded", "form"),
        ("multipart/form-data; boundary=x", "multipart"),
        ("multipart/mixed", "mixed"),
        ("text/plain", "text"),
        ("text/csv", "csv"),
        ("image/png", "png"),
        ("image/*", "image"),
        ("*/*", "bytes"),
        ("application/octet-stream", "bytes"),
        ("json", "json"),
        ("", "body"),
    ],
)
def test_a_media_type_in_words(content_type: str, want: str) -> None:
    assert in_words(content_type) == want
