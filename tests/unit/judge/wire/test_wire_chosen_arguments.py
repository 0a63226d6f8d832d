"""Arguments are drawn until some are allowed, or it is said why none are."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from tests.judge.sampling.schema_validator import Judge
from tests.judge.source.original import Original, Tree
from tests.judge.wire.client.chosen_arguments import chosen, lacking
from tests.judge.wire.request.inputs import requests

LEFT: Tree = {"type": "object", "properties": {"l": {"type": "integer"}}}
RIGHT: Tree = {"type": "object", "properties": {"r": {"type": "integer"}}}
VOID: Tree = {"type": "array", "items": {"enum": [None]}}
EMPTY: Tree = {"type": "string", "enum": [1]}


def operation(schema: Tree = None, body: Tree = None) -> Tree:
    made: Tree = {}
    if schema is not None:
        parameter = {"name": "a", "in": "query", "required": True, "schema": schema}
        made["parameters"] = [parameter]
    if body is not None:
        content = {"application/json": {"schema": body}}
        made["requestBody"] = {"required": True, "content": content}
    return made


@pytest.mark.parametrize(
    ("post", "want"),
    [
        (operation({"type": "string"}), ""),
        (operation({"type": "string", "readOnly": True}), ""),
        (operation(body={"oneOf": [LEFT, RIGHT]}), ""),
        (operation(VOID), ""),
        (
            operation({**VOID, "minItems": 1}),
            "nothing that `a` may be can stand in a query",
        ),
        (
            operation(EMPTY),
            "`a` contradicts itself: no value of its `enum` is of the type string",
        ),
        (
            operation(body=EMPTY),
            "the body contradicts itself: no value of its `enum` is of the type string",
        ),
        (
            operation(body={"type": "string", "not": {"type": "string"}}),
            "every drawn argument violates its schema",
        ),
    ],
)
def test_an_operation_has_arguments_or_a_reason(
    tmp_path: Path, post: Tree, want: str
) -> None:
    path = tmp_path / "a.json"
    document = {"openapi": "3.0.3", "paths": {"/a": {"post": post}}}
    path.write_text(json.dumps(document), "utf-8")
    original = Original(path)
    [request] = requests(original)
    request = msgspec.structs.replace(request, body=next(iter(request.bodies), None))
    judge = Judge(original, sent=True)
    found = chosen(request, judge, 6, 5.0)
    why = "" if found.allowed else lacking(original, request, judge, found, 5.0)
    assert why == want
