"""The JSON target writes the whole Api, the same from every folder."""

from __future__ import annotations

import json
from pathlib import Path as FilePath

import pytest

from generator.diagnostics import Notebook, Place
from generator.ir.api import Api
from generator.ir.declarations import Alias, Field, Model
from generator.ir.name import Name
from generator.ir.operation import Body, Callback, Operation, Parameter
from generator.ir.path import Literal, Path, Slot
from generator.ir.types import Enumeration, String
from generator.ir.value import Docs, Json, Text
from generator.targets.json import Options, dump, render


def api(folder: str) -> Api:
    """An Api whose files lie in a folder."""
    root, other = f"{folder}/openapi.yaml", f"{folder}/parts/notes.yaml"
    string = String()
    return Api(
        title="Tiny",
        version="1",
        operations=(
            Operation(
                id="get",
                name=Name(wire="get"),
                resource=(Name(wire="notes"),),
                method="GET",
                path=Path(parts=(Literal(text="/notes/"), Slot(name="id"))),
                place=Place(other, "/get"),
                parameters=(
                    Parameter(
                        name=Name(wire="id"),
                        location="path",
                        type=string,
                        place=Place(other, "/get/parameters/0"),
                    ),
                ),
                callbacks=(
                    Callback(
                        name=Name(wire="done"),
                        method="POST",
                        expression=Text("{$url}"),
                        body=Body(content=(), place=Place(root, "/x/body")),
                        place=Place(root, "/x"),
                    ),
                ),
                body=Body(content=(), place=Place(f"{folder}/bodies.yaml", "/a")),
            ),
        ),
        declarations=(
            Model(
                id="components/schemas/Note",
                name=Name(wire="Note"),
                place=Place(root, "/components/schemas/Note"),
                fields=(Field(name=Name(wire="body"), type=string),),
                example=Json(
                    {"place": {"file": "kept"}, "half": "\ud800", "é": 10**400}
                ),
                docs=Docs(description=Text("{{ 1 }}\x00\u2028")),
            ),
            Alias(
                id="components/schemas/Kind",
                name=Name(wire="Kind"),
                place=Place(root, "/components/schemas/Kind"),
                type=Enumeration(values=("a", None, 1.5), base=string),
            ),
        ),
    )


def test_everything_is_in_one_file() -> None:
    (file,) = render(api("spec"), Options(), Notebook()).files
    assert file.path == "api.json"
    read = json.loads(file.data)
    assert read["operations"][0]["path"]["parts"][1] == {"kind": "slot", "name": "id"}
    assert read["operations"][0]["place"] == {
        "file": "parts/notes.yaml",
        "pointer": "/get",
    }
    assert read["operations"][0]["body"]["place"]["file"] == "bodies.yaml"
    (callback,) = read["operations"][0]["callbacks"]
    assert callback["body"]["place"] == {"file": "openapi.yaml", "pointer": "/x/body"}
    assert read["declarations"][0]["place"]["file"] == "openapi.yaml"
    assert read["declarations"][0]["docs"]["description"]["raw"] == "{{ 1 }}\x00\u2028"
    assert read["declarations"][0]["example"]["value"] == {
        "place": {"file": "kept"},
        "half": "\ud800",
        "é": 10**400,
    }


def test_folder_of_the_run_leaves_no_trace(
    tmp_path: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = dump(api("spec/tiny"))
    monkeypatch.chdir(tmp_path)
    assert dump(api("../elsewhere/spec")) == here
    assert dump(api("/absolute/spec")) == here


def test_api_without_anything() -> None:
    assert json.loads(dump(Api(title="", version="")))["operations"] == []
