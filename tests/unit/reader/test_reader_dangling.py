"""References that lead nowhere: the smallest part goes that a call can do without."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import STRING, Tree, document, operation, read_tree, shape

from generator.diagnostics import Severity
from generator.ir.declarations import Alias, Model
from generator.ir.operation import Operation
from generator.ir.types import Anything, Array, Inline, Map, String, Type

GONE: Tree = {"$ref": "#/components/schemas/Gone"}
REMOTE: Tree = {"$ref": "http://api.example/common.yaml#/Error"}
ABSENT: Tree = {"$ref": "absent.yaml#/Error"}
ALIAS: Tree = {"$ref": "#/components/schemas/Alias"}
ROUND: Tree = {"$ref": "#/components/schemas/Round"}
LOST = (GONE, REMOTE, ABSENT, ALIAS, ROUND)
COMPONENTS: Tree = {
    "schemas": {
        "Alias": GONE,
        "Round": {"$ref": "#/components/schemas/Around"},
        "Around": ROUND,
    },
    "responses": {"Lost": {"description": "", "content": {"application/json": GONE}}},
}


def content(schema: Tree, *others: str) -> Tree:
    forms = {name: {"schema": STRING} for name in others}
    return {"content": {"application/json": {"schema": schema}, **forms}}


def answer(status: str, schema: Tree, *others: str) -> Tree:
    return {status: {"description": "", **content(schema, *others)}}


def parameter(schema: Tree, **more: object) -> Tree:
    return {"parameters": [{"name": "q", "in": "query", "schema": schema, **more}]}


OK = answer("200", STRING)


def read_one(folder: Path, parts: Tree) -> tuple[Operation | None, list[Severity]]:
    paths = {"/a": {"post": operation(**parts)}}
    result = read_tree(folder, document(paths=paths, components=COMPONENTS))
    codes = {"ref-dangling", "ref-remote", "ref-cycle", "schema-refused"}
    found: list[Severity] = []
    for one in result.all_findings:
        if one.code in codes:
            assert one.place is not None
            # What is never referred to stays a warning.
            if not one.place.pointer.startswith("/components/responses"):
                found.append(one.severity)
    left = result.api.operations
    return (left[0] if left else None), found


def spared(x: Tree) -> dict[str, Tree]:
    """Operations with a schema where a call can do without it."""
    both = content(x, "text/plain")
    items = {"type": "array", "items": x}
    header = {"description": "", "headers": {"X-A": {"schema": x}}}
    members = {"properties": {"a": x, "b": STRING}}
    return {
        "an optional parameter": parameter(x),
        "an optional header": parameter(x, **{"in": "header"}),
        "an optional cookie": parameter(x, **{"in": "cookie"}),
        "an error": {"responses": OK | answer("400", x)},
        "errors of a kind": {"responses": OK | answer("5XX", x)},
        "the default beside a success": {"responses": OK | answer("default", x)},
        "an optional body": {"requestBody": content(x)},
        "a form of several": {"requestBody": both | {"required": True}},
        "a form of an answer": {"responses": answer("200", x, "text/plain")},
        "a header of an answer": {"responses": {"200": header}},
        "items of an answer": {"responses": answer("200", items)},
        "a member of a body": {"requestBody": content(members) | {"required": True}},
    }


@pytest.mark.parametrize("schema", LOST, ids=lambda x: str(x["$ref"]))
@pytest.mark.parametrize("part", spared(STRING))
def test_what_a_call_can_do_without_refuses_nothing(
    tmp_path: Path, part: str, schema: Tree
) -> None:
    left, severities = read_one(tmp_path, spared(schema)[part])
    assert left is not None
    assert set(severities) == {Severity.REPAIR}
    assert "$unread" not in str(left)
    assert "Alias" not in str(left)


def needed(x: Tree) -> dict[str, Tree]:
    """Operations with a schema where a call needs it."""
    shared = {"$ref": "#/components/responses/Lost"}
    return {
        "a required parameter": parameter(x, required=True),
        "a success": {"responses": answer("200", x)},
        "one success of two": {"responses": OK | answer("202", x)},
        "the default alone": {"responses": answer("default", x)},
        "the default of errors": {
            "responses": answer("400", STRING) | answer("default", x)
        },
        "a required body": {"requestBody": content(x) | {"required": True}},
        "a shared success": {"responses": {"200": shared}},
    }


@pytest.mark.parametrize("schema", LOST, ids=lambda x: str(x["$ref"]))
@pytest.mark.parametrize("part", needed(STRING))
def test_what_a_call_needs_refuses_the_operation(
    tmp_path: Path, part: str, schema: Tree
) -> None:
    left, severities = read_one(tmp_path, needed(schema)[part])
    assert left is None
    assert Severity.ERROR in severities


# References to other objects than schemas: the operation, and whether it is left.
OTHERS: list[tuple[Tree, bool]] = [
    ({"responses": OK | {"400": {"$ref": "#/components/responses/No"}}}, True),
    ({"responses": OK | {"default": {"$ref": "no.yaml"}}}, True),
    ({"responses": OK | {"default": {"$ref": "https://a.example/b"}}}, True),
    ({"responses": {"200": {"$ref": "#/components/responses/No"}}}, False),
    ({"responses": {"default": {"$ref": "#/components/responses/No"}}}, False),
    ({"parameters": [{"$ref": "#/components/parameters/No"}]}, False),
    ({"requestBody": {"$ref": "#/components/requestBodies/No"}}, False),
    (
        {
            "responses": {
                "200": {"description": "", "headers": {"X-A": {"$ref": "#/no"}}}
            }
        },
        True,
    ),
    (
        {
            "requestBody": {
                "content": {"text/plain": {"examples": {"a": {"$ref": "#/no"}}}}
            }
        },
        True,
    ),
    ({"responses": OK | {"400": {"description": "", "content": GONE}}}, True),
]


@pytest.mark.parametrize(("parts", "is_left"), OTHERS)
def test_other_objects(tmp_path: Path, parts: Tree, is_left: bool) -> None:
    left, severities = read_one(tmp_path, parts)
    assert (left is not None) is is_left
    assert (Severity.ERROR in severities) is not is_left
    assert Severity.WARNING not in severities


def test_an_error_whose_body_dangles_is_still_an_error(tmp_path: Path) -> None:
    left, _ = read_one(tmp_path, {"responses": OK | answer("404", GONE)})
    assert left is not None
    assert [one.status for one in left.responses] == ["200", "404"]
    assert left.responses[1].content == ()


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


def test_each_part_that_goes_is_told_where_it_stands(tmp_path: Path) -> None:
    pet: Tree = {
        "properties": {"a": GONE, "b": ALIAS, "c": {"properties": {"d": GONE}}}
    }
    schemas = {"Alias": GONE, "Pet": pet}
    get = operation(responses=OK | answer("400", ALIAS))
    tree = document(paths={"/a": {"get": get}}, components={"schemas": schemas})
    result = read_tree(tmp_path, tree)
    told = {(one.place.pointer, one.hint) for one in result.findings if one.place}
    assert told >= {
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
