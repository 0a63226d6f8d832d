"""References from anywhere to anywhere: whatever a document says, reading it ends, and well."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import msgspec
import pytest

from generator.document.files.policy import Policy
from generator.document.trees.tree import pointer
from tests.unit.document.loading import Data, Files, Load

SCHEMAS: Data = {
    "Note": {
        "type": "object",
        "properties": {
            "author": {"$ref": "#/components/schemas/Author"},
            "kind": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "place": {"type": "object", "properties": {"x": {"type": "number"}}},
        },
    },
    "Author": {
        "properties": {"notes": {"items": {"$ref": "#/components/schemas/Note"}}},
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"n": "#/components/schemas/Note"},
        },
    },
}
CONTENT: Data = {
    "application/json": {
        "schema": {"$ref": "#/components/schemas/Note"},
        "examples": {"some": {"value": {"author": {}}}},
    }
}
DOCUMENT: Data = {
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": "https://example.com"}],
    "paths": {
        "/notes": {
            "parameters": [{"name": "a", "in": "query", "schema": {"type": "string"}}],
            "get": {
                "responses": {"200": {"description": "d", "content": CONTENT}},
                "callbacks": {"c": {"{$url}": {"post": {"responses": {}}}}},
            },
            "post": {
                "requestBody": {"content": CONTENT},
                "responses": {"default": {"description": "d"}},
            },
        }
    },
    "components": {"schemas": SCHEMAS},
}


def containers(value: Data, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The ways to all objects and lists of a tree, and to the tree itself."""
    if isinstance(value, (dict, list)):
        yield way
        keys = value if isinstance(value, dict) else range(len(value))
        for key in keys:
            yield from containers(value[key], (*way, str(key)))


def disordered(seed: int) -> Files:
    """Two documents some of whose parts are references to any others."""
    # Nothing here is secret.
    chance = random.Random(seed)  # noqa: S311 -- as above
    version = chance.choice(["3.0.3", "3.1.0", "3.2.0"])
    trees = {
        name: {"openapi": version, **json.loads(json.dumps(DOCUMENT))}
        for name in ("a.json", "b.json")
    }
    for _ in range(chance.randint(1, 6)):
        tree, (name, target) = chance.choice(list(trees.values())), chance.choice(
            list(trees.items())
        )
        *way, last = chance.choice([way for way in containers(tree) if way])
        end = pointer(chance.choice(list(containers(target))))
        text = chance.choice(["", name, f"./x/../{name}"]) + f"#{end}"
        if not chance.randrange(10):
            text = chance.choice(["gone.json", "#gone", "../out.json", name])
        holder: Data = tree
        for key in way:
            holder = holder[int(key)] if isinstance(holder, list) else holder[key]
        key = int(last) if isinstance(holder, list) else last
        beside = holder[key] if chance.randrange(3) == 0 else {}
        reference = {"$ref": text}
        holder[key] = {**beside, **reference} if isinstance(beside, dict) else reference
    return {name: json.dumps(tree) for name, tree in trees.items()}


@pytest.mark.parametrize("seed", range(150))
def test_references_from_anywhere_to_anywhere(loaded: Load, seed: int) -> None:
    got = loaded(disordered(seed), Policy(lenient=True, validate=seed % 10 == 0))
    assert not [f for f in got.findings if "document:" in f.message]
    if got.document is None:
        assert got.errors
        return
    # Whatever stands in a tree now is plain data, and no more of it than a document can hold.
    for tree in got.root.trees.values():
        assert len(msgspec.json.encode(tree)) < 1_000_000
