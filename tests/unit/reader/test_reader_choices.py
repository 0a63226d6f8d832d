"""Where a document leaves a choice: what is read, and the finding that says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reader_documents import (
    STRING,
    Tree,
    document,
    operation,
    read_alias,
    read_field,
    read_operation,
    read_schemas,
)

from generator.diagnostics import Notebook, Severity
from generator.document.files.policy import Policy
from generator.document.load import load
from generator.ir.types import Map, String
from generator.ir.unrefined import Compound

OBJECT: Tree = {"type": "object"}
LIST: Tree = {"type": "array", "items": STRING}
EITHER: Tree = {"anyOf": [STRING, {"oneOf": [OBJECT]}]}
UNDEFINED = ["style-undefined"]
EXPLODED = ["cookie-exploded"]


@pytest.mark.parametrize(
    ("written", "schema", "want", "codes"),
    [
        ({"in": "query", "style": "deepObject"}, LIST, "deepObject", UNDEFINED),
        ({"in": "query", "style": "deepObject"}, EITHER, "deepObject", UNDEFINED),
        ({"in": "query", "style": "deepObject"}, OBJECT, "deepObject", []),
        ({"in": "query", "style": "deepObject"}, {}, "deepObject", []),
        (
            {"in": "query", "style": "spaceDelimited"},
            EITHER,
            "spaceDelimited",
            UNDEFINED,
        ),
        ({"in": "query", "style": "pipeDelimited"}, LIST, "pipeDelimited", []),
        (
            {"in": "query", "style": "pipeDelimited"},
            {"type": ["array", "null"], "items": STRING},
            "pipeDelimited",
            [],
        ),
        (
            {"in": "query", "style": "pipeDelimited"},
            {"oneOf": [STRING, {"type": "integer"}]},
            "form",
            ["style-unsuited"],
        ),
        ({"in": "cookie"}, LIST, "form", EXPLODED),
        ({"in": "cookie"}, EITHER, "form", EXPLODED),
        ({"in": "cookie"}, STRING, "form", []),
        ({"in": "cookie", "explode": False}, LIST, "form", []),
        ({"in": "cookie", "style": "cookie"}, LIST, "cookie", []),
        ({"in": "query"}, LIST, "form", []),
    ],
)
def test_styles_for_types_that_they_are_not_for(
    tmp_path: Path, written: Tree, schema: Tree, want: str, codes: list[str]
) -> None:
    parameter = {"name": "p", "schema": schema} | written
    result = read_operation(tmp_path, {"parameters": [parameter]})
    assert result.operation.parameters[0].style == want
    assert result.codes == codes
    for code in codes:
        keyword = "/style" if code == "style-unsuited" else ""
        assert result.pointers(code) == [f"/paths/~1things/get/parameters/0{keyword}"]


def test_a_recursive_schema_has_no_endless_types(tmp_path: Path) -> None:
    tree = {"anyOf": [LIST, {"$ref": "#/components/schemas/Tree"}]}
    result = read_operation(
        tmp_path,
        {
            "parameters": [
                {
                    "name": "p",
                    "in": "cookie",
                    "schema": {"$ref": "#/components/schemas/Tree"},
                }
            ]
        },
        components={"schemas": {"Tree": tree}},
    )
    assert "cookie-exploded" in result.codes


@pytest.mark.parametrize(
    ("path", "codes", "severity"),
    [
        ("/a/{b}{c}", ["path-adjacent"], Severity.WARNING),
        ("/a/{b}-{c}", [], None),
        ("/a/{b}/{c}", [], None),
        ("/a/{b}/{c}/{b}", ["path-repeated"], Severity.REPAIR),
    ],
)
def test_paths_that_a_server_may_not_read(
    tmp_path: Path, path: str, codes: list[str], severity: Severity | None
) -> None:
    slots = [
        {"name": name, "in": "path", "required": True, "schema": STRING}
        for name in ("b", "c")
    ]
    result = read_operation(tmp_path, {"parameters": slots}, path=path)
    assert result.codes == codes
    assert result.operation.path.template == path
    for one in result.findings:
        if one.code in codes:
            assert one.severity is severity
            assert one.place is not None


def test_strictly_a_path_has_each_parameter_once(tmp_path: Path) -> None:
    result = read_operation(tmp_path, {}, path="/a/{b}/{b}", lenient=False)
    assert result.api.operations == ()
    assert result.codes == ["path-repeated"]


@pytest.mark.parametrize(
    ("schema", "codes"),
    [
        ({"allOf": [{"pattern": "a"}, {"pattern": "b"}]}, ["allof-patterns"]),
        ({"pattern": "a", "allOf": [{"pattern": "b"}]}, ["allof-patterns"]),
        ({"pattern": "a", "allOf": [{"pattern": "a"}]}, []),
        ({"oneOf": [{"pattern": "a"}, {"pattern": "b"}]}, []),
    ],
)
def test_several_patterns(tmp_path: Path, schema: Tree, codes: list[str]) -> None:
    field, result = read_field(tmp_path, STRING | schema)
    assert field.type == String()
    assert result.codes == codes


@pytest.mark.parametrize(
    ("parts", "conflicts"),
    [
        ([STRING, OBJECT], True),
        ([LIST, OBJECT], True),
        ([STRING, {}], False),
        ([STRING, STRING], False),
    ],
)
def test_an_object_of_any_form_is_no_scalar(
    tmp_path: Path, parts: list[Tree], conflicts: bool
) -> None:
    found, _ = read_alias(tmp_path, {"allOf": parts})
    assert isinstance(found.type, Compound) is conflicts
    if isinstance(found.type, Compound):
        assert any(isinstance(one, Map) for one in found.type.parts)


@pytest.mark.parametrize(
    ("additional", "codes"),
    [
        (STRING, ["additional-apart"]),
        ({}, []),
        (True, []),
        (False, []),
    ],
)
def test_properties_beside_further_ones(
    tmp_path: Path, additional: object, codes: list[str]
) -> None:
    schema = OBJECT | {"properties": {"a": STRING}, "additionalProperties": additional}
    _, result = read_field(tmp_path, schema)
    assert result.codes == codes


@pytest.mark.parametrize(
    ("content_type", "schema", "codes"),
    [
        ("application/xml", OBJECT, ["content-undecoded"]),
        ("text/csv; charset=utf-8", LIST, ["content-undecoded"]),
        ("text/csv", STRING, []),
        ("application/pdf", {"type": "string", "format": "binary"}, []),
        ("application/problem+json", OBJECT, []),
        ("application/x-ndjson", LIST, []),
        ("text/event-stream", OBJECT, []),
        ("*/*", OBJECT, []),
    ],
)
def test_schemas_of_bodies_that_are_not_decoded(
    tmp_path: Path, content_type: str, schema: Tree, codes: list[str]
) -> None:
    content = {content_type: {"schema": schema}}
    responses = {"200": {"description": "", "content": content}}
    result = read_operation(tmp_path, {"responses": responses})
    assert result.codes == codes


def test_an_extension_that_names_has_its_counterpart_reported(tmp_path: Path) -> None:
    result = read_operation(tmp_path, {"x-their-name": "a", "x-their-group": "b"})
    ignored = [one for one in result.findings if one.code == "extension-ignored"]
    assert ["x-sdk-name" in one.hint for one in ignored] == [True, False]


@pytest.mark.parametrize(
    ("version", "codes"),
    [({"swagger": "2.0"}, ["version-upgraded"]), ({"openapi": "3.0.3"}, [])],
)
def test_a_document_of_an_older_kind(
    tmp_path: Path, version: Tree, codes: list[str]
) -> None:
    tree = document(paths={"/a": {"get": operation()}}, host="api.example.com")
    tree = {key: one for key, one in tree.items() if key != "openapi"} | version
    (tmp_path / "openapi.json").write_text(json.dumps(tree))
    notebook = Notebook()
    load(tmp_path / "openapi.json", notebook, Policy(lenient=True, validate=False))
    found = [one for one in notebook.findings if one.code == "version-upgraded"]
    assert [one.code for one in found] == codes
    assert all(one.place and one.place.pointer == "/swagger" for one in found)


def test_a_mapping_leads_to_definitions_of_the_schema_around_it(tmp_path: Path) -> None:
    kinds = {
        name: {"required": ["k"], "properties": {"k": {"const": name.lower()}}}
        for name in ("Cat", "Dog")
    }
    union = {
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in kinds],
        "discriminator": {
            "propertyName": "k",
            "mapping": {name.lower(): f"#/$defs/{name}" for name in kinds},
        },
    }
    result = read_schemas(tmp_path, {"Pet": {"$defs": kinds, **union}})
    found = result.declaration("Pet")
    assert "('dog', 'components/schemas/Pet/$defs/Dog')" in str(found)
    assert result.pointers("ref-embedded") == [
        f"/components/schemas/Pet/discriminator/mapping/{name}"
        for name in ("cat", "dog")
    ]
