"""Upgrades over several files, of several versions."""

from __future__ import annotations

from typing import Any, TypeAlias

import pytest

from generator.diagnostics import Notebook, Place
from generator.document.trees.origins import Origins
from generator.document.upgrade import upgrade, version
from tests.unit.document.upgrade.upgrading import beside, written

NULLABLE = {"type": "string", "nullable": True}
WANT = {"type": ["string", "null"]}

Data: TypeAlias = Any  # plain data of any shape


def run(files: Data) -> tuple[dict[str, Any], Notebook, Origins]:
    notebook, origins = Notebook(), written(files)
    trees = upgrade(files, origins, notebook, locate=beside)
    return trees, notebook, origins


def document(*references: str, **components: Data) -> Data:
    paths = {
        f"/{index}": {"get": {"responses": {"200": {"$ref": reference}}}}
        for index, reference in enumerate(references)
    }
    return {"openapi": "3.0.3", "paths": paths, "components": components}


@pytest.mark.parametrize(
    ("given", "want"),
    [
        ({"openapi": "3.0.3"}, "3.0"),
        ({"openapi": "3.1"}, "3.1"),
        ({"swagger": "2.0"}, "2.0"),
        ({"swagger": 2.0}, "2.0"),
        ({"openapi": 3.1}, "3.1"),
        ({"openapi": True}, ""),
        ({"openapi": {"type": "string"}}, ""),
        ({}, ""),
        ([], ""),
        (None, ""),
    ],
)
def test_version(given: Data, want: Data) -> None:
    assert version(given) == want


@pytest.mark.parametrize("written", ["1.2", "4.0.3", ""])
def test_other_versions_stay(written: str) -> None:
    tree = {"openapi": written, "components": {"schemas": {"A": NULLABLE}}}
    trees, notebook, _ = run({"a.yaml": tree})
    assert trees["a.yaml"] is tree
    assert notebook.findings == ()


def test_3_2_takes_the_last_step_and_keeps_its_version() -> None:
    schemas: Data = {"A": {"example": 1}, "B": {}}
    tree = {"openapi": "3.2.1", "components": {"schemas": schemas}}
    trees, _, _ = run({"a.yaml": tree})
    schemas = schemas | {"A": {"examples": [1]}}
    assert trees["a.yaml"] == {"openapi": "3.2.1", "components": {"schemas": schemas}}


def test_a_fragment_is_upgraded_as_what_refers_to_it_says() -> None:
    trees, notebook, _ = run(
        {
            "openapi.yaml": document("parts/answers.yaml#/Fine"),
            "parts/answers.yaml": {
                "Fine": {"description": "", "content": {"a/b": {"schema": NULLABLE}}},
                "schema": NULLABLE,
            },
        }
    )
    assert trees["parts/answers.yaml"] == {
        "Fine": {"description": "", "content": {"a/b": {"schema": WANT}}},
        "schema": NULLABLE,
    }
    assert trees["openapi.yaml"]["openapi"] == "3.2.0"
    assert notebook.findings == ()


def test_a_whole_file_is_a_fragment_and_leads_to_others() -> None:
    trees, _, origins = run(
        {
            "api/openapi.yaml": document(schemas={"A": {"$ref": "../a.yaml"}}),
            "a.yaml": {"properties": {"b": {"$ref": "b/b.yaml#/x-parts/0/B"}}},
            "b/b.yaml": {"x-parts": [{"B": NULLABLE, "C": NULLABLE}, 1]},
        }
    )
    assert trees["b/b.yaml"] == {"x-parts": [{"B": WANT, "C": NULLABLE}, 1]}
    place = origins.place(trees["b/b.yaml"]["x-parts"][0])
    assert place == Place("b/b.yaml", "/x-parts/0")


def test_what_only_a_reference_gives_a_kind() -> None:
    tree = document(schemas={"A": {"$ref": "#/x-own/B"}})
    tree["x-own"] = {"B": NULLABLE, "C": NULLABLE}
    trees, _, _ = run({"a.yaml": tree})
    assert trees["a.yaml"]["x-own"] == {"B": WANT, "C": NULLABLE}


def test_a_map_may_be_a_reference() -> None:
    trees, _, _ = run(
        {
            "a.yaml": document(schemas={"$ref": "b.yaml#/all"}),
            "b.yaml": {"all": {"A": NULLABLE}},
        }
    )
    assert trees["b.yaml"] == {"all": {"A": WANT}}


def test_inside_and_around_are_both_upgraded_whichever_comes_first() -> None:
    files = {
        "a.yaml": document(
            schemas={
                "A": {"$ref": "b.yaml#/S/properties/p"},
                "B": {"$ref": "b.yaml#/S"},
            }
        ),
        "b.yaml": {"S": {"properties": {"p": NULLABLE, "q": NULLABLE}}},
    }
    trees, notebook, _ = run(files)
    assert trees["b.yaml"] == {"S": {"properties": {"p": WANT, "q": WANT}}}
    assert notebook.findings == ()


def test_two_kinds_are_reported() -> None:
    trees, notebook, _ = run(
        {
            "a.yaml": document("#/components/schemas/A", schemas={"A": NULLABLE}),
        }
    )
    assert trees["a.yaml"]["components"]["schemas"]["A"] == WANT
    (finding,) = notebook.findings
    assert finding.code == "ref-two-kinds"
    assert finding.message == (
        "This refers to a response, but what it leads to is a schema"
    )
    assert finding.place == Place("a.yaml", "/paths/~10/get/responses/200/$ref")


def test_documents_of_several_versions() -> None:
    trees, _, _ = run(
        {
            "new.yaml": {
                "openapi": "3.1.0",
                "components": {
                    "schemas": {"A": {"$ref": "old.yaml#/components/schemas/B"}}
                },
            },
            "old.yaml": document(schemas={"B": NULLABLE}),
        }
    )
    assert trees["new.yaml"]["openapi"] == trees["old.yaml"]["openapi"] == "3.2.0"
    assert trees["old.yaml"]["components"]["schemas"]["B"] == WANT


def test_shared_containers_are_upgraded_once() -> None:
    shared = {"properties": {"a": NULLABLE}}
    tree = document(schemas={"A": shared, "B": shared, "C": {"default": shared}})
    schemas = run({"a.yaml": tree})[0]["a.yaml"]["components"]["schemas"]
    assert schemas["A"] == {"properties": {"a": WANT}}
    assert schemas["A"] is schemas["B"]
    assert schemas["C"] == {"default": {"properties": {"a": NULLABLE}}}


def test_aliases_that_double_at_each_level_cost_nothing() -> None:
    schema: Data = NULLABLE
    for _ in range(200):
        schema = {"properties": {"a": schema, "b": schema}}
    trees, _, _ = run({"a.yaml": document(schemas={"A": schema})})
    found = trees["a.yaml"]["components"]["schemas"]["A"]
    for _ in range(200):
        assert found["properties"]["a"] is found["properties"]["b"]
        found = found["properties"]["b"]
    assert found == WANT


def test_depth_needs_no_stack() -> None:
    schema: Data = NULLABLE
    for _ in range(5_000):
        schema = {"items": schema}
    trees, _, origins = run({"a.yaml": document(schemas={"A": schema})})
    found = trees["a.yaml"]["components"]["schemas"]["A"]
    for _ in range(5_000):
        found = found["items"]
    assert found == WANT
    place = origins.place(found)
    assert place == Place("a.yaml", "/components/schemas/A" + "/items" * 5_000)


def test_references_in_circles_end() -> None:
    trees, _, _ = run(
        {
            "a.yaml": document(
                schemas={
                    "A": {"$ref": "#/components/schemas/B"},
                    "B": {"$ref": "#/components/schemas/A"},
                    "C": {
                        "oneOf": [{"$ref": "#/components/schemas/C"}],
                        "nullable": True,
                    },
                    "D": {
                        "oneOf": [{"$ref": "#/components/schemas/A"}],
                        "nullable": True,
                    },
                }
            )
        }
    )
    schemas = trees["a.yaml"]["components"]["schemas"]
    assert schemas["A"] == {"$ref": "#/components/schemas/B"}
    assert schemas["D"]["oneOf"] == [
        {"$ref": "#/components/schemas/A"},
        {"type": "null"},
    ]


def test_places_are_those_as_written() -> None:
    tree = document(schemas={"A": {"properties": {"a/b": dict(NULLABLE)}}})
    trees, _, origins = run({"a.yaml": tree})
    upgraded = trees["a.yaml"]["components"]["schemas"]["A"]["properties"]["a/b"]
    assert upgraded == WANT
    want = Place("a.yaml", "/components/schemas/A/properties/a~1b")
    assert origins.place(upgraded) == want
    assert origins.place(trees["a.yaml"]) == Place("a.yaml")


def test_where_references_lead_is_the_callers_business() -> None:
    files = {
        "root": document(schemas={"A": {"$ref": "urn:b"}}),
        "other": {"B": NULLABLE},
    }
    notebook = Notebook()
    trees = upgrade(
        files,
        written(files),
        notebook,
        locate=lambda file, reference: (
            ("other", "/B") if reference == "urn:b" else None
        ),
    )
    assert trees["other"] == {"B": WANT}


def test_what_a_caller_cannot_locate_stays() -> None:
    files = {"a.yaml": document(schemas={"A": {"$ref": "missing.yaml#/B"}})}
    schemas = run(files)[0]["a.yaml"]["components"]["schemas"]
    assert schemas == {"A": {"$ref": "missing.yaml#/B"}}
