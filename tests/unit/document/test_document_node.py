"""The cursor."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from generator.diagnostics import Place, Severity, Unsupported
from generator.document.document import Document
from generator.document.files.policy import Policy
from generator.document.node import Node
from tests.unit.document.loading import LENIENT, Data, Load

UNCHECKED = Policy(lenient=True, validate=False)
STRICT = Policy(validate=False)


@pytest.fixture
def document(loaded: Load) -> Callable[..., Document]:
    """A document whose components are given; OpenAPI 3.2, so that nothing is upgraded."""

    def document(components: Data, policy: Policy = UNCHECKED) -> Document:
        tree = {
            "openapi": "3.2.0",
            "info": {"title": "t", "version": "1"},
            "components": components,
        }
        return loaded({"openapi.json": json.dumps(tree, indent=1)}, policy).root

    return document


def at(document: Document, pointer: str) -> Node:
    node = document.at("", pointer)
    assert node is not None
    return node


def test_identity(document: Callable[..., Document]) -> None:
    components = {"schemas": {"a/b~c": {"type": "string"}}}
    root = document(components).root
    node = root.require("components").require("schemas").require("a/b~c")
    assert node.id == "components/schemas/a~1b~0c"
    assert node.key == "a/b~c"
    assert node.pointer == "/components/schemas/a~1b~0c"
    assert node.place.pointer == "/components/schemas/a~1b~0c"
    assert node.require("type").place.pointer == "/components/schemas/a~1b~0c/type"
    assert root.id == ""
    assert root.key == ""


def test_a_required_key_that_is_missing(document: Callable[..., Document]) -> None:
    schemas = document({"schemas": {}}).root.require("components").require("schemas")
    with pytest.raises(Unsupported) as caught:
        schemas.require("Note")
    assert caught.value.diagnostic.code == "keyword-missing"
    assert caught.value.diagnostic.place is not None
    assert caught.value.diagnostic.place.pointer == "/components/schemas/Note"


MENDED: list[tuple[str, Data, Data]] = [
    ("string", "x", "x"),
    ("string", 1.5, "1.5"),
    ("string", 3, "3"),
    ("string", True, "true"),
    ("string", None, ""),
    ("string", ["x"], ""),
    ("flag", True, True),
    ("flag", "True", True),
    ("flag", "false", False),
    ("flag", "maybe", False),
    ("flag", 1, False),
    ("integer", 3, 3),
    ("integer", 3.0, 3),
    ("integer", "-3", -3),
    ("integer", 3.5, None),
    ("integer", True, None),
    ("integer", "x", None),
    ("integer", "9" * 50, None),
    ("members", {}, ()),
    ("members", [], ()),
    ("members", None, ()),
    ("elements", [], ()),
    ("elements", {}, ()),
    ("elements", "x", ()),
]
FITTING = {("string", "x"), ("flag", "True"), ("integer", "3"), ("integer", "3.0")}
FITTING |= {("members", "{}"), ("elements", "[]")}


@pytest.mark.parametrize(("method", "value", "want"), MENDED)
def test_typed_reads(
    document: Callable[..., Document], method: str, value: Data, want: Data
) -> None:
    lenient = document({"x-it": {"key": value}})
    node = at(lenient, "/components/x-it")
    assert getattr(node, method)("key") == want
    findings = lenient.notebook.findings
    if (method, str(value)) in FITTING and not (method == "flag" and value == "True"):
        assert findings == ()
        return
    (finding,) = findings
    assert finding.code == "keyword-type"
    assert finding.severity is Severity.REPAIR
    assert finding.place is not None
    assert finding.place.pointer == "/components/x-it/key"
    strict = at(document({"x-it": {"key": value}}, STRICT), "/components/x-it")
    with pytest.raises(Unsupported, match="`key` has to be"):
        getattr(strict, method)("key")


def test_typed_reads_of_what_is_absent(document: Callable[..., Document]) -> None:
    node = at(document({"x-it": {}}), "/components/x-it")
    assert node.string("key", "default") == "default"
    assert node.flag("key", default=True) is True
    assert node.integer("key") is None
    assert node.members("key") == ()
    assert node.elements("key") == ()
    assert node.get("key") is None


def test_reading_into_what_has_no_members(document: Callable[..., Document]) -> None:
    node = at(document({"x-it": [1]}), "/components/x-it")
    for read in (lambda: node.get("a"), node.entries):
        with pytest.raises(Unsupported, match="has to be an object, and is a list"):
            read()
    (element,) = node.items()
    assert element.key == "0"
    with pytest.raises(Unsupported, match="has to be a list, and is a number"):
        element.items()


def test_leftover_is_what_nobody_asked_for(document: Callable[..., Document]) -> None:
    node = at(document({"x-it": {"a": 1, "b": 2, "x-c": 3}}), "/components/x-it")
    assert node.leftover() == ("a", "b")
    node.get("a")
    assert node.leftover() == ("b",)
    assert node.get("missing") is None
    again = node.document.at("", "/components/x-it")
    assert again is not None
    assert again.leftover() == ("a", "b")
    node.entries()
    assert node.leftover() == ()


CHAIN = {
    "parameters": {
        "a": {"$ref": "#/components/parameters/b", "summary": "of a"},
        "b": {"$ref": "#/components/parameters/c", "description": "of b"},
        "c": {"name": "c", "in": "query", "summary": "of c", "description": "of c"},
        "loop": {"$ref": "#/components/parameters/pool"},
        "pool": {"$ref": "#/components/parameters/loop"},
        "self": {"$ref": "#/components/parameters/self"},
        "gone": {"$ref": "#/components/parameters/nowhere"},
        "list": {"$ref": ["x"]},
    }
}


def test_follow(document: Callable[..., Document]) -> None:
    node = at(document(CHAIN), "/components/parameters/a").follow()
    assert node.id == "components/parameters/c"
    assert node.string("name") == "c"
    assert node.string("summary") == "of a"
    assert node.string("description") == "of b"
    assert node.place.pointer == "/components/parameters/c"
    assert node.require("summary").place.pointer == "/components/parameters/a/summary"
    assert dict(node.entries())["description"].value == "of b"
    assert node.follow() is node


def test_one_step(document: Callable[..., Document]) -> None:
    node = at(document(CHAIN), "/components/parameters/a")
    target = node.ref()
    assert target is not None
    assert target.id == "components/parameters/b"
    assert node.leftover() == ("summary",)
    assert at(node.document, "/components/parameters/c").ref() is None


def test_siblings_that_win_can_be_chosen(document: Callable[..., Document]) -> None:
    components = {
        "pathItems": {
            "a": {"$ref": "#/components/pathItems/b", "get": {"summary": "own"}},
            "b": {"get": {"summary": "theirs"}, "put": {"summary": "put"}},
        }
    }
    node = at(document(components), "/components/pathItems/a")
    both = node.follow(siblings=("get", "put"))
    assert both.require("get").string("summary") == "own"
    assert both.require("put").string("summary") == "put"
    assert node.follow().require("get").string("summary") == "theirs"


LOST = [
    ("loop", "ref-cycle", "/components/parameters/loop/$ref"),
    ("self", "ref-cycle", "/components/parameters/self/$ref"),
    ("gone", "ref-dangling", "/components/parameters/gone/$ref"),
    ("list", "ref-dangling", "/components/parameters/list"),
]


@pytest.mark.parametrize(("name", "code", "pointer"), LOST)
def test_references_that_lead_nowhere(
    document: Callable[..., Document], name: str, code: str, pointer: str
) -> None:
    node = at(document(CHAIN), f"/components/parameters/{name}")
    with pytest.raises(Unsupported) as caught:
        node.follow()
    finding = caught.value.diagnostic
    assert finding.code == code
    assert isinstance(finding.place, Place)
    assert finding.place.pointer == pointer


def test_values_of_other_files(loaded: Load) -> None:
    files = {
        "openapi.yaml": (
            "openapi: 3.2.0\ninfo: {title: t, version: '1'}\n"
            "components: {schemas: {Note: {$ref: 'schemas/../schemas/n.yaml#/Note'}}}\n"
        ),
        "schemas/n.yaml": "Note: {properties: {by: {$ref: '../admin.yaml'}}}\n",
        "admin.yaml": "properties: {n: {$ref: './openapi.yaml#/components/schemas/Note'}}\n",
    }
    document = loaded(files, LENIENT).root
    note = at(document, "/components/schemas/Note").follow()
    assert note.id == "schemas/n.yaml#/Note"
    assert note.key == "Note"
    admin = note.require("properties").require("by").follow()
    assert admin.id == "admin.yaml#"
    assert admin.key == "admin"
    back = admin.require("properties").require("n").ref()
    assert back is not None
    assert back.id == "components/schemas/Note"
    assert back.follow().id == note.id
    assert note.place.pointer == "/Note"
    assert note.place.file.endswith("schemas/n.yaml")
