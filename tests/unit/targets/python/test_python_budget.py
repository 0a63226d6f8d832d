"""What generated code costs its reader: lines for each method of the Intercom SDK."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.emit.layout.format import finish
from generator.pipeline import Run
from generator.progress import Progress
from generator.targets import python
from generator.targets.python import render

SPEC = Path(__file__).parents[4] / "spec" / "intercom"
# Synchronous and asynchronous methods, declarations and imports together, every line counted. A
# method of contacts, companies or tickets takes three to four arguments in the mean; `reply` and
# `manage` of conversations have eight overloads, and a method for each kind of their bodies.
MOST = 77


@cache
def generated() -> dict[str, str]:
    """The files and their texts."""
    settled = config.read(RunOptions(source=SPEC), Notebook())
    run = Run(Progress())
    api = pipeline.build_api(settled, run)
    options = next(
        o.options for o in settled.outputs if isinstance(o.options, python.Options)
    )
    made = finish(render(api, options, run.notebook))
    return {file.path: file.data.decode() for file in made.files}


def methods(text: str) -> int:
    """How many methods the synchronous classes of a module have, overloads not counted."""
    return sum(
        isinstance(member, ast.FunctionDef) and not member.decorator_list
        for node in ast.parse(text).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("Async")
        for member in node.body
    )


def test_a_method_is_short() -> None:
    texts = [
        text
        for path, text in generated().items()
        if path.startswith("intercom_sdk/resources/")
    ]
    lines = sum(len(text.splitlines()) for text in texts)
    assert lines / sum(map(methods, texts)) <= MOST


def test_docstrings_of_asynchronous_methods_are_short() -> None:
    files = generated()
    for path, text in files.items():
        if path.startswith("intercom_sdk/resources/"):
            for docs in docstrings(text.partition("\nclass Async")[2]):
                assert docs.count("\n") <= 2, path


def docstrings(text: str) -> list[str]:
    return text.split('"""')[1::2]


def test_checkers_are_never_silenced() -> None:
    files = generated()
    own = {path: text for path, text in files.items() if "_runtime/" not in path}
    for path, text in own.items():
        assert "type: ignore" not in text, path
        assert "noqa" not in text, path
