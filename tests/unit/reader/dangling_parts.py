"""References that lead nowhere, and parts of operations that have them."""

from __future__ import annotations

from reader_documents import STRING, Tree

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


def multipart(encoding: Tree) -> Tree:
    schema = {"properties": {"file": STRING}}
    form = {"schema": schema, "encoding": {"file": encoding}}
    return {"content": {"multipart/form-data": form}, "required": True}


OK = answer("200", STRING)
