"""What the operations of a small document are called."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.diagnostics import Notebook
from generator.document.files.policy import Policy
from generator.document.load import load
from generator.reader import read
from generator.refine import refine

Tree = dict[str, Any]

TEXT: Tree = {"type": "string"}
TEXTS: Tree = {"type": "array", "items": TEXT}
SCHEMAS: Tree = {
    "One": {"type": "object", "properties": {"a": TEXT}},
    "Many": {"type": "array", "items": {"$ref": "#/components/schemas/One"}},
    "Page": {"type": "object", "properties": {"data": TEXTS, "total": TEXT}},
    "Tree": {
        "type": "object",
        "properties": {"a": TEXT, "up": {"$ref": "#/components/schemas/Tree"}},
    },
}


def one(name: str) -> Tree:
    return {"$ref": f"#/components/schemas/{name}"}


def of(**properties: Tree) -> Tree:
    return {"type": "object", "properties": properties}


def answering(schema: object, content_type: str = "application/json") -> Tree:
    return {"description": "Done.", "content": {content_type: {"schema": schema}}}


def names(folder: Path, *operations: tuple[str, str, Tree]) -> list[str]:
    """The methods of operations: `GET /path`, operationId or "", and responses by status."""
    paths: Tree = {}
    for place, id, responses in operations:
        method, _, template = place.partition(" ")
        slots = [part[1:-1] for part in template.split("/") if part[:1] == "{"]
        paths.setdefault(template, {})[method.lower()] = {
            **({"operationId": id} if id else {}),
            "tags": ["all"],
            "parameters": [
                {"name": slot, "in": "path", "required": True, "schema": TEXT}
                for slot in slots
            ],
            "responses": responses,
        }
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }
    path = folder / "spec.json"
    path.write_text(json.dumps(tree))
    notebook = Notebook()
    document = load(path, notebook, Policy(lenient=True, validate=False))
    api = refine(read(document, notebook), notebook)
    found = {f"{o.method} {o.path.template}": o.name.preferred for o in api.operations}
    return [found[place] for place, _, _ in operations]


ONE = {"200": answering(one("One"))}
MANY = {"200": answering(one("Many"))}
