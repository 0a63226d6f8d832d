"""Whatever properties are called, the package is importable and gives back what it decodes."""

from __future__ import annotations

import importlib
import json
import logging
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook, Severity
from generator.pipeline import Run
from generator.progress import Progress

Tree = dict[str, Any]

ODD = [
    *("", " ", "a b", '"', 'a"b', "\\", "\n", "\0", "\x1f", "\x7f", "\u2028"),
    *("additional", "self", "class", "None", "__init__", "__struct_fields__", "_x"),
    *("fooBar", "foo_bar", "FooBar", "1", "-1", "$ref2", "%", "{x}", "'''", '"""'),
    *("datetime", "str", "list", "field", "Maybe", "Thing", "é", "日本", "x" * 200),
    *("µ", "μ", "\ufb01", "fi", "имя", "user用户", "copy", "\u0441\u043e\u0440\u0443"),
    *(
        "\uff43lass",
        "ß",
        "ss",
        "ユーザー",
        "\u115f",
        "عربي",
        "ქარ",
        "a-b",
        "a.b",
        "a_b_2",
    ),
]
names = st.lists(st.text(max_size=12) | st.sampled_from(ODD), unique=True, max_size=8)
TYPES: list[tuple[Tree, object]] = [
    ({"type": "string"}, "text"),
    ({"type": "integer"}, 7),
    ({"type": ["string", "null"], "format": "date"}, "2025-01-31"),
    ({"enum": ["a", "b"]}, "b"),
    ({"type": "object", "properties": {"x y": {"type": "string"}}}, {"x y": "z"}),
    ({"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}, []),
]


def document(properties: Tree, required: list[str]) -> Tree:
    """A document in which the properties stand in every kind of body."""
    thing = {"type": "object", "properties": properties, "required": required}
    ref = {"$ref": "#/components/schemas/Holder"}
    holder = {
        "thing": {"$ref": "#/components/schemas/Thing"},
        "open": {"$ref": "#/components/schemas/Open"},
    }
    bodies = {
        "json": ("application/json", ref),
        "thing": ("application/json", thing),
        "form": ("application/x-www-form-urlencoded", thing),
        "parts": ("multipart/form-data", thing),
    }
    answer = {"description": "Done.", "content": {"application/json": {"schema": ref}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Named", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {
            f"/{name}": {
                "post": {
                    "operationId": f"send_{name}",
                    "requestBody": {"content": {kind: {"schema": schema}}},
                    "responses": {"200": answer},
                }
            }
            for name, (kind, schema) in bodies.items()
        },
        "components": {
            "schemas": {
                "Thing": thing,
                "Open": {**thing, "additionalProperties": {"type": "integer"}},
                "Holder": {"type": "object", "properties": holder},
            }
        },
    }


def generated(tree: Tree, folder: Path) -> Notebook:
    """Generate a package from a document, and return what was found."""
    source = folder / "named.json"
    source.write_text(json.dumps(tree))
    out = folder / "out"
    run = Run(Progress())
    request = RunOptions(source=source, package="named_sdk", out=out)
    pipeline.generate(config.read(request, run.notebook), run)
    return run.notebook


def imported(folder: Path) -> ModuleType:
    """Every module of a package in a folder, imported afresh."""
    for name in [name for name in sys.modules if name.split(".")[0] == "named_sdk"]:
        del sys.modules[name]
    importlib.invalidate_caches()
    package = importlib.import_module("named_sdk")
    root = folder / "out" / "named_sdk"
    for path in sorted({*root.glob("*.py"), *root.glob("resources/*.py")}):
        parts = path.relative_to(folder / "out").with_suffix("").parts
        importlib.import_module(".".join(parts))
    return package


def again(models: ModuleType, value: object) -> tuple[object, object]:
    """A value decoded and encoded again, and the departures met on the way."""
    decode = importlib.import_module("named_sdk._runtime.json.codec")
    encode = importlib.import_module("named_sdk._runtime.json.data")
    drifts: list[object] = []
    codec = decode.Codec(False, drifts.append, logging.getLogger("named"))
    body = json.dumps(value).encode()
    decoded = codec.decode(models.Holder, body, where="POST /json")
    return json.loads(encode.to_json(decoded)), drifts


@settings(max_examples=30, deadline=None, derandomize=True)
@given(names, st.data())
def test_any_name_is_generated_imported_and_given_back(
    found: list[str], data: st.DataObject
) -> None:
    kinds = {name: data.draw(st.sampled_from(TYPES)) for name in found}
    required = [name for name in found if data.draw(st.booleans())]
    properties: Tree = {name: kind for name, (kind, _) in kinds.items()}
    value = {name: example for name, (_, example) in kinds.items()}
    further = {"further": 3} if "further" not in value else {}
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        folder = Path(place)
        patch.syspath_prepend(folder / "out")
        patch.setattr(sys, "dont_write_bytecode", True)
        notebook = generated(document(properties, required), folder)
        assert notebook.count(Severity.ERROR) == 0
        models = imported(folder).models
        whole = {"thing": value, "open": {**value, **further}}
        assert again(models, whole) == (whole, [])


def test_what_no_class_can_declare_is_said_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path / "out")
    odd: Tree = {name: {"type": "string"} for name in ('a"b', "a\\b", "a\nb", "fine")}
    notebook = generated(document(odd, list(odd)), tmp_path)
    said = [each for each in notebook.findings if each.code == "property-name"]
    assert {each.place.pointer for each in said if each.place} >= {
        "/components/schemas/Thing",
        "/components/schemas/Open",
    }
    assert {each.message.split("property ")[1] for each in said} == {
        repr('a"b'),
        repr("a\\b"),
        repr("a\nb"),
    }
    models = imported(tmp_path).models
    thing = models.Thing(fine="x", additional={"a\nb": "y"})
    encode = importlib.import_module("named_sdk._runtime.json.data")
    assert json.loads(encode.to_json(thing)) == {"fine": "x", "a\nb": "y"}
