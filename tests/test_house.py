"""The house's own rules: who imports whom, how large files are, how little templates do."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import nodes

from generator import refine
from generator.diagnostics.catalogue import CATALOGUE
from generator.emit.templates import make_environment
from generator.targets.python import prepare
from generator.targets.python.options import Options

ROOT = Path(__file__).parent.parent
GENERATOR = ROOT / "generator"
TEMPLATES = ROOT / "templates"

LARGEST_MODULE = 300
LARGEST_TEMPLATE = 120

# What each room may import besides itself.
ROOMS = {
    "diagnostics": set[str](),
    "ir": {"diagnostics", "media_range"},
    "document": {"background", "diagnostics", "media_range"},
    "reader": {"document", "ir", "diagnostics", "media_range"},
    "refine": {"ir", "diagnostics", "media_range"},
    "emit": {"background", "diagnostics"},
    "targets": {"background", "ir", "emit", "diagnostics", "media_range", "sdk_toml"},
    "cache": {"background", "diagnostics", "document", "emit", "ir"},
}
# What the modules beside the rooms may import.
DOORS = {
    "background": set[str](),
    "media_range": set[str](),
    "sdk_toml": {"emit", "diagnostics"},
    "lint": {"ir", "diagnostics"},
    "config": {"sdk_toml", "lint", "document", "ir", "emit", "targets", "diagnostics"},
    "arguments": {"config", "targets", "diagnostics"},
    "progress": set[str](),
    "pipeline": {*ROOMS, "background", "config", "lint", "progress"},
    "summary": {"config", "pipeline"},
    "exit_codes": set[str](),
    "watching": {"document"},
    "commands": {
        "arguments",
        "cache",
        "config",
        "diagnostics",
        "document",
        "exit_codes",
        "pipeline",
        "progress",
        "sdk_toml",
        "summary",
        "watching",
    },
    "cli": {"arguments", "commands", "exit_codes"},
    "__main__": {"cli"},
    "__init__": set[str](),
}
BANNED_NAMES = {
    "base",
    "common",
    "helper",
    "helpers",
    "manager",
    "misc",
    "util",
    "utils",
}


def python_files(*folders: Path) -> list[Path]:
    found = (path for folder in folders for path in sorted(folder.rglob("*.py")))
    return [path for path in found if "node_modules" not in path.parts]


OURS = python_files(GENERATOR, TEMPLATES, ROOT / "tests")
# A file for each object of OpenAPI is its own index.
INDEXES = {GENERATOR / "reader", GENERATOR / "reader" / "schema"}
LARGEST_ROOM = 14


def template_files() -> list[Path]:
    return [
        path
        for path in sorted(TEMPLATES.rglob("*"))
        if path.is_file()
        and path.suffix not in {".py", ".pyc"}
        and path.name != "py.typed"
    ]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The modules of ours that a file names, dotted and without `generator.`."""
    for node in ast.walk(parsed(path)):
        match node:
            case ast.Import(names=names):
                modules = [alias.name for alias in names]
            case ast.ImportFrom(level=0, module=str(module), names=names):
                modules = [f"{module}.{alias.name}" for alias in names]
            case ast.ImportFrom():
                pytest.fail(f"{path} imports relatively")
            case _:
                continue
        yield from (
            name.removeprefix("generator.")
            for name in modules
            if name.startswith("generator.")
        )


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_import_only_what_they_may(room: str) -> None:
    allowed = ROOMS[room] | {room}
    for path in python_files(GENERATOR / room):
        for name in imports(path):
            assert name.split(".")[0] in allowed, f"{path} imports {name}"


def test_ir_knows_places_alone_of_diagnostics() -> None:
    for path in python_files(GENERATOR / "ir"):
        for name in imports(path):
            assert not name.startswith("diagnostics") or name.startswith(
                "diagnostics.span."
            )


def test_targets_see_no_type_that_refine_takes_out() -> None:
    for path in python_files(GENERATOR / "targets"):
        assert not any(name.startswith("ir.unrefined") for name in imports(path)), path


def test_targets_do_not_know_each_other() -> None:
    for path in python_files(GENERATOR / "targets"):
        target, *_ = path.relative_to(GENERATOR / "targets").parts
        if target == "registry.py":
            continue
        shared = {target, "target_kind"}
        for name in imports(path):
            assert not name.startswith("targets.") or name.split(".")[1] in shared


def test_doors_import_only_what_they_may() -> None:
    doors = sorted(GENERATOR.glob("*.py"))
    assert {path.stem for path in doors} <= DOORS.keys()
    for path in doors:
        for name in imports(path):
            assert name.split(".")[0] in DOORS[path.stem], f"{path} imports {name}"


def too_long(paths: list[Path], most: int) -> list[str]:
    lines = {path: path.read_text("utf-8").count("\n") for path in paths}
    return [f"{path}: {count}" for path, count in lines.items() if count > most]


def test_files_have_one_subject() -> None:
    written = [path for path in OURS if "expected" not in path.parts]
    assert too_long(written, LARGEST_MODULE) == []
    assert too_long(template_files(), LARGEST_TEMPLATE) == []
    assert [path for path in OURS if path.stem in BANNED_NAMES] == []


def test_no_room_is_crowded() -> None:
    folders = {path.parent for path in python_files(GENERATOR, TEMPLATES)} - INDEXES
    sizes = {
        folder: len([*folder.glob("*.py")]) - (folder / "__init__.py").exists()
        for folder in folders
    }
    assert {f: size for f, size in sizes.items() if size > LARGEST_ROOM} == {}


# What runs the passes, and what passes are made of.
NO_PASSES = {"refine", "map_types", "map_uses"}


def test_an_api_is_rewritten_by_the_two_tuples_alone() -> None:
    passes = {each.__name__ for each in refine.PASSES}
    options = Options(distribution="sdk", package="sdk", client="Sdk")
    passes |= {getattr(each, "func", each).__name__ for each in prepare.passes(options)}
    rewriting = {
        node.name
        for path in python_files(GENERATOR)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.args.args
        if getattr(node.args.args[0].annotation, "id", "") == "Api"
        if getattr(node.returns, "id", "") == "Api"
    }
    assert rewriting - NO_PASSES == passes


# A template loops, tests a flag, includes another and prints: no calls, filters or comparisons.
DUMB = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.Include,
    nodes.Block,
    nodes.Extends,
)


def test_templates_are_dumb() -> None:
    environment = make_environment(TEMPLATES)
    offenders = [
        f"{path}:{node.lineno} {type(node).__name__}"
        for path in template_files()
        for node in _nodes(environment.parse(path.read_text("utf-8")))
        if not isinstance(node, DUMB)
        and not (isinstance(node, nodes.Const) and isinstance(node.value, str))
    ]
    assert offenders == []


def _nodes(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _nodes(child)


def code_calls() -> Iterator[tuple[Path, str]]:
    """The codes that findings are written with, and where."""
    for path in python_files(GENERATOR):
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="write" | "fail")
                    | ast.Name(id="Unsupported"),
                    args=[ast.Constant(value=str(code)), _, *_],
                ):
                    yield path, code


def test_codes_of_findings_stand_in_the_catalogue() -> None:
    unknown = {
        (path.name, code) for path, code in code_calls() if code not in CATALOGUE
    }
    assert not unknown


def test_catalogue_is_sorted_and_every_code_is_used() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)
    used = {
        node.value
        for path in python_files(GENERATOR)
        if path.name != "catalogue.py"
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant)
    }
    assert not CATALOGUE.keys() - used


EXCUSE = re.compile(
    r"#\s*(?:type:\s*ignore|pyright:\s*ignore|noqa|pragma)[^\s]*\s*(.*)"
)


def unexcused(path: Path) -> Iterator[str]:
    """The exceptions to the checkers in a file that have no reason beside or above them."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    if EXCUSE.search(text):
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT and (found := EXCUSE.match(token.string)):
                reason = re.sub(r"^[A-Z0-9, ]+(?=-|$)", "", found[1]).strip(" -[]")
                if not reason and not _has_comment_above(lines, token.start[0]):
                    yield f"{path}:{token.start[0]} {token.string}"
    # Most files have none, and need no parsing.
    for node in ast.walk(parsed(path)) if "cast(" in text else ():
        match node:
            case ast.Call(func=ast.Name(id="cast"), lineno=line):
                if "#" not in lines[line - 1] and not _has_comment_above(lines, line):
                    yield f"{path}:{line} cast"


def test_every_exception_to_the_checkers_has_its_reason() -> None:
    assert [each for path in OURS for each in unexcused(path)] == []


def _has_comment_above(lines: list[str], number: int) -> bool:
    return number > 1 and lines[number - 2].lstrip().startswith("#")
