"""Documents that refer into documents of other versions."""

from __future__ import annotations

import json

import pytest

from generator.document.files.policy import Policy
from tests.unit.document.loading import LENIENT, Data, Files, Load

STRICT = Policy()
INFO: Data = {"title": "t", "version": "1"}

OLD: Data = {
    "swagger": "2.0",
    "info": INFO,
    "paths": {
        "/old": {
            "get": {
                "parameters": [{"$ref": "#/parameters/Query"}],
                "responses": {
                    "200": {"description": "ok", "schema": {"$ref": "#/definitions/A"}}
                },
            }
        }
    },
    "parameters": {
        "Query": {"name": "q", "in": "query", "type": "string"},
        "Body": {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/A"}},
        "Form": {"name": "f", "in": "formData", "type": "string"},
    },
    "responses": {"R": {"description": "r", "schema": {"$ref": "#/definitions/A"}}},
    "definitions": {
        "A": {
            "type": "object",
            "x-nullable": True,
            "properties": {"a": {"type": "integer", "x-nullable": True}},
        }
    },
}


def document(version: str, **responses: str) -> Data:
    """A document with references in the places of responses' schemas, or of others."""
    listed = {
        status: {
            "description": "d",
            "content": {"application/json": {"schema": {"$ref": reference}}},
        }
        for status, reference in responses.items()
    }
    get: Data = {"responses": listed}
    return {"openapi": version, "info": INFO, "paths": {"/a": {"get": get}}}


def files(root: Data, **others: Data) -> Files:
    return {
        "openapi.json": json.dumps(root),
        **{f"{name}.json": json.dumps(other) for name, other in others.items()},
    }


INTO_OLD = [
    ("old.json#/definitions/A", "/components/schemas/A/anyOf"),
    ("old.json#/definitions/A/properties/a", "/components/schemas/A/properties/a"),
    (
        "old.json#/paths/~1old/get/responses/200/schema",
        "/paths/~1old/get/responses/200/content/application~1json/schema",
    ),
]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
@pytest.mark.parametrize(("reference", "want"), INTO_OLD)
def test_schemas_of_a_2_0_document(
    loaded: Load, version: str, reference: str, want: str
) -> None:
    got = loaded(files(document(version, **{"200": reference}), old=OLD), STRICT)
    assert got.errors == []
    node = got.root.at(
        "", "/paths/~1a/get/responses/200/content/application~1json/schema"
    )
    assert node is not None
    found = node.ref()
    assert found is not None
    if want.endswith("/a"):
        assert found.value == {"type": ["integer", "null"]}
    else:
        value = found.follow().value
        assert isinstance(value, dict)
        assert value["type"] == ["object", "null"]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_other_parts_of_a_2_0_document(loaded: Load, version: str) -> None:
    root = document(version)
    root["paths"]["/a"]["post"] = {
        "parameters": [{"$ref": "old.json#/parameters/Query"}],
        "requestBody": {"$ref": "old.json#/parameters/Body"},
        "responses": {"200": {"$ref": "old.json#/responses/R"}},
    }
    root["paths"]["/a"]["get"]["responses"] = {"200": {"description": "d"}}
    root["paths"]["/b"] = {"$ref": "old.json#/paths/~1old"}
    got = loaded(files(root, old=OLD), STRICT)
    assert got.errors == []
    post = got.root.at("", "/paths/~1a/post")
    assert post is not None
    (query,) = post.elements("parameters")
    assert query.follow().require("schema").value == {"type": "string"}
    answer = post.require("responses").require("200").follow()
    for holder in (post.require("requestBody").follow(), answer):
        media = holder.require("content").require("application/json")
        found = media.require("schema").follow().value
        assert isinstance(found, dict)
        assert found["type"] == ["object", "null"]
    shared = got.root.at("", "/paths/~1b")
    assert shared is not None
    assert shared.follow().require("get").elements("parameters")


def test_what_a_2_0_document_has_and_later_ones_have_not(loaded: Load) -> None:
    root = document("3.0.3", **{"200": "old.json#/definitions/A"})
    root["paths"]["/a"]["get"]["parameters"] = [{"$ref": "old.json#/parameters/Form"}]
    got = loaded(files(root, old=OLD), LENIENT)
    (finding,) = [f for f in got.findings if f.code == "ref-lost"]
    assert "`/parameters/Form`" in finding.message
    assert finding.place is not None
    assert finding.place.pointer == "/paths/~1a/get/parameters/0/$ref"


def test_a_fragment_between_two_versions(loaded: Load) -> None:
    root = document("3.1.0", **{"200": "part.json#/P"})
    part = {
        "P": {
            "type": "object",
            "properties": {"a": {"$ref": "old.json#/definitions/A"}},
        }
    }
    got = loaded(files(root, part=part, old=OLD), STRICT)
    assert got.errors == []
    node = got.root.at("part.json", "/P/properties/a")
    assert node is not None
    value = node.follow().value
    assert isinstance(value, dict)
    assert value["type"] == ["object", "null"]


NEW: Data = {
    "openapi": "3.0.3",
    "info": INFO,
    "paths": {},
    "components": {
        "schemas": {
            "A": {
                "type": "object",
                "nullable": True,
                "properties": {"a": {"type": "integer", "nullable": True}},
            }
        },
        "parameters": {
            "Query": {"name": "q", "in": "query", "schema": {"type": "string"}}
        },
        "responses": {
            "R": {
                "description": "r",
                "content": {
                    "application/json": {"schema": {"$ref": "#/components/schemas/A"}}
                },
            }
        },
    },
}


def test_parts_of_a_3_0_document_in_a_2_0_one(loaded: Load) -> None:
    get = {
        "parameters": [{"$ref": "new.json#/components/parameters/Query"}],
        "responses": {
            "200": {
                "description": "d",
                "schema": {"$ref": "new.json#/components/schemas/A"},
            },
            "404": {"$ref": "new.json#/components/responses/R"},
        },
    }
    root = {"swagger": "2.0", "info": INFO, "paths": {"/a": {"get": get}}}
    got = loaded(files(root, new=NEW), STRICT)
    assert got.errors == []
    operation = got.root.at("", "/paths/~1a/get")
    assert operation is not None
    (query,) = operation.elements("parameters")
    assert query.follow().require("schema").value == {"type": "string"}
    for status in ("200", "404"):
        answer = operation.require("responses").require(status).follow()
        media = answer.require("content").require("application/json")
        found = media.require("schema").follow().value
        assert isinstance(found, dict)
        assert found["type"] == ["object", "null"]


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
def test_schemas_of_a_3_0_document_in_a_later_one(loaded: Load, version: str) -> None:
    reference = "new.json#/components/schemas/A/properties/a"
    got = loaded(files(document(version, **{"200": reference}), new=NEW), STRICT)
    assert got.errors == []
    node = got.root.at(
        "", "/paths/~1a/get/responses/200/content/application~1json/schema"
    )
    assert node is not None
    assert node.follow().value == {"type": ["integer", "null"]}


def test_another_version_is_not_held_to_this_one_s_rules(loaded: Load) -> None:
    faulty = {**NEW, "components": {"schemas": {"A": {"type": ["object", "null"]}}}}
    root = document("3.0.3", **{"200": "new.json#/components/schemas/A"})
    assert set(loaded(files(root, new=faulty), STRICT).errors) == {"document-invalid"}
    later = {**faulty, "openapi": "3.1.0"}
    assert loaded(files(root, new=later), STRICT).errors == []
