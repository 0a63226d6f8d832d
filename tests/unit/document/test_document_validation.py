"""Validation: which faults it tells and where, in one file or in many, and what it leaves alone."""

from __future__ import annotations

import json
import socket

import pytest

from generator.diagnostics import Severity
from generator.document.files.policy import Policy
from tests.unit.document.loading import LENIENT, STRICT, Data, Files, Load
from tests.unit.document.texts import INFO


def operation(body: str) -> str:
    return f"openapi: 3.0.3\n{INFO}paths:\n  /a/{{id}}:\n    get:\n{body}"


ID = (
    "      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
)
OK = "      responses: {'200': {description: d}}\n"
INVALID = [
    ("openapi: 3.0.3\ninfo: {title: t}\npaths: {}\n", "document-invalid", 2, 1),
    (f"openapi: 3.1.0\n{INFO}paths: {{}}\ninfos: 1\n", "document-invalid", 4, 1),
    (f"openapi: 3.2.0\n{INFO}paths: {{x: {{}}}}\n", "document-invalid", 3, 9),
    (f"swagger: '2.0'\n{INFO}paths: [1]\n", "document-invalid", 3, 1),
    (operation(OK), "parameter-unresolved", 5, 5),
    (operation(ID + "      responses: {}\n"), "document-invalid", 7, 7),
    (
        operation(ID.replace("}]", "}, {name: x, in: qurey, schema: {}}]") + OK),
        "document-invalid",
        6,
        92,
    ),
    (
        operation(ID + OK)
        + "components:\n  schemas:\n    N: {type: integer, default: x}\n",
        "default-mismatch",
        10,
        24,
    ),
    (
        operation(ID + OK)
        + "components:\n  schemas:\n    N: {allOf: [{}], required: [a]}\n",
        "required-undescribed",
        10,
        5,
    ),
    (
        f"openapi: 3.1.0\n{INFO}components:\n  schemas:\n    N: {{type: strin}}\n",
        "document-invalid",
        5,
        9,
    ),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), INVALID)
def test_validation(loaded: Load, text: str, code: str, line: int, column: int) -> None:
    strict = loaded({"openapi.yaml": text}, STRICT)
    assert strict.document is None
    assert strict.errors == [code]
    assert strict.locations(code) == [("openapi.yaml", line, column)]
    lenient = loaded({"openapi.yaml": text}, LENIENT)
    assert lenient.errors == []
    assert lenient.locations(code) == [("openapi.yaml", line, column)]
    unchecked = loaded({"openapi.yaml": text}, Policy(validate=False))
    assert {f.severity for f in unchecked.findings} <= {Severity.NOTE}


def test_all_faults_are_reported(loaded: Load) -> None:
    text = (
        "openapi: 3.0.3\n"
        "info: {title: 1}\n"
        "paths:\n"
        "  /a: {get: {operationId: x, responses: {'200': {}}}}\n"
        "  /b: {get: {operationId: x, responses: {'200': {description: d}}}}\n"
        "  c: {}\n"
        "components: {schemas: {N: {$ref: '#/gone'}}}\n"
    )
    got = loaded({"openapi.yaml": text}, STRICT)
    assert sorted(got.errors) == [
        *["document-invalid"] * 4,
        "operation-id-repeated",
        "ref-dangling",
    ]
    assert got.locations("operation-id-repeated") == [("openapi.yaml", 5, 14)]


def test_faults_in_other_files_are_found_there(loaded: Load) -> None:
    files: Files = {
        "openapi.yaml": (
            f"openapi: 3.0.3\n{INFO}"
            "paths:\n  /a/{id}: {$ref: 'paths/a.yaml#/item'}\n"
        ),
        "paths/a.yaml": (
            "item:\n"
            "  get:\n"
            "    responses:\n"
            "      '200':\n"
            "        description: d\n"
            "        content:\n"
            "          application/json:\n"
            "            schema: {$ref: '../schemas/n.yaml#/Note'}\n"
        ),
        "schemas/n.yaml": (
            "Note:\n"
            "  type: objekt\n"
            "  properties:\n"
            "    parent: {$ref: '#/Note'}\n"
            "    size: {type: integer, default: large}\n"
        ),
    }
    got = loaded(files, STRICT)
    assert got.locations("document-invalid") == [("n.yaml", 2, 3)]
    assert got.locations("parameter-unresolved") == [("a.yaml", 2, 3)]
    assert got.locations("default-mismatch") == [("n.yaml", 5, 27)]
    assert len(got.errors) == 3


@pytest.mark.parametrize("version", ["2.0", "3.0.3", "3.1.0", "3.2.0"])
def test_many_files_validate_as_one_does(loaded: Load, version: str) -> None:
    old = version == "2.0"
    head = f"{'swagger' if old else 'openapi'}: '{version}'\n{INFO}"
    content = "schema: {$ref: 's.yaml#/N'}"
    if not old:
        content = f"content: {{application/json: {{{content}}}}}"
    files: Files = {
        "openapi.yaml": head + "paths: {/a: {$ref: 'a.yaml'}}\n",
        "a.yaml": (
            "get:\n  parameters: [{$ref: 'p.yaml#/P'}]\n"
            f"  responses: {{'200': {{description: d, {content}}}}}\n"
        ),
        "p.yaml": "P: {name: p, in: query, "
        + ("type: string}\n" if old else "schema: {type: string}}\n"),
        "s.yaml": "N: {properties: {n: {$ref: '#/N'}, m: {$ref: 's.yaml#/N'}}}\n",
    }
    got = loaded(files, STRICT)
    assert {f.severity for f in got.findings} <= {Severity.NOTE}
    assert got.root.trees.keys() == {"", "a.yaml", "p.yaml", "s.yaml"}


def test_validation_fetches_nothing(
    loaded: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    foreign = "{$ref: 'http://example.com/x'}"
    local = "{$ref: 'file:///etc/passwd'}"
    text = (
        f"openapi: 3.1.0\n{INFO}"
        f"paths: {{/a: {{get: {{parameters: [{foreign}], responses: {{'200': {foreign}}}}}}}}}\n"
        "components:\n  schemas:\n"
        f"    A: {{default: {foreign}, example: {local}}}\n"
        f"    B: {{items: {foreign}, properties: {{default: {local}}}}}\n"
        f"    C: {local}\n"
    )
    got = loaded({"openapi.yaml": text}, LENIENT)
    assert got.document is not None
    assert "root:" not in repr(got.findings)


@pytest.mark.slow
def test_self_references_end(loaded: Load) -> None:
    schemas: dict[str, Data] = {
        "A": {"$ref": "#/components/schemas/A"},
        "B": {"allOf": [{"$ref": "#/components/schemas/B"}]},
        "C": {"allOf": [{"items": {"$ref": "#/components/schemas/C"}}]},
        "D": {"not": {"$ref": "#/components/schemas/D"}, "default": 1},
        "E": {"default": {"$ref": "#/components/schemas/E/default"}},
    }
    schemas |= {
        f"N{n}": {"properties": {"n": {"$ref": f"#/components/schemas/N{n + 1}"}}}
        for n in range(2000)
    }
    schemas["N2000"] = {"type": "integer", "default": "x"}
    tree = {
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    got = loaded({"openapi.json": json.dumps(tree)}, LENIENT)
    assert got.document is not None
    codes = {f.code for f in got.findings if f.severity is not Severity.NOTE}
    assert {"ref-cycle", "default-mismatch"} <= codes


def test_lenient_reading_leaves_the_rest_usable(loaded: Load) -> None:
    text = operation(OK) + "  /b: {get: {responses: {'200': {$ref: '#/gone'}}}}\n"
    got = loaded({"openapi.yaml": text}, LENIENT)
    assert got.errors == []
    assert [name for name, _ in got.root.root.members("paths")] == ["/a/{id}", "/b"]
    assert {f.code for f in got.findings} == {"parameter-unresolved", "ref-dangling"}


def test_types_are_reported_in_plain_words(loaded: Load) -> None:
    schemas = "{A: null, B: {type: string, default: [1]}}"
    text = f"openapi: 3.1.0\n{INFO}components: {{schemas: {schemas}}}\n"
    found = loaded({"a.yaml": text}, LENIENT).findings
    assert [one.message for one in found] == [
        "`A` has to be a boolean or an object",
        "the default doesn't fit its schema: a list isn't a string",
    ]
