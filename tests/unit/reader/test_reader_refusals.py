"""Schemas that can't be read, and what falls with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import STRING, Tree, document, operation, read_schemas, read_tree

from generator.diagnostics import Severity
from generator.ir.declarations import Alias, Model
from generator.ir.types import Reference, String, Union
from generator.ir.unrefined import Compound, Inline


def ref(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


def answer(schema: Tree) -> Tree:
    content = {"application/json": {"schema": schema}}
    return operation(responses={"200": {"description": "", "content": content}})


def test_only_what_needs_the_schema_is_left_out(tmp_path: Path) -> None:
    schemas = {
        "Broken": {"$dynamicRef": "#nowhere"},
        "Using": {"anyOf": [ref("Broken")]},
        "Fine": {"properties": {"c": STRING}},
    }
    tree = document(
        paths={
            "/a": {"get": answer(ref("Using"))},
            "/b": {"get": answer(ref("Fine"))},
        },
        components={"schemas": schemas},
    )
    result = read_tree(tmp_path, tree)
    assert [one.path.template for one in result.api.operations] == ["/b"]
    assert [one.name.wire for one in result.api.declarations] == ["Fine"]
    assert result.codes == ["schema-refused"]
    assert result.pointers("schema-refused") == ["/paths/~1a/get"]
    coverage = result.api.coverage
    assert (coverage.operations_kept, coverage.operations) == (1, 2)
    assert (coverage.schemas_kept, coverage.schemas) == (1, 3)


NOTHING_LEFT = [
    {"A": {"allOf": [ref("A")]}},
    {"A": {"oneOf": [ref("A")]}},
    {"A": {"anyOf": [ref("B")]}, "B": {"anyOf": [ref("A")]}},
    {"A": {"allOf": [ref("B")]}, "B": {"allOf": [ref("A")]}},
]


@pytest.mark.parametrize("schemas", NOTHING_LEFT)
def test_a_schema_that_is_only_itself_is_refused(tmp_path: Path, schemas: Tree) -> None:
    tree = document(
        paths={"/a": {"get": answer(ref("A"))}}, components={"schemas": schemas}
    )
    result = read_tree(tmp_path, tree)
    assert result.api.declarations == ()
    errors = [one for one in result.findings if one.severity is Severity.ERROR]
    assert {one.code for one in errors} == {"schema-cycle", "schema-refused"}
    assert set(result.pointers("schema-cycle")) == {
        f"/components/schemas/{name}" for name in schemas
    }
    assert len(errors) == len(schemas) + 1


def test_a_union_that_lists_itself_means_its_other_variants(tmp_path: Path) -> None:
    schemas = {"A": {"anyOf": [STRING, {"type": "integer"}, ref("A")]}}
    found = read_schemas(tmp_path, schemas).declaration("A")
    assert isinstance(found, Alias)
    assert isinstance(found.type, Union)
    assert len(found.type.variants) == 2


def test_unions_that_list_each_other_have_the_same_variants(tmp_path: Path) -> None:
    schemas = {
        "A": {"anyOf": [STRING, ref("B")]},
        "B": {"anyOf": [ref("A"), {"type": "integer"}]},
    }
    result = read_schemas(tmp_path, schemas)
    for name in schemas:
        found = result.declaration(name)
        assert isinstance(found, Alias)
        assert isinstance(found.type, Union)
        kinds = {type(one.type).__name__ for one in found.type.variants}
        assert kinds == {"String", "Integer"}


def family() -> Tree:
    """A base that lists its children, which extend it."""
    child = {"allOf": [ref("Pet"), {"properties": {"bark": STRING}}]}
    base = {
        "properties": {"kind": STRING},
        "oneOf": [ref("Dog"), ref("Puppy")],
        "discriminator": {"propertyName": "kind"},
    }
    puppy = {"allOf": [ref("Dog"), {"properties": {"age": STRING}}]}
    return {"Pet": base, "Dog": child, "Puppy": puppy}


def test_a_base_that_lists_its_children_gives_them_its_own_properties(
    tmp_path: Path,
) -> None:
    result = read_schemas(tmp_path, family())
    dog = result.declaration("Dog")
    assert isinstance(dog, Alias)
    assert isinstance(dog.type, Compound)
    base, own = dog.type.parts
    assert isinstance(base, Inline)
    assert [(one.name.wire, one.origin) for one in base.model.fields] == [
        ("kind", "components/schemas/Pet")
    ]
    assert isinstance(own, Inline)
    assert [one.name.wire for one in own.model.fields] == ["bark"]
    pet = result.declaration("Pet")
    assert isinstance(pet, Alias)
    assert isinstance(pet.type, Compound)
    union, _ = pet.type.parts
    assert isinstance(union, Union)
    assert [one.type for one in union.variants] == [
        Reference(id="components/schemas/Dog"),
        Reference(id="components/schemas/Puppy"),
    ]
    assert set(result.codes) == {"schema-cycle"}


def test_strictly_a_schema_defined_by_itself_is_refused(tmp_path: Path) -> None:
    result = read_schemas(tmp_path, {**family(), "Fine": STRING}, lenient=False)
    assert [one.name.wire for one in result.api.declarations] == ["Fine"]
    assert all(one.severity is Severity.ERROR for one in result.findings)


def test_recursion_through_properties_is_no_fault(tmp_path: Path) -> None:
    schemas = {
        "A": {"properties": {"b": ref("B")}},
        "B": {"oneOf": [STRING, {"type": "array", "items": ref("B")}, ref("A")]},
    }
    result = read_schemas(tmp_path, schemas)
    assert result.codes == []
    assert isinstance(result.declaration("A"), Model)


def test_an_anchor_that_one_schema_has_is_that_schema(tmp_path: Path) -> None:
    node = {
        "$dynamicAnchor": "node",
        "properties": {
            "children": {"type": "array", "items": {"$dynamicRef": "#node"}}
        },
    }
    result = read_schemas(tmp_path, {"Node": node})
    found = result.declaration("Node")
    assert isinstance(found, Model)
    assert "components/schemas/Node" in str(found.fields[0].type)
    assert result.codes == []


def test_an_anchor_that_several_schemas_have_is_any_value(tmp_path: Path) -> None:
    page = {
        "properties": {"items": {"type": "array", "items": {"$dynamicRef": "#item"}}},
        "$defs": {"item": {"$dynamicAnchor": "item", "not": {}}},
    }
    notes = {"$ref": "#/components/schemas/Page"} | {
        "$defs": {"item": {"$dynamicAnchor": "item", "type": "string"}}
    }
    result = read_schemas(tmp_path, {"Page": page, "Notes": notes})
    assert set(result.codes) == {"dynamic-ref-widened"}


def test_the_recursion_of_an_older_draft_is_read(tmp_path: Path) -> None:
    tree = {
        "$recursiveAnchor": True,
        "properties": {"children": {"items": {"$recursiveRef": "#"}}},
    }
    result = read_schemas(tmp_path, {"Tree": tree})
    found = result.declaration("Tree")
    assert isinstance(found, Model)
    assert "components/schemas/Tree" in str(found.fields[0].type)
    assert result.codes == ["keyword-outdated"]


def test_a_long_chain_of_names_is_walked(tmp_path: Path) -> None:
    schemas = {f"A{number}": ref(f"A{number + 1}") for number in range(2000)}
    result = read_schemas(tmp_path, {**schemas, "A2000": STRING})
    last = result.declaration("A2000")
    assert isinstance(last, Alias)
    assert last.type == String()
    assert result.codes == []


UNNEEDED: list[tuple[Tree, str]] = [
    ({"schemas": {"A": {"$ref": 5}}}, "ref-dangling"),
    ({"schemas": {"A": {"allOf": [ref("A")]}}}, "schema-cycle"),
    ({"securitySchemes": {"a/b": {"type": "http"}}}, "security-scheme"),
]


@pytest.mark.parametrize(("components", "code"), UNNEEDED)
@pytest.mark.parametrize("lenient", [True, False])
def test_what_nothing_needs_refuses_nothing(
    tmp_path: Path, components: Tree, code: str, lenient: bool
) -> None:
    paths = {"/a": {"get": operation(operationId="a")}}
    tree = document(paths=paths, components=components)
    result = read_tree(tmp_path, tree, lenient=lenient)
    assert result.api.coverage.operations_kept == 1
    severity = Severity.REPAIR if lenient else Severity.ERROR
    found = [one.severity for one in result.findings if one.code == code]
    assert found == [severity]


def test_a_scheme_that_something_asks_for_is_needed(tmp_path: Path) -> None:
    tree = document(
        paths={"/a": {"get": operation(security=[{"a/b": []}])}},
        components={"securitySchemes": {"a/b": {"type": "http"}}},
    )
    result = read_tree(tmp_path, tree)
    (found,) = [one for one in result.findings if one.code == "security-scheme"]
    assert found.severity is Severity.ERROR
