"""`help`, `inspect.signature` and `typing.get_type_hints` work for everything public."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress

HERE = Path(__file__).parent
CASES = HERE.parent / "cases"
GENERATED = HERE.parents[1] / "generated" / "intercom" / "python"
# What forms of annotations there are: lazily loaded modules, aliases, unions, streams, pages.
SHAPES = [
    "bodies/encodings",
    "bodies/forms",
    "clients/jobs",
    "clients/paging",
    "documents/tree",
    "models/fields",
    "names/collisions",
    "responses/ranges",
    "responses/streams",
    "types/recursion",
    "unions/strategies",
]


def look(folder: Path, package: str) -> str:
    command = [sys.executable, HERE / "introspection.py", folder, package]
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def check(said: str) -> None:
    *faults, summary = said.splitlines()
    assert faults == []
    looked_at = int(summary.split()[0])
    assert looked_at > 100


def test_intercom() -> None:
    check(look(GENERATED, "intercom_sdk"))


@pytest.mark.parametrize("case", SHAPES)
def test_cases(case: str, tmp_path: Path) -> None:
    package = case.replace("/", "_")
    folder = CASES / case
    single = folder / "spec.yaml"
    source = single if single.exists() else folder
    wanted = RunOptions(source=source, package=package, out=tmp_path)
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    check(look(tmp_path, package))


def test_what_is_missing_is_found(tmp_path: Path) -> None:
    package = tmp_path / "odd"
    (package / "resources").mkdir(parents=True)
    (package / "resources" / "__init__.py").write_text("")
    (package / "resources" / "one.py").write_text(
        "from __future__ import annotations\n\nclass One:\n"
        "    def get(self) -> Missing: ...\n"
    )
    (package / "__init__.py").write_text("")
    said = look(tmp_path, "odd")
    assert "hints of odd.resources.one.One.get: NameError" in said
    assert "signature of odd.resources.one.One.get: NameError" in said
