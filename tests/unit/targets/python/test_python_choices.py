"""A body in several media types: what isn't sent is said, where it could say more."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from notes_api import CREATE, ref

from generator.diagnostics import Notebook, Place, Severity
from generator.ir.declarations import Alias, Field, Model
from generator.ir.name import Name
from generator.ir.operation import Body, MediaType
from generator.ir.types import Array, Binary, Integer, Nullable, String, Type
from generator.targets.python.choices import note_choices
from generator.targets.python.media import kind_of
from generator.targets.python.sent import alternatives

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
def test_what_can_be_asked_for_needs_no_word(other: str) -> None:
    form, multipart = "application/x-www-form-urlencoded", "multipart/form-data"
    assert said((form, ref("A")), ("application/json", ref(other))) == []
    assert said((multipart, ref("A")), (form, ref(other))) == []
    assert said(("image/png", Binary()), ("image/*", Binary())) == []


def test_json_holds_what_isnt_decoded() -> None:
    assert said(("application/xml", ref("A")), ("application/json", ref("A"))) == []


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
    assert said((form, ref("A")), (multipart, ref("Other"))) == [
        f"the body is sent as `{form}`, never as `{multipart}`"
    ]
    assert said((form, ref("A")), ("application/xml", ref("A"))) == [
        f"the body is sent as `{form}`, never as `application/xml`"
    ]
    assert said(("text/plain", String()), ("image/gif", Binary())) == [
        "the body is sent as `text/plain`, never as `image/gif`"
    ]


JSON, MULTIPART = "application/json", "multipart/form-data"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("content", "want"),
    [
        # JSON before a form before parts.
        ([(MULTIPART, "A"), (FORM, "A"), (JSON, "A")], [JSON, MULTIPART, FORM]),
        ([(MULTIPART, "A"), (FORM, "A")], [FORM, MULTIPART]),
        ([(JSON, "A"), ("application/vnd.own+json", "A")], None),
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
    note_choices((operation,), {shown.id: shown}, notebook)
    found = [(each.code, each.severity, each.place) for each in notebook.findings]
    assert found == [("property-name", Severity.WARNING, PLACE)] * is_said
