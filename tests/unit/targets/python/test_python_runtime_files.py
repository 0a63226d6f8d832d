"""The runtime's modules that a package gets: those that it imports, and theirs."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.emit.templates import templates_folder
from generator.pipeline import Run
from generator.progress import Progress
from generator.targets.python import render
from generator.targets.python.runtime_files import needed_modules

RUNTIME = templates_folder() / "python" / "runtime"
NAMES = sorted(
    ".".join(path.relative_to(RUNTIME).with_suffix("").parts)
    for path in RUNTIME.rglob("*.py")
)


def imported(folder: Path, path: Path) -> Iterator[Path]:
    """The modules that one imports, as Python's own parser reads it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            parts = (node.module or "").split(".")
            base = path.parents[node.level - 1].joinpath(*filter(None, parts))
            assert base.is_relative_to(folder)
            for module in (base, *(base / name.name for name in node.names)):
                if module.with_suffix(".py").is_file():
                    yield module.with_suffix(".py")


@pytest.mark.parametrize("name", NAMES)
def test_the_closure_has_what_a_module_imports(name: str) -> None:
    found = needed_modules([name])
    for one in found:
        path = RUNTIME / (one.replace(".", "/") + ".py")
        for module in imported(RUNTIME, path):
            below = module.relative_to(RUNTIME).with_suffix("")
            assert ".".join(below.parts) in found, f"{one} imports {below}"
        rooms = path.relative_to(RUNTIME).parents
        assert all(".".join([*room.parts, "__init__"]) in found for room in rooms)


def test_names_of_no_module_are_left_out() -> None:
    assert needed_modules(["paging.nothing", "os"]) == frozenset()


def operation(**rest: Any) -> dict[str, Any]:
    text = {"text/plain": {"schema": {"type": "string"}}}
    return {"responses": {"200": {"description": "", "content": text}}} | rest


def api(one: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://example.com"}],
        "paths": {"/things": {"post": one}},
    } | rest


def secured(**scheme: Any) -> dict[str, Any]:
    return api(
        operation(),
        components={"securitySchemes": {"key": scheme}},
        security=[{"key": []}],
    )


def answered(media: str, schema: dict[str, Any]) -> dict[str, Any]:
    content = {media: {"schema": schema}}
    return api({"responses": {"200": {"description": "", "content": content}}})


OBJECT = {"type": "object", "properties": {"name": {"type": "string"}}}
PLAIN = api(operation())
FLOWS: dict[str, Any] = {
    "clientCredentials": {"tokenUrl": "https://example.com/t", "scopes": {}}
}
BODY = {"content": {"application/json": {"schema": OBJECT}}}
SINCE = {
    "name": "since",
    "in": "query",
    "schema": {"type": "integer", "format": "unix-time"},
}
HOOK = {
    "sold": {"post": {"requestBody": BODY, "responses": {"200": {"description": ""}}}}
}

TEXT = {"type": "string"}
JOB = {"type": "object", "properties": {"id": TEXT, "status": TEXT}}
SHOW = {
    "operationId": "show",
    "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT}],
    "responses": {
        "200": {"description": "", "content": {"application/json": {"schema": JOB}}}
    },
}
START = {
    "x-sdk-wait": {
        "poll": "show",
        "parameters": {"id": "id"},
        "until": {"status": ["done"]},
    },
    "responses": SHOW["responses"],
}

# A document, and the modules that its package has beyond those of the plainest one.
MORE: list[tuple[dict[str, Any], set[str]]] = [
    (secured(type="http", scheme="digest"), {"auth.digest"}),
    (secured(type="oauth2", flows=FLOWS), {"auth.oauth"}),
    (
        answered("text/event-stream", {"type": "string"}),
        {
            "call.stream",
            "response.event_items",
            "response.events",
            "response.sequences",
            "response.stream_errors",
        },
    ),
    (api(operation(), webhooks=HOOK), {"webhooks.parse"}),
    (
        api(START)
        | {"paths": {"/things": {"post": START}, "/things/{id}": {"get": SHOW}}},
        {"jobs.errors", "jobs.job", "jobs.progress", "jobs.state"},
    ),
    (api(operation() | {"deprecated": True}), {"deprecation"}),
    (
        api(operation() | {"parameters": [SINCE]}),
        {"operation.conversion"},
    ),
]


def modules(folder: Path, document: dict[str, Any]) -> dict[str, str]:
    """The text of each module of a document's package, by its path in it."""
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), "utf-8")
    setup = config.read(RunOptions(source=path, package="shop"), Notebook())
    run = Run(Progress())
    files = render(
        pipeline.build_api(setup, run), setup.outputs[0].options, run.notebook
    )
    return {
        file.path.removeprefix("shop/"): file.data.decode()
        for file in files.files
        if file.path.endswith(".py")
    }


@pytest.mark.parametrize(("document", "more"), MORE)
def test_a_package_has_what_it_uses(
    document: dict[str, Any], more: set[str], tmp_path: Path
) -> None:
    plain = set(modules(tmp_path, PLAIN))
    found = modules(tmp_path, document)
    paths = {f"_runtime/{name.replace('.', '/')}.py" for name in more}
    assert paths.isdisjoint(plain)
    assert paths <= {*found}
    assert {path for path in found if path.startswith("_runtime/")} - plain <= {
        *paths,
        *(f"{Path(path).parent}/__init__.py" for path in paths),
    }


@pytest.mark.parametrize("document", [PLAIN, *(one for one, _ in MORE)])
def test_a_package_imports_what_it_has(
    document: dict[str, Any], tmp_path: Path
) -> None:
    package = tmp_path / "shop"
    for name, text in modules(tmp_path, document).items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text, "utf-8")
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                parts = (node.module or "").split(".")
                base = path.parents[node.level - 1].joinpath(*filter(None, parts))
                assert base.is_dir() or base.with_suffix(".py").is_file(), base
