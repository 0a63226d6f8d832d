"""The examples in docstrings are calls that type checkers take, with all that is required."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Failed
from generator.pipeline import Run
from generator.progress import Progress
from tests.judge.packages import merged_tree

ROOT = Path(__file__).parents[2]
SDK = ROOT / "generated" / "intercom" / "python" / "intercom_sdk"
CASES = ROOT / "tests" / "cases"
MODULE = "examples.py"
# What an example assigns isn't used in it.
# What an example names beside the client and builtins.
SHOWN = {
    "_runtime/request/parts.py": "from ._runtime.request.parts import Part as Part\n",
    "params.py": "from . import params as params\n",
}
HEAD = """\
# pyright: reportUnusedVariable=false, reportDeprecated=false
from __future__ import annotations
"""


def methods(package: Path) -> Iterator[tuple[str, ast.FunctionDef, str]]:
    """Name, code and example of each synchronous method of a package's resources."""
    for path in sorted((package / "resources").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for owner in (node for node in tree.body if isinstance(node, ast.ClassDef)):
            for method in owner.body:
                if isinstance(method, ast.FunctionDef):
                    docs = ast.get_docstring(method) or ""
                    example = textwrap.dedent(docs.partition("\nExample:\n")[2])
                    if example:
                        yield f"{owner.name}_{method.name}", method, example


def client_of(package: Path) -> str:
    """The name of the synchronous client."""
    tree = ast.parse((package / "_client.py").read_text("utf-8"))
    (name,) = [
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        and "SyncClient" in map(ast.unparse, node.bases)
    ]
    return name


def write_examples(package: Path) -> int:
    """Put a package's examples into a module of it, each a function, and count them."""
    client = client_of(package)
    found = [*methods(package)]
    functions = (
        f"\ndef {name}(client: {client}) -> None:\n{textwrap.indent(example, '    ')}\n"
        for name, _, example in found
    )
    shown = (line for path, line in SHOWN.items() if (package / path).is_file())
    imports = f"from ._client import {client}\n{''.join(shown)}"
    (package / MODULE).write_text(HEAD + imports + "".join(functions), "utf-8")
    return len(found)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The committed package and those of all cases in one tree with one runtime."""
    root = tmp_path_factory.mktemp("tree")
    made = root / "made"
    shutil.copytree(SDK, made / SDK.name)
    packages = [made / SDK.name]
    for path in sorted((*CASES.glob("*/*/spec.yaml"), *CASES.glob("*/*/openapi.yaml"))):
        name = f"{path.parent.parent.name}_{path.parent.name}"
        source = path if path.name == "spec.yaml" else path.parent
        request = RunOptions(source=source, package=name, out=made / name)
        run = Run(Progress())
        try:
            pipeline.generate(config.read(request, run.notebook), run)
        except Failed:
            continue
        packages.append(made / name / name)
    for package in packages:
        write_examples(package)
        merged_tree.join(package, root)
    return root, [package.name for package in packages]


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_take_every_example(
    tree: tuple[Path, list[str]], checker: str
) -> None:
    root, names = tree
    modules = [f"{merged_tree.TREE}/{name}/{MODULE}" for name in names]
    strict = {"include": modules, "typeCheckingMode": "strict"}
    (root / "pyrightconfig.json").write_text(json.dumps(strict), "utf-8")
    arguments = {
        "mypy": ["--strict", "--config-file", "", *modules],
        "pyright": ["--pythonpath", sys.executable],
    }
    done = subprocess.run(
        [sys.executable, "-m", checker, *arguments[checker]],
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode in {0, 1}, done.stderr
    lines = done.stdout.splitlines()
    assert [line for line in lines if MODULE in line and "error" in line] == []


def sent(method: ast.FunctionDef) -> set[str]:
    """The arguments that a method makes its request's body of."""
    calls = [node for node in ast.walk(method) if isinstance(node, ast.Call)]
    bodies = [
        node
        for call in calls
        if ast.unparse(call.func) == "self._session.send"
        for node in call.args[2:3]
    ]
    nodes = [node for body in bodies for node in ast.walk(body)]
    return {node.id for node in nodes if isinstance(node, ast.Name)}


def bodiless(package: Path) -> Iterator[str]:
    """The methods that are called for a body, which their examples haven't."""
    for name, method, example in methods(package):
        docs = ast.get_docstring(method) or ""
        if re.search("^`(POST|PUT|PATCH) ", docs, re.MULTILINE) and sent(method):
            calls = [n for n in ast.walk(ast.parse(example)) if isinstance(n, ast.Call)]
            passed = {one.arg for call in calls for one in call.keywords}
            if not passed & sent(method):
                yield name


def test_no_example_of_a_writing_call_lacks_its_body(
    tree: tuple[Path, list[str]],
) -> None:
    root, names = tree
    packages = [root / merged_tree.TREE / name for name in names]
    assert [each for package in packages for each in bodiless(package)] == []
