"""References in places that OpenAPI doesn't have for them: followed all the same."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from generator.document.files.policy import Policy
from generator.document.node import Node
from tests.unit.document.loading import STRICT, Data, Files, Load
from tests.unit.document.texts import HEAD, OK, operation, schemas


def plain(node: Node) -> Data:
    """A value with its references followed."""
    node = node.follow()
    if isinstance(node.value, dict):
        return {key: plain(inner) for key, inner in node.entries()}
    if isinstance(node.value, list):
        return [plain(inner) for inner in node.items()]
    return node.value


# What the document says, what stands in `part.yaml`, and where which value is found then.
MISPLACED: dict[str, tuple[str, str, tuple[int, int], str, Data]] = {
    "paths": (
        HEAD + "paths: {$ref: part.yaml}\n",
        f"/a: {{get: {{{OK}}}}}\n",
        (3, 9),
        "/paths",
        {"/a": {"get": {"responses": {"200": {"description": "ok"}}}}},
    ),
    "webhooks": (
        HEAD + "webhooks: {$ref: part.yaml}\n",
        f"a: {{post: {{{OK}}}}}\n",
        (3, 12),
        "/webhooks",
        {"a": {"post": {"responses": {"200": {"description": "ok"}}}}},
    ),
    "schemas": (
        HEAD + "components: {schemas: {$ref: part.yaml}}\n",
        "A: {type: string}\nB: true\nC: {$ref: '#/A'}\n",
        (3, 24),
        "/components/schemas",
        {"A": {"type": "string"}, "B": True, "C": {"type": "string"}},
    ),
    "properties": (
        schemas("{properties: {$ref: part.yaml}}"),
        "id: {type: string}\nme: {$ref: 'openapi.yaml#/components/schemas/A/title'}\n",
        (5, 22),
        "/components/schemas/A/properties/id",
        {"type": "string"},
    ),
    "allOf": (
        schemas("{allOf: {$ref: part.yaml}}"),
        "[{type: object}, {title: t}]\n",
        (5, 17),
        "/components/schemas/A/allOf",
        [{"type": "object"}, {"title": "t"}],
    ),
    "parameters": (
        operation("parameters: {$ref: part.yaml}, " + OK),
        "[{name: a, in: query, schema: {type: string}}]\n",
        (5, 24),
        "/paths/~1a/get/parameters",
        [{"name": "a", "in": "query", "schema": {"type": "string"}}],
    ),
    "responses": (
        operation("responses: {$ref: part.yaml, '500': {description: no}}"),
        "{'200': {description: ok}, '500': {description: other}}\n",
        (5, 23),
        "/paths/~1a/get/responses",
        {"200": {"description": "ok"}, "500": {"description": "no"}},
    ),
    "headers": (
        operation("responses: {'200': {description: ok, headers: {$ref: part.yaml}}}"),
        "X-A: {schema: {type: string}}\n",
        (5, 58),
        "/paths/~1a/get/responses/200/headers",
        {"X-A": {"schema": {"type": "string"}}},
    ),
    "examples": (
        HEAD
        + "components: {parameters: {P: {name: p, in: query, schema: {}, "
        + "examples: {$ref: part.yaml}}}}\n",
        "a: {value: {$ref: '#/no/reference'}}\n",
        (3, 74),
        "/components/parameters/P/examples/a",
        {"value": {"$ref": "#/no/reference"}},
    ),
}


@pytest.mark.parametrize("kind", MISPLACED)
def test_a_reference_in_the_place_of_something_else(loaded: Load, kind: str) -> None:
    text, part, location, pointer, want = MISPLACED[kind]
    files: Files = {"openapi.yaml": text, "part.yaml": part}
    got = loaded(files, Policy(lenient=True, validate=kind != "properties"))
    graver = [f for f in got.findings if f.severity is not Severity.NOTE]
    assert {(f.code, f.severity) for f in graver} - {
        ("ref-dangling", Severity.WARNING)
    } == {("ref-misplaced", Severity.REPAIR)}
    assert got.locations("ref-misplaced") == [("openapi.yaml", *location)]
    node = got.root.at("", pointer)
    assert node is not None
    assert (node.follow().value if kind == "examples" else plain(node)) == want

    strict = loaded(files, STRICT)
    assert strict.document is None
    assert "ref-misplaced" in strict.errors
    assert strict.locations("ref-misplaced") == [("openapi.yaml", *location)]


def test_a_property_may_have_the_name_of_a_reference(loaded: Load) -> None:
    got = loaded({"openapi.yaml": schemas("{properties: {$ref: {type: string}}}")})
    assert got.findings == ()
    node = got.root.at("", "/components/schemas/A/properties/$ref")
    assert node is not None
    assert node.string("type") == "string"


# What can't be referred to member by member, and where the `$ref` stands.
REFUSED = {
    "info": ("openapi: 3.1.0\ninfo: {$ref: part.yaml}\npaths: {}\n", (2, 8)),
    "tags": (HEAD + "paths: {}\ntags: {$ref: part.yaml}\n", (4, 8)),
    "components": (HEAD + "components: {$ref: part.yaml}\n", (3, 14)),
    "get": (HEAD + "paths: {/a: {get: {$ref: part.yaml, summary: s}}}\n", (3, 20)),
    "content": (
        operation("responses: {'200': {description: ok, content: {$ref: part.yaml}}}"),
        (5, 58),
    ),
}


@pytest.mark.parametrize("key", REFUSED)
@pytest.mark.parametrize(
    "policy", [Policy(lenient=True, validate=False), Policy(validate=False)]
)
def test_any_other_misplaced_reference_is_refused_with_its_place(
    loaded: Load, key: str, policy: Policy
) -> None:
    text, location = REFUSED[key]
    part = "[{name: a}]\n" if key == "tags" else "{title: t, version: '2'}\n"
    got = loaded({"openapi.yaml": text, "part.yaml": part}, policy)
    assert got.errors == ["ref-misplaced"]
    assert got.locations("ref-misplaced") == [("openapi.yaml", *location)]
    (finding,) = [one for one in got.findings if one.code == "ref-misplaced"]
    assert finding.message == f"OpenAPI has no `$ref` in the place of `{key}`"
