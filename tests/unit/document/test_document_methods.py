"""Methods that aren't written as OpenAPI writes them."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from tests.unit.document.loading import STRICT, Load
from tests.unit.document.texts import HEAD, OK

SWAGGER = "swagger: '2.0'\ninfo: {title: t, version: '1'}\n"


@pytest.mark.parametrize("written", ["GET", "Get", "gEt"])
def test_a_method_in_capitals_is_read(loaded: Load, written: str) -> None:
    text = f"{HEAD}paths:\n  /a:\n    {written}: {{{OK}}}\n"
    found = loaded({"a.yaml": text})
    assert [one.code for one in found.findings] == ["method-case"]
    assert found.spots("method-case") == [("a.yaml", 5, 5)]
    node = found.root.at("", "/paths/~1a/get")
    assert node is not None
    assert node.place.pointer == f"/paths/~1a/{written}"


def test_strictly_it_is_an_error(loaded: Load) -> None:
    found = loaded({"a.yaml": f"{HEAD}paths: {{/a: {{GET: {{{OK}}}}}}}\n"}, STRICT)
    assert (found.document, found.errors) == (None, ["method-case"])


def test_the_method_in_lower_case_is_preferred(loaded: Load) -> None:
    item = f"GET: {{summary: no, {OK}}}, get: {{{OK}}}, Get: {{{OK}}}"
    found = loaded({"a.yaml": f"{HEAD}paths: {{/a: {{{item}}}}}\n"})
    assert [(one.code, one.severity) for one in found.findings] == [
        ("method-duplicate", Severity.REPAIR)
    ] * 2
    node = found.root.at("", "/paths/~1a")
    assert node is not None
    assert [key for key, _ in node.entries()] == ["get"]


def test_what_stands_under_it_is_upgraded_and_followed(loaded: Load) -> None:
    files = {
        "a.yaml": f"{SWAGGER}paths: {{/a: {{$ref: b.yaml}}}}\n",
        "b.yaml": "POST: {responses: {'200': {description: ok, schema: {$ref: c.yaml}}}}\n",
        "c.yaml": "{type: file}\n",
    }
    found = loaded(files)
    assert "method-case" in [one.code for one in found.findings]
    assert "c.yaml" in found.root.trees
    node = found.root.at("b.yaml", "/post/responses/200/content")
    assert node is not None


def test_an_operation_that_is_no_object_keeps_its_place(loaded: Load) -> None:
    text = f"{HEAD}paths:\n  /a: {{POST: hi}}\n"
    found = loaded({"a.yaml": text})
    node = found.root.at("", "/paths/~1a/post")
    assert node is not None
    assert node.place.pointer == "/paths/~1a/POST"
