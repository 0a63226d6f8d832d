"""Where a declaration comes from is a value, made where the declaration is."""

from __future__ import annotations

from pathlib import Path

import pytest
from reader_documents import Tree, document, operation, read_tree

from generator.diagnostics import Notebook
from generator.ir.declarations import (
    BaseOf,
    InPlace,
    IntersectionOf,
    Origin,
    VariantOf,
    Written,
)
from generator.refine import refine

REF = "#/components/schemas/"
TEXT: Tree = {"type": "string"}
SCHEMAS: dict[str, Tree] = {
    "Pet": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": TEXT},
        "discriminator": {"propertyName": "kind"},
    },
    "Cat": {
        "allOf": [
            {"$ref": f"{REF}Pet"},
            {"type": "object", "properties": {"lives": {"type": "integer"}}},
        ]
    },
    "Shape": {
        "type": "object",
        "properties": {"id": TEXT},
        "oneOf": [{"$ref": f"{REF}Round"}, {"$ref": f"{REF}a~1b"}],
    },
    "Round": {"type": "object", "properties": {"radius": {"type": "number"}}},
    "a/b": {
        "type": "object",
        "properties": {"inside": {"type": "object", "properties": {"deep": TEXT}}},
    },
    "Left": {"type": "object", "properties": {"at": {"$ref": f"{REF}Round"}}},
    "Right": {"type": "object", "properties": {"at": {"$ref": f"{REF}Cat"}}},
    "Both": {"allOf": [{"$ref": f"{REF}Left"}, {"$ref": f"{REF}Right"}]},
}


def origins(folder: Path) -> dict[str, Origin]:
    paths: Tree = {
        f"/{at}": {
            "get": operation(
                responses={
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": one}}},
                    }
                }
            )
        }
        for at, one in enumerate(
            [*(REF + key.replace("/", "~1") for key in SCHEMAS), "dog.json"]
        )
    }
    tree = document(paths=paths, components={"schemas": SCHEMAS})
    dog: Tree = {"type": "object", "properties": {"good": {"type": "boolean"}}}
    read = read_tree(folder, tree, files={"dog.json": dog})
    api = refine(read.api, Notebook())
    return {"_".join(each.name.words): each.origin for each in api.declarations}


PET, SHAPE = "components/schemas/Pet", "components/schemas/Shape"
ROUND, OTHER = "components/schemas/Round", "components/schemas/a~1b"


@pytest.mark.parametrize(
    ("name", "want"),
    [
        ("pet", Written(name="Pet")),
        ("cat", Written(name="Cat")),
        ("dog", Written(name="dog")),
        ("a_b", Written(name="a/b")),
        ("pet_base", BaseOf(schema=PET, name="Pet")),
        ("round_with_id", VariantOf(schema=SHAPE, variants=(ROUND,), name="Round")),
        ("a_b_with_id", VariantOf(schema=SHAPE, variants=(OTHER,), name="a/b")),
        ("a_b_inside", InPlace(inside=OTHER, in_property=True)),
        (
            "round_and_cat",
            IntersectionOf(schemas=(ROUND, "components/schemas/Cat"), name="Cat"),
        ),
    ],
)
def test_a_declaration_says_where_it_comes_from(
    tmp_path: Path, name: str, want: Origin
) -> None:
    found = origins(tmp_path)
    assert found.get(name) == want, sorted(found)
