"""Replays tests/cases: a document goes in, files and findings come out as they are written there.

A case is a folder tests/cases/<topic>/<case>/ with

- spec.yaml, or a whole spec folder: openapi.yaml and sdk.toml;
- expected/: what is generated, without the runtime and what every package has alike;
- diagnostics.txt: the findings, one line each; missing where there are none.

`pytest tests/test_cases.py --update` accepts what comes out; read the difference before committing.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path
from textwrap import dedent

import pytest

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Diagnostic, Failed, Notebook
from generator.emit.layout.format import finish
from generator.pipeline import Run
from generator.progress import Progress

CASES = Path(__file__).parent / "cases"
FOUND = sorted(
    path.parent
    for pattern in ("*/*/spec.yaml", "*/*/openapi.yaml")
    for path in CASES.glob(pattern)
)
# What every package has, whatever the document says.
ALIKE = (
    "sdk/_runtime/",
    "sdk/py.typed",
    "pyproject.toml",
    "README.md",
    "sdk/errors.py",
)
ALIKE += ("sdk/__init__.py", "sdk/_models/__init__.py", "sdk/resources/__init__.py")


def replay(case: Path) -> tuple[dict[str, str], str]:
    """The files of a case by path, and its findings."""
    single = case / "spec.yaml"
    source = Path(single.name) if single.exists() else Path()
    notebook = Notebook()
    files: dict[str, str] = {}
    try:
        settled = config.read(RunOptions(source=source, package="sdk"), notebook)
        run = Run(Progress())
        run.notebook = notebook
        api = pipeline.build_api(settled, run)
        for output in settled.outputs:
            made = finish(output.render(api, notebook))
            files |= {file.path: file.data.decode() for file in made.files}
    except Failed:
        pass
    kept = {path: text for path, text in files.items() if not path.startswith(ALIKE)}
    return kept, "".join(f"{line(finding)}\n" for finding in notebook.findings)


def line(finding: Diagnostic) -> str:
    place = f" {finding.place.file}#{finding.place.pointer}" if finding.place else ""
    return f"{finding.severity.value}[{finding.code}]{place}: {finding.message}"


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def diff(before: dict[str, str], after: dict[str, str]) -> str:
    """The unified diff of each file that differs."""
    lines: list[str] = []
    for path in sorted(before.keys() | after.keys()):
        old, new = (each.get(path, "").splitlines() for each in (before, after))
        lines += unified_diff(old, new, f"expected/{path}", f"now/{path}", lineterm="")
    return "\n".join(lines)


def test_a_failure_shows_the_diff_of_each_file() -> None:
    shown = diff(
        {"a": "1\n2\n", "gone": "x\n", "same": "y\n"}, {"a": "1\n3\n", "same": "y\n"}
    )
    assert [line for line in shown.splitlines() if line[0] in "+-"] == [
        "--- expected/a",
        "+++ now/a",
        "-2",
        "+3",
        "--- expected/gone",
        "+++ now/gone",
        "-x",
    ]


def accept(case: Path, files: dict[str, str], findings: str) -> None:
    shutil.rmtree(case / "expected", ignore_errors=True)
    for path, text in files.items():
        target = case / "expected" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (case / "diagnostics.txt").unlink(missing_ok=True)
    if findings:
        (case / "diagnostics.txt").write_text(findings, "utf-8")


@pytest.mark.parametrize(
    "case", FOUND, ids=lambda case: case.relative_to(CASES).as_posix()
)
def test_case(
    case: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case)
    files, findings = replay(case)
    if request.config.getoption("--update"):
        accept(case, files, findings)
    diagnostics = case / "diagnostics.txt"
    written = diagnostics.read_text("utf-8") if diagnostics.exists() else ""
    before = {"diagnostics.txt": written, **read(case / "expected")}
    if changes := diff(before, {"diagnostics.txt": findings, **files}):
        name = case.relative_to(CASES).as_posix()
        command = f"make test TESTS='tests/test_cases.py -k {name} --update'"
        pytest.fail(f"{changes}\nTo accept this: {command}", pytrace=False)
    assert before.keys() == {"diagnostics.txt", *files}


def examples(module: str) -> list[str]:
    """The code under `Example:` in the docstrings of a module."""
    documented = (ast.AsyncFunctionDef, ast.FunctionDef, ast.ClassDef, ast.Module)
    found = [
        (ast.get_docstring(node) or "").partition("\nExample:\n")[2]
        for node in ast.walk(ast.parse(module))
        if isinstance(node, documented)
    ]
    return [dedent(example) for example in found if example]


def test_examples_are_python() -> None:
    """Nothing that lays out a docstring breaks the code in it."""
    modules = [*CASES.glob("*/*/expected/sdk/resources/*.py")]
    found = [each for path in modules for each in examples(path.read_text("utf-8"))]
    assert len(found) > len(FOUND)
    for example in found:
        ast.parse(example)


VISIT = """
import importlib, pkgutil, msgspec
import sdk
from sdk import models
from sdk._runtime.json.model import dec_hook
for module in pkgutil.walk_packages(sdk.__path__, "sdk."):
    importlib.import_module(module.name)
for name in models.__all__:
    msgspec.json.Decoder(getattr(models, name), dec_hook=dec_hook)
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "case", FOUND, ids=lambda case: case.relative_to(CASES).as_posix()
)
def test_case_imports(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every module of what comes out can be imported, and every model decoded to."""
    monkeypatch.chdir(case)
    single = case / "spec.yaml"
    source = Path(single.name) if single.exists() else Path()
    settled = config.read(
        RunOptions(source=source, package="sdk", out=tmp_path), Notebook()
    )
    run = Run(Progress())
    try:
        pipeline.generate(settled, run)
    except Failed:
        assert run.notebook.findings
        return
    visit = subprocess.run(
        [sys.executable, "-W", "error", "-c", VISIT],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert visit.returncode == 0, visit.stderr


def test_what_comes_out_imports_nothing_that_it_leaves_unused() -> None:
    """As the consumers' linters and strict type checkers ask; `__init__` hands on what it has."""
    found = subprocess.run(
        [
            *(sys.executable, "-m", "ruff", "check", "--isolated", "--select", "F401"),
            *("--exclude", "__init__.py", "--output-format", "concise", str(CASES)),
        ],
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout
