"""Members of schemas that lead nowhere: each costs nothing but itself, in every version."""

from __future__ import annotations

from pathlib import Path

import pytest
from dangling_parts import (
    ALIAS,
    COMPONENTS,
    GONE,
    OK,
    REMOTE,
    answer,
    content,
)
from reader_documents import STRING, Tree, document, operation, read_tree, shape

from generator.diagnostics import Severity
from generator.ir.declarations import Alias, Model
from generator.ir.types import Anything, Array, Map, String, Type
from generator.ir.unrefined import Inline

OBJECT: Tree = {"type": "object", "properties": {"x": STRING}}
# The schema of a member, what it is read as, and None for one that is taken away.
MEMBERS: list[tuple[Tree, Type | None]] = [
    (GONE, None),
    (ALIAS, None),
    (REMOTE, None),
    ({"allOf": [GONE]}, None),
    ({"oneOf": [GONE, ALIAS]}, None),
    ({"anyOf": [GONE, {"type": "null"}]}, None),
    ({"allOf": [{"oneOf": [GONE]}]}, None),
    ({"type": "array", "items": GONE}, Array(item=Anything())),
    ({"type": "array", "items": {"allOf": [GONE]}}, Array(item=Anything())),
    ({"type": "object", "additionalProperties": GONE}, Map(value=Anything())),
    ({"type": "object", "additionalProperties": ALIAS}, Map(value=Anything())),
    ({"oneOf": [GONE, STRING]}, String()),
    ({"type": "string", "oneOf": [{"allOf": [GONE]}, STRING]}, String()),
    ({"anyOf": [STRING, ALIAS]}, String()),
    ({"allOf": [STRING, GONE]}, String()),
    ({"type": "object", "allOf": [GONE]}, Map(value=Anything())),
    ({"allOf": [GONE, {"description": "What it is."}]}, None),
]


@pytest.mark.parametrize(("schema", "want"), MEMBERS)
@pytest.mark.parametrize("is_required", [False, True])
def test_one_member_costs_nothing_but_itself(
    tmp_path: Path, schema: Tree, want: Type | None, is_required: bool
) -> None:
    pet: Tree = {"type": "object", "properties": {"it": schema, "name": STRING}}
    pet |= {"required": ["it"]} if is_required else {}
    schemas = COMPONENTS["schemas"] | {"Pet": pet}
    uses = {"$ref": "#/components/schemas/Pet"}
    paths = {
        f"/{number}": {"get": operation(responses=answer("200", uses))}
        for number in range(10)
    }
    result = read_tree(tmp_path, document(paths=paths, components={"schemas": schemas}))
    assert len(result.api.operations) == 10
    assert not [one for one in result.findings if one.severity is Severity.ERROR]
    found = result.declaration("Pet")
    assert isinstance(found, Model)
    fields = {field.name.wire: field.type for field in found.fields}
    if want is None and not is_required:
        assert list(fields) == ["name"]
    else:
        assert list(fields) == ["it", "name"]
        assert shape(fields["it"]) == shape(Anything() if want is None else want)


def test_an_allof_without_one_part_is_the_others(tmp_path: Path) -> None:
    schemas: Tree = {
        "Sub": {"description": "A sub.", "allOf": [GONE, OBJECT]},
        "Beside": {**GONE, **OBJECT},
    }
    tree = document(components={"schemas": schemas})
    for one in read_tree(tmp_path, tree).api.declarations:
        assert isinstance(one, Model)
        assert [field.name.wire for field in one.fields] == ["x"]
        assert one.docs.description.raw == ("A sub." if "Sub" in one.id else "")


def test_a_mapping_forgets_the_variant_that_is_gone(tmp_path: Path) -> None:
    ref = "#/components/schemas/"
    kind: Tree = {"required": ["k"], "properties": {"k": STRING}}
    schemas: Tree = {
        **COMPONENTS["schemas"],
        "A": kind,
        "B": kind,
        "U": {
            "oneOf": [{"$ref": f"{ref}{name}"} for name in ("A", "B", "Alias")],
            "discriminator": {
                "propertyName": "k",
                "mapping": {"a": f"{ref}A", "b": f"{ref}B", "c": f"{ref}Alias"},
            },
        },
    }
    result = read_tree(tmp_path, document(components={"schemas": schemas}))
    found = result.declaration("U")
    assert isinstance(found, Alias)
    assert "Alias" not in str(found.type)
    assert "('b', 'components/schemas/B')" in str(found.type)


def test_each_part_that_goes_is_reported_where_it_stands(tmp_path: Path) -> None:
    pet: Tree = {
        "properties": {"a": GONE, "b": ALIAS, "c": {"properties": {"d": GONE}}}
    }
    schemas = {"Alias": GONE, "Pet": pet}
    get = operation(responses=OK | answer("400", ALIAS))
    tree = document(paths={"/a": {"get": get}}, components={"schemas": schemas})
    result = read_tree(tmp_path, tree)
    reported = {(one.place.pointer, one.hint) for one in result.findings if one.place}
    assert reported >= {
        ("/components/schemas/Pet/properties/b", "the member `b` is left out"),
        ("/paths/~1a/get/responses/400", "the body of this error isn't decoded"),
    }
    notes = {
        (one.place.pointer, one.hint)
        for one in result.all_findings
        if one.code == "ref-dangling" and one.place
    }
    assert notes == {
        (
            "/components/schemas/Alias/$ref",
            "it is left out wherever something refers to it",
        ),
        ("/components/schemas/Pet/properties/a/$ref", "the member `a` is left out"),
        (
            "/components/schemas/Pet/properties/c/properties/d/$ref",
            "the member `d` is left out",
        ),
    }


def test_strictly_a_dangling_member_is_an_error(tmp_path: Path) -> None:
    schemas = {"Pet": {"properties": {"a": {"$dynamicRef": "#nowhere"}}}}
    with pytest.raises(Exception, match="can't be used"):
        read_tree(tmp_path, document(components={"schemas": schemas}), lenient=False)


def test_a_member_with_any_fault_that_nothing_mends_is_taken_away(
    tmp_path: Path,
) -> None:
    pet: Tree = {"properties": {"a": {"$ref": 5}, "b": STRING}}
    paths = {"/a": {"post": operation(requestBody=content(pet) | {"required": True})}}
    result = read_tree(tmp_path, document(paths=paths))
    (media,) = result.operation.body.content if result.operation.body else ()
    assert isinstance(media.type, Inline)
    assert [one.name.wire for one in media.type.model.fields] == ["b"]


SWAGGER: Tree = {
    "swagger": "2.0",
    "info": {"title": "Test", "version": "1"},
    "definitions": {
        "Pet": {"properties": {"a": {"$ref": "#/definitions/Gone"}, "b": STRING}}
    },
}
OLD: Tree = {"$ref": "#/definitions/Gone"}
PET: Tree = {"$ref": "#/definitions/Pet"}
# An operation of Swagger 2.0, and whether it is left.
OLDER: list[tuple[Tree, bool]] = [
    (
        {"responses": {"200": {"description": ""}, "400": {"$ref": "#/responses/No"}}},
        True,
    ),
    (
        {
            "responses": {
                "200": {"description": ""},
                "default": {"description": "", "schema": REMOTE},
            }
        },
        True,
    ),
    (
        {"parameters": [{"name": "q", "in": "query", "type": "array", "items": OLD}]},
        True,
    ),
    ({"parameters": [{"name": "b", "in": "body", "schema": OLD}]}, True),
    (
        {"parameters": [{"name": "b", "in": "body", "required": True, "schema": PET}]},
        True,
    ),
    (
        {"parameters": [{"name": "b", "in": "body", "required": True, "schema": OLD}]},
        False,
    ),
    ({"responses": {"200": {"description": "", "schema": OLD}}}, False),
    ({"parameters": [{"$ref": "#/parameters/No"}]}, False),
]


@pytest.mark.parametrize(("parts", "is_left"), OLDER)
def test_in_swagger(tmp_path: Path, parts: Tree, is_left: bool) -> None:
    tree = SWAGGER | {"paths": {"/a": {"post": operation(**parts)}}}
    result = read_tree(tmp_path, tree)
    assert bool(result.api.operations) is is_left
    severities = {
        one.severity for one in result.all_findings if one.code.startswith("ref-")
    }
    assert (Severity.ERROR in severities) is not is_left
    assert Severity.REPAIR in severities
