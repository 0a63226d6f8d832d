"""The whole package, from an Api by hand: what a consumer reads, and what it costs."""

from __future__ import annotations

import tomllib
from functools import cache

import msgspec
import pytest

from generator import background
from generator.diagnostics import Notebook
from generator.emit.layout.format import finish
from generator.ir.types import Boolean, Enumeration, Integer, String
from generator.ir.value import Docs, Text
from generator.targets.python import render, target
from tests.unit.targets.python.notes_api import (
    API,
    CREATE,
    CREATE_NOTE,
    OPTIONS,
    field,
    with_,
)


@cache
def files() -> dict[str, str]:
    made = finish(render(API, OPTIONS, Notebook()))
    return {
        file.path: file.data.decode()
        for file in made.files
        if "_runtime/" not in file.path
    }


def test_the_files_of_a_project() -> None:
    assert sorted(files()) == [
        "README.md",
        "SURFACE.txt",
        "api.md",
        "intercom_sdk/__init__.py",
        "intercom_sdk/_client.py",
        "intercom_sdk/_models/__init__.py",
        "intercom_sdk/_models/notes.py",
        "intercom_sdk/_models/shared.py",
        "intercom_sdk/errors.py",
        "intercom_sdk/models.py",
        "intercom_sdk/py.typed",
        "intercom_sdk/resources/__init__.py",
        "intercom_sdk/resources/notes.py",
        "pyproject.toml",
    ]


def test_several_processes_make_the_same_files(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = render(API, OPTIONS, Notebook())
    monkeypatch.setattr(target, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(background, "processors", lambda: 3)
    assert render(API, OPTIONS, Notebook()) == alone


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("resources/notes.py", "CREATE: Operation[Note] = Operation(\n"),
        (
            "resources/notes.py",
            "    def list(\n        self,\n        contact_id: str | int,\n",
        ),
        ("resources/notes.py", "        admin_id: str | int | Omit = OMIT,\n"),
        ("resources/notes.py", "    ) -> AsyncPager[Note, NoteList]:\n"),
        (
            "resources/notes.py",
            '            for note in client.notes.list("67506132d5eefd6f04e7d08e"):',
        ),
        ("_models/notes.py", "class Note(Model, kw_only=True):\n"),
        ("_models/notes.py", '    body: str\n    """The note\'s text, in HTML."""\n'),
        ("_client.py", '        region: Literal["us", "eu"] = "us",\n'),
        ("_client.py", '        api_version: str = "Unstable",\n'),
        (
            "_client.py",
            'credentials={"bearerAuth": BearerToken(token, "INTERCOM_TOKEN")},\n',
        ),
        ("_client.py", "            error=Json(ErrorList),\n"),
        ("errors.py", "IntercomError: TypeAlias = APIError\n"),
    ],
)
def test_what_it_says(path: str, text: str) -> None:
    assert text in files()[f"intercom_sdk/{path}"]


def test_links_are_the_documents_and_then_the_options() -> None:
    api = msgspec.structs.replace(
        API, docs=Docs(link=Text(raw="https://example.com/docs"))
    )
    options = msgspec.structs.replace(OPTIONS, urls={"Source": "https://example.com"})
    made = {file.path: file for file in render(api, options, Notebook()).files}
    project = tomllib.loads(made["pyproject.toml"].data.decode())["project"]
    assert project["keywords"] == ["api", "client", "sdk"]
    assert project["urls"] == {
        "Documentation": "https://example.com/docs",
        "Source": "https://example.com",
    }


@pytest.mark.parametrize("link", ["", "docs/index.html", "https://a b", "ftp://a"])
def test_what_is_no_web_address_is_no_link(link: str) -> None:
    api = msgspec.structs.replace(API, docs=Docs(link=Text(raw=link)))
    made = {file.path: file for file in render(api, OPTIONS, Notebook()).files}
    assert "urls" not in tomllib.loads(made["pyproject.toml"].data.decode())["project"]


def test_the_body_model_of_an_exploded_body_is_no_class() -> None:
    assert "CreateNote" not in files()["SURFACE.txt"]
    assert "intercom_sdk/params.py" not in files()


def test_a_body_field_makes_way_for_a_path_parameter() -> None:
    note = with_fields(field("contact_id", String()), field("options", Boolean()))
    source = rendered(note)["intercom_sdk/resources/notes.py"]
    assert "body_contact_id: str | Omit = OMIT" in source
    assert "body_options: bool | Omit = OMIT" in source
    assert '{"contact_id": body_contact_id, "options": body_options}' in source


def test_constants_and_open_enumerations_in_arguments() -> None:
    note = with_fields(
        field("kind", Enumeration(values=("note",)), required=True),
        field("level", Enumeration(values=(1, 2), base=Integer())),
        field("huge", Enumeration(values=(2**70,), base=Integer())),
    )
    source = rendered(note)["intercom_sdk/resources/notes.py"]
    assert 'kind: Literal["note"] = "note",' in source
    assert "level: Literal[1, 2] | int | Omit = OMIT" in source
    assert "huge: int | Omit = OMIT" in source


def with_fields(*fields: object) -> object:
    return msgspec.structs.replace(CREATE_NOTE, fields=fields)


def rendered(note: object) -> dict[str, str]:
    declarations = tuple(item for item in API.declarations if item is not CREATE_NOTE)
    api = msgspec.structs.replace(
        API, declarations=(*declarations, note), operations=(with_(CREATE),)
    )
    made = finish(render(api, OPTIONS, Notebook()))
    return {file.path: file.data.decode() for file in made.files}


def test_rendering_is_deterministic() -> None:
    assert render(API, OPTIONS, Notebook()) == render(API, OPTIONS, Notebook())
