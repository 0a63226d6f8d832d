"""What every published example of a model carries is required of it, as far as all models have it.

The examples are read where they lie, `../shared/specs`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

import pytest
from test_spec import operations
from test_spec_published import FILES, published, shape
from test_spec_versions import own

pytestmark = pytest.mark.skipif(
    not FILES, reason="Intercom's own descriptions aren't there"
)
CARRIED = ("type", "id", "created_at", "updated_at")
Tree: TypeAlias = Any
# A schema, and the file and the name that it has.
Place: TypeAlias = tuple[Tree, str, str]


def variants(node: Tree, file: str) -> Iterator[Place]:
    """The schemas of which a value may be, without those that are made of others."""
    name = str(node.get("$ref", "")).rpartition("/")[2]
    node, file = own(node, file)
    parts = [
        part for word in ("allOf", "anyOf", "oneOf") for part in node.get(word, [])
    ]
    if not parts:
        yield node, file, name
    for part in parts:
        yield from variants(part, file)


def shown(node: Tree, file: str, value: Tree) -> Iterator[tuple[Place, Tree]]:
    """The objects in an example with the schemas that they are of, where that is one alone."""
    if isinstance(value, list):
        for schema, where, _ in variants(node, file):
            for item in value if "items" in schema else ():
                yield from shown(schema["items"], where, item)
    if isinstance(value, dict):
        found = [each for each in variants(node, file) if "properties" in each[0]]
        for schema, where, name in found if len(found) == 1 else ():
            yield (schema, where, name), value
            for key in schema["properties"].keys() & value:
                yield from shown(schema["properties"][key], where, value[key])


def examples() -> Iterator[tuple[Tree, str, Tree]]:
    """The answers of published examples, each with our schema of it."""
    for line, file, operation in operations():
        for document in published().values():
            for path, item in document["paths"].items():
                method = line.partition(" ")[0].lower()
                if shape(f"{method.upper()} {path}") != shape(line):
                    continue
                for status, response in item.get(method, {"responses": {}})[
                    "responses"
                ].items():
                    if status not in operation["responses"]:
                        continue
                    ours, where = own(operation["responses"][status], file)
                    schema = ours.get("content", {}).get("application/json", {})
                    media = response.get("content", {}).get("application/json", {})
                    for example in media.get("examples", {}).values():
                        yield schema.get("schema", {}), where, example["value"]


def test_what_all_examples_carry_is_required() -> None:
    count: Counter[str] = Counter()
    carried: Counter[tuple[str, str]] = Counter()
    optional: set[tuple[str, str]] = set()
    for node, file, answer in examples():
        for (schema, where, name), value in shown(node, file, answer):
            model = f"{where}: {name}"
            count[model] += 1
            for key in CARRIED:
                carried[model, key] += value.get(key) is not None
                if key in schema["properties"] and key not in schema.get(
                    "required", []
                ):
                    optional.add((model, key))
    assert len(count) > 40
    assert [
        (model, key)
        for model, key in sorted(optional)
        if carried[model, key] == count[model]
    ] == []
