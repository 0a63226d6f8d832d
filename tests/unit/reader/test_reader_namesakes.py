"""Schemas that are listed here and described there are one schema, with one name."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import Tree, document, operation, read_schemas, read_tree

PET: Tree = {"type": "object", "properties": {"name": {"type": "string"}}}


def answer(*references: str) -> Tree:
    """Operations that answer with what these lead to."""
    return {
        f"/{n}": {
            "get": operation(
                responses={
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": one}}},
                    }
                }
            )
        }
        for n, one in enumerate(references)
    }


NAMESAKES: list[tuple[Tree, dict[str, Tree]]] = [
    ({"Pet": {"$ref": "Pet.json"}}, {"Pet.json": PET}),
    ({"Pet": {"$ref": "pet.json"}}, {"pet.json": PET}),
    ({"Pet": {"$ref": "all.json#/Pet"}}, {"all.json": {"Pet": PET}}),
    (
        {"Pet": {"$ref": "all.json#/Pet"}},
        {"all.json": {"Pet": {"$ref": "Pet.json"}}, "Pet.json": PET},
    ),
]


@pytest.mark.parametrize(("schemas", "files"), NAMESAKES)
def test_one_schema_by_several_ways(
    tmp_path: Path, schemas: Tree, files: dict[str, Tree]
) -> None:
    ways = ["#/components/schemas/Pet"]
    ways += [f"{file}#/Pet" if "Pet" in tree else file for file, tree in files.items()]
    tree = document(paths=answer(*ways), components={"schemas": schemas})
    api = read_tree(tmp_path, tree, files=files).api
    (found,) = api.declarations
    assert found.name.words == ("pet",)
    assert api.coverage.schemas == 1


def test_another_name_is_another_schema(tmp_path: Path) -> None:
    schemas = {
        "Pet": PET,
        "Animal": {"$ref": "#/components/schemas/Pet"},
        "pet": {"$ref": "#/components/schemas/Pet", "description": "Told apart."},
    }
    api = read_schemas(tmp_path, schemas).api
    assert [one.name.wire for one in api.declarations] == ["Pet", "Animal", "pet"]


def test_mappings_know_schemas_by_both_ways(tmp_path: Path) -> None:
    cat: Tree = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}},
    }
    union = {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "dog.json"}],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"c": "Cat", "d": "dog.json", "e": "#/components/schemas/Dog"},
        },
    }
    schemas = {"Any": union, "Cat": {"$ref": "cat.json"}, "Dog": {"$ref": "dog.json"}}
    result = read_tree(
        tmp_path,
        document(components={"schemas": schemas}),
        files={"cat.json": cat, "dog.json": cat},
    )
    assert result.codes == []
    assert {one.id for one in result.api.declarations} == {
        "components/schemas/Any",
        "cat.json#",
        "dog.json#",
    }


def test_schemas_that_only_refer_to_each_other_end(tmp_path: Path) -> None:
    schemas = {
        "Pet": {"$ref": "#/components/schemas/pet"},
        "pet": {"$ref": "#/components/schemas/PET"},
        "PET": {"$ref": "#/components/schemas/Pet"},
    }
    assert read_schemas(tmp_path, schemas).api.declarations == ()


@pytest.mark.parametrize(
    ("version", "codes"), [("2.0", []), ("3.0.3", ["component-name"])]
)
def test_names_that_only_2_0_allows(
    tmp_path: Path, version: str, codes: list[str]
) -> None:
    tree = document(components={"schemas": {"Page«Note»": PET}}, openapi=version)
    if version == "2.0":
        tree = {"swagger": "2.0", "paths": {}, "definitions": {"Page«Note»": PET}}
    result = read_tree(tmp_path, tree)
    assert [one.name.wire for one in result.api.declarations] == ["Page«Note»"]
    assert result.codes == codes
