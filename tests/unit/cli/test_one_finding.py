"""One fault, one finding: everything that a run says of a document with one fault."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from generator.config import RunOptions, read
from generator.diagnostics import Diagnostic, Failed, Severity
from generator.pipeline import Run, validate
from generator.progress import Progress
from tests.unit.document.loading import Data

TEXT: Data = {"schema": {"type": "string"}}
OK: Data = {"200": {"description": "d"}, "default": {"description": "e"}}
HERE = "/paths/~1a/get"


def operation(path: str = "/a", **more: Data) -> Data:
    """A document of one operation that is right, but for what is given."""
    one = {"operationId": "a", "responses": OK, **more}
    return {"paths": {path: {"get": one}}}


def parameter(**more: Data) -> Data:
    one = {"name": "p", "in": "query", **TEXT, **more}
    one = {key: value for key, value in one.items() if value is not None}
    return operation(parameters=[one])


def answer(schema: Data, **more: Data) -> Data:
    content = {"application/json": {"schema": schema}}
    responses = {**OK, "200": {"description": "d", "content": content}}
    return operation(responses=responses) | more


def header(name: str = "X-A", **more: Data) -> Data:
    one = {key: value for key, value in {**TEXT, **more}.items() if value is not None}
    responses = {**OK, "200": {"description": "d", "headers": {name: one}}}
    return operation(responses=responses)


def twice(**more: Data) -> Data:
    """Two operations of one operationId."""
    both = {"operationId": "a", "responses": OK, **more}
    return {"paths": {"/a": {"get": both}, "/b": {"get": both}}}


def one(path: str) -> Data:
    """The path item of an operation with one path parameter."""
    parameters = [{**ID, "name": path[2:-1]}]
    found: Data = operation(path, operationId=path, parameters=parameters)["paths"]
    return found


def secured(**scheme: Data) -> Data:
    components = {"components": {"securitySchemes": {"s": scheme}}}
    return operation(security=[{"s": []}]) | components


def dangling(place: str, part: Data) -> tuple[Data, str, list[str], list[str]]:
    """A document with a `$ref` that leads nowhere, where OpenAPI has none."""
    return operation() | part, f"{place}/$ref", ["ref-dangling"], ["ref-dangling"]


P = f"{HERE}/parameters/0"
SCHEMA = f"{HERE}/responses/200/content/application~1json/schema"
H = f"{HERE}/responses/200/headers"
GONE: Data = {"$ref": "#/components/x-gone"}
ID: Data = {"name": "id", "in": "path", "required": True, **TEXT}
# The document, the place of its fault, and the codes of what a lenient and a strict run say.
FAULTS: list[tuple[Data, str, list[str], list[str]]] = [
    (operation(), "", [], []),
    # What the reader mends, and a validator finds, too.
    (
        twice(),
        "/paths/~1b/get/operationId",
        ["operation-id-duplicate"],
        ["operation-id-duplicate"],
    ),
    (
        operation("/a/{id}"),
        "/paths/~1a~1{id}/get",
        ["parameter-undeclared"],
        ["parameter-undeclared"],
    ),
    (
        operation(parameters=[ID]),
        HERE,
        ["parameter-unplaced"],
        ["parameter-unplaced"],
    ),
    (
        operation(parameters=[{"name": "q", "in": "query", **TEXT}] * 2),
        f"{HERE}/parameters/1",
        ["parameter-duplicate"],
        ["parameter-duplicate"],
    ),
    (
        operation("/a/{id}", parameters=[{**ID, "required": False}]),
        "/paths/~1a~1{id}/get/parameters/0/required",
        ["parameter-optional"],
        ["parameter-optional"],
    ),
    (
        operation("/a/{id}", parameters=[{"name": "id", "in": "path", **TEXT}]),
        "/paths/~1a~1{id}/get/parameters/0/required",
        ["parameter-optional"],
        ["parameter-optional"],
    ),
    (
        parameter(**{"in": "qurey"}),
        f"{P}/in",
        ["parameter-location"],
        ["parameter-location"],
    ),
    (
        parameter(**{"in": "header"}, name="a b"),
        f"{P}/name",
        ["parameter-name"],
        ["parameter-name"],
    ),
    (
        parameter(schema=None),
        f"{P}/schema",
        ["parameter-untyped"],
        ["parameter-untyped"],
    ),
    (parameter(style="matrix"), f"{P}/style", ["style-unknown"], ["style-unknown"]),
    (
        parameter(content={"text/plain": {}}),
        f"{P}/content",
        ["content-and-schema"],
        ["content-and-schema"],
    ),
    (
        parameter(schema=None, content={}),
        f"{P}/content",
        ["content-count"],
        ["content-count"],
    ),
    (
        parameter(required="yes"),
        f"{P}/required",
        ["keyword-type"],
        ["keyword-type"],
    ),
    (parameter(colour=1), f"{P}/colour", ["keyword-unread"], ["keyword-unread"]),
    (header("a b"), f"{H}/a b", ["header-name"], ["header-name"]),
    (header(style="form"), f"{H}/X-A/style", ["style-unknown"], ["style-unknown"]),
    (header(**{"in": "header"}), f"{H}/X-A/in", ["keyword-unread"], ["keyword-unread"]),
    (
        operation(responses={}),
        f"{HERE}/responses",
        ["responses-missing"],
        ["responses-missing"],
    ),
    (
        operation(responses={"20": OK["200"]}),
        f"{HERE}/responses/20",
        ["status-unknown"],
        ["status-unknown"],
    ),
    (
        operation(requestBody={"content": "x"}),
        f"{HERE}/requestBody/content",
        ["keyword-type"],
        ["keyword-type"],
    ),
    (answer({"type": "strin"}), f"{SCHEMA}/type", ["type-unknown"], ["type-unknown"]),
    (
        answer({"type": "string", "default": 1}),
        f"{SCHEMA}/default",
        ["default-type"],
        ["default-type"],
    ),
    (answer(None), SCHEMA, ["schema-shape"], ["schema-shape"]),
    (
        answer({"$ref": "#/components/schemas/Gone"}),
        f"{SCHEMA}/$ref",
        ["ref-dangling", "operations-refused"],
        ["ref-dangling"],
    ),
    (
        answer(
            {"$ref": "#/components/schemas/A"},
            components={"schemas": {"A": {"properties": "x"}}},
        ),
        "/components/schemas/A/properties",
        ["keyword-type"],
        ["keyword-type"],
    ),
    (
        secured(type="apiKey", name="k", **{"in": "path"}),
        "/components/securitySchemes/s/in",
        ["security-scheme"],
        ["security-scheme"],
    ),
    (
        secured(type="basic"),
        "/components/securitySchemes/s/type",
        ["security-scheme"],
        ["security-scheme"],
    ),
    (
        {**operation(), "tags": [{"name": "t"}, {"name": "t"}]},
        "/tags/1",
        ["tag-duplicate"],
        ["tag-duplicate"],
    ),
    (
        {"paths": one("/{a}") | one("/{b}")},
        "/paths/~1{b}/get",
        ["path-ambiguous"],
        ["path-ambiguous"],
    ),
    # What lacks beside a reference that leads nowhere is no other fault.
    dangling("/info", {"info": GONE}),
    dangling(
        "/info/license", {"info": {"title": "t", "version": "1", "license": GONE}}
    ),
    dangling("/servers/0", {"servers": [GONE]}),
    dangling("/tags/0", {"tags": [GONE]}),
    dangling("/externalDocs", {"externalDocs": GONE}),
    dangling("/components/schemas", {"components": {"schemas": GONE}}),
    dangling(
        "/components/schemas/A/discriminator",
        {"components": {"schemas": {"A": {"type": "object", "discriminator": GONE}}}},
    ),
    dangling("/components/securitySchemes/s/flows", secured(type="oauth2", flows=GONE)),
    # What nothing reads is a validator's to tell.
    (
        parameter(example="a", examples={"b": {"value": "c"}}),
        f"{P}/examples",
        ["document-invalid"],
        ["document-invalid"],
    ),
    (
        operation() | {"components": {"links": {"l": {"operationId": "a", "body": 1}}}},
        "/components/links/l/body",
        ["document-invalid"],
        ["document-invalid"],
    ),
    (
        operation() | {"info": {"title": "t"}},
        "/info/version",
        ["document-invalid"],
        ["document-invalid"],
    ),
    (
        operation() | {"components": {"responses": {"a b": OK["200"]}}},
        "/components/responses/a b",
        ["component-name"],
        ["component-name"],
    ),
    (
        operation() | {"servers": [{"url": "https://{v}", "variables": {"v": {}}}]},
        "/servers/0/variables/v/default",
        ["server-variable"],
        ["server-variable"],
    ),
]


def findings(path: Path, *, lenient: bool) -> list[Diagnostic]:
    """All that `validate` prints, but for notes."""
    run = Run(Progress(io.StringIO()))
    try:
        validate(read(RunOptions(source=path, lenient=lenient), run.notebook), run)
    except Failed:
        assert any(one.severity is Severity.ERROR for one in run.notebook.findings)
    found = run.notebook.findings
    return [one for one in found if one.severity is not Severity.NOTE]


@pytest.mark.parametrize("version", ["3.0.4", "3.1.1", "3.2.0"])
@pytest.mark.parametrize(("given", "place", "mended", "refused"), FAULTS)
def test_each_fault_is_reported_once(
    tmp_path: Path,
    version: str,
    given: Data,
    place: str,
    mended: list[str],
    refused: list[str],
) -> None:
    path = tmp_path / "a.json"
    info = {"title": "t", "version": "1"}
    path.write_text(json.dumps({"openapi": version, "info": info, **given}))
    found = findings(path, lenient=True)
    assert [one.code for one in found] == mended
    assert {one.place and one.place.pointer for one in found[:1]} <= {place}
    strict = findings(path, lenient=False)
    assert [one.code for one in strict] == refused
    assert {one.place and one.place.pointer for one in strict} <= {place}
    assert {one.severity for one in strict} <= {Severity.ERROR}
