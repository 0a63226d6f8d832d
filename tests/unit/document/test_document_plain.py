"""References in places and in words that OpenAPI doesn't have: followed, or refused."""

from __future__ import annotations

import json
import time

import pytest

from generator.diagnostics import Severity, Unsupported
from generator.document import Node, Policy
from tests.unit.document.loading import LENIENT, Data, Files, Load, Loaded

STRICT = Policy()
HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
OK = "responses: {'200': {description: ok}}"


def schemas(text: str) -> str:
    return f"{HEAD}components:\n  schemas:\n    A: {text}\n"


def operation(text: str) -> str:
    return f"{HEAD}paths:\n  /a:\n    get: {{{text}}}\n"


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
    "info": (
        "openapi: 3.1.0\ninfo: {$ref: part.yaml}\npaths: {}\n",
        "{title: t, version: '2'}\n",
        (2, 8),
        "/info",
        {"title": "t", "version": "2"},
    ),
    "tags": (
        HEAD + "paths: {}\ntags: {$ref: part.yaml}\n",
        "[{name: a}]\n",
        (4, 8),
        "/tags",
        [{"name": "a"}],
    ),
    "components": (
        HEAD + "components: {$ref: part.yaml}\n",
        "schemas: {A: {type: string}}\nx-b: {c: d}\n",
        (3, 14),
        "/components",
        {"schemas": {"A": {"type": "string"}}, "x-b": {"c": "d"}},
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
    "an operation": (
        HEAD + "paths: {/a: {get: {$ref: part.yaml, summary: s}}}\n",
        f"{{summary: other, {OK}}}\n",
        (3, 20),
        "/paths/~1a/get",
        {"summary": "s", "responses": {"200": {"description": "ok"}}},
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
    "content": (
        operation("responses: {'200': {description: ok, content: {$ref: part.yaml}}}"),
        "a/b: {schema: {type: string}}\n",
        (5, 58),
        "/paths/~1a/get/responses/200/content",
        {"a/b": {"schema": {"type": "string"}}},
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
    text, part, spot, pointer, want = MISPLACED[kind]
    files: Files = {"openapi.yaml": text, "part.yaml": part}
    got = loaded(files, Policy(lenient=True, validate=kind != "properties"))
    graver = [f for f in got.findings if f.severity is not Severity.NOTE]
    assert {(f.code, f.severity) for f in graver} - {
        ("ref-dangling", Severity.WARNING)
    } == {("ref-misplaced", Severity.REPAIR)}
    assert got.spots("ref-misplaced") == [("openapi.yaml", *spot)]
    node = got.root.at("", pointer)
    assert node is not None
    assert (node.follow().value if kind == "examples" else plain(node)) == want

    strict = loaded(files, STRICT)
    assert strict.document is None
    assert "ref-misplaced" in strict.errors
    assert strict.spots("ref-misplaced") == [("openapi.yaml", *spot)]


REFUSED: dict[str, tuple[str, str, str]] = {
    "paths": (HEAD + "paths: {$ref: REF}\n", "/paths/~1", "/paths/$ref"),
    "components": (
        HEAD + "components: {$ref: REF}\n",
        "/components/schemas/unreadable",
        "/components/$ref",
    ),
    "properties": (
        schemas("{properties: {$ref: REF}}"),
        "/components/schemas/A/properties/unreadable",
        "/components/schemas/A/properties/$ref",
    ),
    "an operation": (
        HEAD + "paths: {/a: {get: {$ref: REF}}}\n",
        "/paths/~1a/get/responses/default",
        "/paths/~1a/get/$ref",
    ),
    "parameters": (
        operation("parameters: {$ref: REF}, " + OK),
        "/paths/~1a/get/parameters/0",
        "/paths/~1a/get/parameters/$ref",
    ),
    "responses": (
        operation("responses: {$ref: REF}"),
        "/paths/~1a/get/responses/default",
        "/paths/~1a/get/responses/$ref",
    ),
    "content": (
        operation("responses: {'200': {description: ok, content: {$ref: REF}}}"),
        "/paths/~1a/get/responses/200/content/application~1json/schema",
        "/paths/~1a/get/responses/200/content/$ref",
    ),
}
REASONS = {
    "gone.yaml": "ref-dangling",
    "../secret.yaml": "ref-outside",
    "file:///etc/passwd": "ref-outside",
    "http://example.com/x": "ref-remote",
    "text.yaml": "ref-misplaced",
    "round.yaml": "ref-cycle",
}


@pytest.mark.parametrize("reference", REASONS)
@pytest.mark.parametrize("kind", REFUSED)
def test_what_leads_nowhere_is_refused_to_whoever_reads_it(
    loaded: Load, kind: str, reference: str
) -> None:
    text, pointer, place = REFUSED[kind]
    files: Files = {
        "openapi.yaml": text.replace("REF", reference),
        "text.yaml": "just text\n",
        "round.yaml": "$ref: round.yaml\n",
    }
    code = REASONS[reference]
    got = loaded(files, LENIENT)
    (finding,) = [f for f in got.findings if f.code == code]
    assert finding.severity is Severity.WARNING
    node = got.root.at("", pointer)
    assert node is not None
    with pytest.raises(Unsupported) as caught:
        node.follow()
    again = caught.value.diagnostic
    assert (again.code, again.message, again.place) == (
        code,
        finding.message,
        finding.place,
    )
    assert finding.place is not None
    assert finding.place.pointer == place

    strict = loaded(files, STRICT)
    assert strict.document is None
    assert strict.errors == [code]


def note(text: str) -> str:
    """A document in which a note's property goes by a reference."""
    return schemas(f"{{properties: {{b: {{$ref: '{text}'}}}}}}") + (
        "    B: {$ref: 'b.yaml'}\n    a/b: {type: integer}\n    100%: {type: integer}\n"
    )


B = "properties: {c: {$ref: '#/$defs/c'}}\n$defs: {c: {properties: {d: {type: null}}}}\n"
UNUSUAL = [
    ("#/components/schemas/B/properties/c", "ref-through", "b.yaml#/$defs/c"),
    (
        "#/components/schemas/B/properties/c/properties/d",
        "ref-through",
        "b.yaml#/$defs/c/properties/d",
    ),
    ("#/components/schemas/a%2Fb", "ref-escaping", "components/schemas/a~1b"),
    ("#/components/schemas/a/b", "ref-escaping", "components/schemas/a~1b"),
    ("#/components/schemas/100%2525", "ref-dangling", ""),
    ("#/components/schemas/B/nowhere", "ref-dangling", ""),
    ("#/components/schemas/A/properties/b/c", "ref-dangling", ""),
]


@pytest.mark.parametrize(("text", "code", "want"), UNUSUAL)
def test_pointers_that_need_a_second_look(
    loaded: Load, text: str, code: str, want: str
) -> None:
    files: Files = {"openapi.yaml": note(text), "b.yaml": B}
    got = loaded(files, Policy(lenient=True, validate=False))
    assert got.spots(code) == [("openapi.yaml", 5, 26)]
    node = got.root.at("", "/components/schemas/A/properties/b")
    assert node is not None
    if want:
        assert node.follow().id == want
    strict = loaded(files, Policy(validate=False))
    assert strict.errors == [code]


@pytest.mark.parametrize("policy", [STRICT, LENIENT], ids=["strict", "lenient"])
def test_an_anchor_that_leads_back_to_itself(loaded: Load, policy: Policy) -> None:
    got = loaded({"openapi.yaml": schemas("{$anchor: a, $ref: '#a'}")}, policy)
    (finding,) = [f for f in got.findings if f.code == "ref-cycle"]
    assert finding.message == "`#/components/schemas/A` leads back to itself"
    assert got.spots("ref-cycle") == [("openapi.yaml", 5, 21)]


def test_a_property_may_have_the_name_of_a_reference(loaded: Load) -> None:
    got = loaded({"openapi.yaml": schemas("{properties: {$ref: {type: string}}}")})
    assert got.findings == ()
    node = got.root.at("", "/components/schemas/A/properties/$ref")
    assert node is not None
    assert node.string("type") == "string"


def test_properties_that_hold_themselves(loaded: Load) -> None:
    inner = "{properties: {$ref: '#/components/schemas/A/properties'}}"
    text = schemas(f"{{properties: {{id: {{type: string}}, a: {inner}}}}}")
    got = loaded({"openapi.yaml": text}, LENIENT).root
    node = got.at("", "/components/schemas/A")
    assert node is not None
    for _ in range(5):
        node = node.require("properties").require("a").follow()
    assert node.require("properties").require("id").follow().value == {"type": "string"}


def test_references_that_multiply_do_not_multiply_the_document(loaded: Load) -> None:
    parts = {
        f"P{n}": {
            key: {"properties": {"$ref": f"#/x-parts/P{n + 1}"}} for key in "abcdefgh"
        }
        for n in range(60)
    }
    tree = {
        "openapi": "3.1.0",
        "components": {"schemas": {"A": {"properties": {"$ref": "#/x-parts/P0"}}}},
        "x-parts": {**parts, "P60": {"end": {"type": "string"}}},
    }
    begun = time.monotonic()
    got = loaded({"a.json": json.dumps(tree)}, Policy(lenient=True, validate=False))
    assert time.monotonic() - begun < 10
    assert got.errors == []
    assert count(got) < 2_000_000


def count(got: Loaded) -> int:
    """How many values whoever goes down the tree comes by."""
    sizes: dict[int, int] = {}

    def size(value: Data) -> int:
        if not isinstance(value, (dict, list)):
            return 1
        if id(value) not in sizes:
            inner = value.values() if isinstance(value, dict) else value
            sizes[id(value)] = 1 + sum(map(size, inner))
        return sizes[id(value)]

    return size(got.root.trees[""])
