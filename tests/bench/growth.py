"""How the time of a cold run grows with the document: a figure, and a plot of all generators."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.generating import OURS, RIVALS, ROOT, runners
from bench.report import Figure

# Operations, three for each resource.
SIZES = (15, 60, 240, 600, 1200, 2400, 5000)
MOST_OF_OTHERS = 1200
# What an operation of the largest document may cost more than one of the middle.
MOST_GROWTH = 1.25
PLOT = ROOT / ".cache" / "bench" / "growth.svg"
_TEXT = {"type": "string", "description": "A text that says what this property is for."}


def growth() -> list[Figure]:
    """Milliseconds an operation, from small documents to large ones; writes the plot."""
    curves: dict[str, list[tuple[int, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            document = Path(folder) / f"{size}.json"
            document.write_text(json.dumps(made_up(size)), "utf-8")
            for runner in runners():
                if runner is OURS or size <= MOST_OF_OTHERS:
                    seconds = runner.seconds(document)
                    curves.setdefault(runner.name, []).append((size, seconds))
    _draw(curves)
    each = {size: 1000 * seconds / size for size, seconds in curves[OURS.name]}
    ratio = each[SIZES[-1]] / each[MOST_OF_OTHERS]
    return [
        Figure(
            f"cold generation, {SIZES[-1]} operations",
            f"{each[SIZES[-1]]:.1f} ms each",
            f"{MOST_OF_OTHERS} operations",
            f"{each[MOST_OF_OTHERS]:.1f} ms each",
            f"{ratio:.2f}x",
            f"at most {MOST_GROWTH}x",
            ratio <= MOST_GROWTH,
        )
    ]


def made_up(operations: int) -> dict[str, Any]:
    """A document with so many operations, each resource with models of its own.

    Args:
        operations: How many.
    """
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {}
    left = operations
    for number in range(operations):
        name = f"Thing{number}"
        for path, method, operation in list(_operations(name))[:left]:
            paths.setdefault(path, {})[method] = operation
            left -= 1
        schemas |= _schemas(name)
        if not left:
            break
    return {
        "openapi": "3.1.0",
        "info": {"title": "Growth", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _operations(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The list, the creation and the retrieval of a resource: path, method, operation."""
    path, one = f"/{name.lower()}s", {"$ref": f"#/components/schemas/{name}"}
    identifier = {"name": "id", "in": "path", "required": True, "schema": _TEXT}
    sizes = {"name": "size", "in": "query", "schema": {"type": "integer"}}
    listed = {
        "type": "object",
        "properties": {"data": {"type": "array", "items": one}},
    }
    yield path, "get", _operation(f"list{name}s", listed, parameters=[sizes])
    body = {"required": True, "content": {"application/json": {"schema": one}}}
    yield path, "post", _operation(f"create{name}", one, requestBody=body)
    retrieved = _operation(f"retrieve{name}", one, parameters=[identifier])
    yield f"{path}/{{id}}", "get", retrieved


def _operation(
    identifier: str, answer: dict[str, Any], **more: object
) -> dict[str, Any]:
    response = {
        "description": "ok",
        "content": {"application/json": {"schema": answer}},
    }
    described = f"Calls {identifier}, which is one of many."
    return {
        "operationId": identifier,
        "description": described,
        "responses": {"200": response},
        **more,
    }


def _schemas(name: str) -> dict[str, Any]:
    """The model of a resource, and one inside it."""
    detail = {
        "type": "object",
        "properties": {"kind": {"enum": ["small", "large"]}, "note": _TEXT},
    }
    properties = {
        "id": _TEXT,
        "name": _TEXT,
        "created_at": {"type": "string", "format": "date-time"},
        "count": {"type": "integer"},
        "tags": {"type": "array", "items": _TEXT},
        "detail": {"$ref": f"#/components/schemas/{name}Detail"},
    }
    model = {"type": "object", "required": ["id"], "properties": properties}
    return {name: model, f"{name}Detail": detail}


def _draw(curves: dict[str, list[tuple[int, float]]]) -> None:
    """Write the plot, with the library that lies beside the other generators."""
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [RIVALS / "python", Path(__file__).with_name("plot_growth.py"), PLOT],
        input=json.dumps(curves),
        text=True,
        check=True,
    )
    print(f"plotted: {PLOT.relative_to(ROOT)}")
