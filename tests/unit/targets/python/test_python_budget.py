"""What generated code costs its reader: lines for each endpoint of the Intercom SDK."""

from __future__ import annotations

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
# Synchronous and asynchronous methods, declarations and imports together, every line counted.
MOST = 60


@cache
def generated() -> tuple[int, dict[str, str]]:
    """How many endpoints there are, and the files."""
    settled = config.read(RunOptions(source=SPEC), Notebook())
    run = Run(Progress())
    api = pipeline.build_api(settled, run)
    options = next(
        o.options for o in settled.outputs if isinstance(o.options, python.Options)
    )
    made = finish(render(api, options, run.notebook))
    return len(api.operations), {file.path: file.data.decode() for file in made.files}


def lines_per_endpoint(*folders: str) -> float:
    endpoints, files = generated()
    lines = sum(
        1
        for path, text in files.items()
        if path.startswith(tuple(f"intercom_sdk/{folder}/" for folder in folders))
        for _ in text.splitlines()
    )
    return lines / endpoints


def test_an_endpoint_is_short() -> None:
    assert lines_per_endpoint("resources") <= MOST


def test_docstrings_of_asynchronous_methods_are_short() -> None:
    _, files = generated()
    for path, text in files.items():
        if path.startswith("intercom_sdk/resources/"):
            for docs in docstrings(text.partition("\nclass Async")[2]):
                assert docs.count("\n") <= 2, path


def docstrings(text: str) -> list[str]:
    return text.split('"""')[1::2]


def test_checkers_are_never_silenced() -> None:
    _, files = generated()
    own = {path: text for path, text in files.items() if "_runtime/" not in path}
    for path, text in own.items():
        assert "type: ignore" not in text, path
        assert "noqa" not in text, path
        assert "@overload" not in text, path
