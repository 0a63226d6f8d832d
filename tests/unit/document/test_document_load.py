"""The whole way from files to a document."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.diagnostics import Failed, Notebook
from generator.document.files.policy import Policy
from generator.document.load import load
from tests.unit.document.loading import LENIENT, STRICT, Load
from tests.unit.document.texts import INFO

GOOD = f"openapi: 3.1.0\n{INFO}paths: {{}}\n"

BAD_FILES: list[tuple[str | bytes, str, int, int]] = [
    ("", "file-empty", 1, 1),
    ("\ufeff", "file-empty", 1, 1),
    ("# comment\n", "file-empty", 1, 1),
    (b"openapi: 3.1.0\ninfo: \xff", "file-encoding", 2, 7),
    (GOOD.encode("utf-16"), "file-encoding", 1, 1),
    (b"openapi: 3.1.0\0", "file-encoding", 1, 15),
    (b"\x7fELF\x02\x01\x01\x00", "file-encoding", 1, 8),
    (GOOD + "x: !!python/name:os.system\n", "yaml-tag", 4, 4),
    (GOOD + "---\n", "yaml-documents", 4, 1),
    (GOOD + "x: " + "[" * 5000 + "]" * 5000, "nesting-too-deep", 4, 203),
    (GOOD + "x: y: z\n", "yaml-syntax", 4, 5),
    ('{"openapi": "3.1.0", "a": [1,', "yaml-syntax", 2, 1),
    ("[1]", "version-unknown", 1, 1),
    ("just text", "version-unknown", 1, 1),
    ("null", "version-unknown", 1, 1),
    (INFO, "version-unknown", 1, 1),
    ("openapi: 4.0.0\n", "version-unknown", 1, 1),
    ("x: 1\nopenapi: 3.9\n", "version-unknown", 2, 1),
    ("openapi: 2.0\n", "version-unknown", 1, 1),
    ("swagger: '1.2'\n", "version-unknown", 1, 1),
    ("openapi: true\n", "version-unknown", 1, 1),
    ("openapi: [3.1.0]\n", "version-unknown", 1, 1),
    ("openapi: '3.1.0 '\n", "version-unknown", 1, 1),
    ("openapi: 3.1.0\nswagger: '2.0'\n", "version-unknown", 2, 1),
    ("x: 1\nasyncapi: 2.0.0\n", "version-unknown", 2, 1),
    ("x: 1\nswaggerVersion: '1.2'\n", "version-unknown", 2, 1),
    (GOOD.encode("utf-32"), "file-encoding", 1, 1),
]


@pytest.mark.parametrize(("content", "code", "line", "column"), BAD_FILES)
@pytest.mark.parametrize("policy", [STRICT, LENIENT], ids=["strict", "lenient"])
def test_bad_files(
    loaded: Load,
    content: str | bytes,
    code: str,
    line: int,
    column: int,
    policy: Policy,
) -> None:
    got = loaded({"openapi.yaml": content}, policy)
    assert got.document is None
    assert got.errors == [code]
    assert got.locations(code) == [("openapi.yaml", line, column)]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    for name in ("gone.yaml", "folder", "loop.yaml", "openapi.yaml/x", "a\0b"):
        notebook = Notebook()
        with pytest.raises(Failed):
            load(tmp_path / name, notebook)
        assert [f.code for f in notebook.findings] == ["file-unreadable"]


ROOTS = [
    ("openapi.yaml", GOOD),
    ("openapi.yml", GOOD),
    ("openapi.json", json.dumps({"openapi": "3.1.0", "info": {}, "paths": {}})),
]


@pytest.mark.parametrize(("name", "text"), ROOTS)
def test_folders(loaded: Load, name: str, text: str) -> None:
    got = loaded({name: text}, LENIENT, folder=True)
    assert got.root.root.place.file.endswith(f"spec/{name}")


VERSIONS = [
    ("openapi: 3.0.0", "3.0.0"),
    ("openapi: 3.0.4", "3.0.4"),
    ("openapi: 3.1.1", "3.1.1"),
    ("openapi: 3.2.0", "3.2.0"),
    ("openapi: 3.1.0-rc1", "3.1.0-rc1"),
    ("openapi: 3.0", "3.0"),
    ("swagger: '2.0'", "2.0"),
    ("swagger: 2.0", "2.0"),
]


@pytest.mark.parametrize(("head", "version"), VERSIONS)
def test_versions_and_upgrades(loaded: Load, head: str, version: str) -> None:
    got = loaded({"openapi.yaml": f"{head}\n{INFO}paths: {{}}\n"}).root
    assert got.version == version
    assert got.root.string("openapi").startswith("3.2")
    assert got.root.get("swagger") is None


def test_places_are_relative_to_the_working_folder(
    loaded: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document = loaded({"openapi.yaml": GOOD}, STRICT).root
    assert document.root.place.file == os.path.join("spec", "openapi.yaml")


def test_places_survive_an_upgrade(loaded: Load) -> None:
    text = (
        "swagger: '2.0'\n"
        f"{INFO}"
        "paths: {}\n"
        "definitions:\n"
        "  Note:\n"
        "    properties:\n"
        "      body: {type: string, description: d}\n"
    )
    got = loaded({"openapi.yaml": text}, STRICT)
    node = got.root.at("", "/components/schemas/Note/properties/body")
    assert node is not None
    assert node.place.pointer == "/definitions/Note/properties/body"
    below = node.require("description").place
    assert below.pointer == "/definitions/Note/properties/body/description"
    assert got.sources.span(below).column == 28


def test_merge_keys_and_aliases_in_a_document(loaded: Load) -> None:
    text = (
        f"openapi: 3.1.0\n{INFO}paths: {{}}\n"
        "components:\n  schemas:\n"
        "    A: &a {type: object, properties: {id: {type: string}}}\n"
        "    B: {<<: *a, description: b}\n"
        "    C: *a\n"
    )
    got = loaded({"openapi.yaml": text}, STRICT).root
    for name in "ABC":
        node = got.at("", f"/components/schemas/{name}/properties/id")
        assert node is not None
        assert node.string("type") == "string"
        assert node.id == f"components/schemas/{name}/properties/id"


SAID = [
    ("asyncapi: 2.0.0\n", "this is an AsyncAPI document, which isn't read"),
    ("swaggerVersion: '1.2'\n", "this is a Swagger 1 document, which isn't read"),
    (
        "openapi: 3.1.0\nswagger: '2.0'\n",
        "the document names two versions of OpenAPI",
    ),
    ("a: é\nb:\n\tc: 1\n", "a tab stands here, where YAML takes spaces alone"),
    ("a: 1".encode("utf-32"), "the file is UTF-32, not UTF-8"),
    ("a: 1".encode("utf-16"), "the file is UTF-16, not UTF-8"),
]


@pytest.mark.parametrize(("content", "message"), SAID)
def test_what_is_said_of_a_file_that_is_something_else(
    loaded: Load, content: str | bytes, message: str
) -> None:
    (finding,) = loaded({"a.yaml": content}, LENIENT).findings
    assert finding.message == message
