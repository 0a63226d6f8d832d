"""A target is a value, and its module a line of one tuple: nothing else has to know of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Failed, Notebook, Place
from generator.emit.files import File, FileSet
from generator.ir.api import Api
from generator.pipeline import Run
from generator.progress import Progress
from generator.sdk_toml import Section
from generator.targets import registry
from generator.targets.target_kind import Defaults, Target


class Options(msgspec.Struct, frozen=True):
    title: str


def read_options(section: Section, defaults: Defaults) -> Options:
    title = section.string("title", defaults.name, lambda title: "")
    section.close()
    return Options(title)


def render(api: Api, options: Options, notebook: Notebook) -> FileSet:
    paths = sorted({operation.path.template for operation in api.operations})
    return FileSet((File("paths.txt", "\n".join([options.title, *paths, ""])),))


def note(api: Api, options: Options, notebook: Notebook) -> None:
    notebook.write("content-undecoded", f"{len(api.operations)} paths", Place("", ""))


TINY = Target("paths", read_options, render, note)
DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /things: {get: {responses: {"204": {description: None}}}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    module = ModuleType("paths")
    vars(module)["TARGET"] = TINY
    monkeypatch.setitem(sys.modules, "paths", module)
    monkeypatch.setattr(registry, "MODULES", (*registry.MODULES, "paths"))
    spec = tmp_path / "shop"
    spec.mkdir()
    (spec / "openapi.yaml").write_text(DOCUMENT, "utf-8")
    return spec


def generate(folder: Path, run: Run, toml: str) -> str:
    (folder / "sdk.toml").write_text(toml, "utf-8")
    out = folder.parent / "out"
    options = RunOptions(source=folder, out=out, targets=("paths",))
    pipeline.generate(config.read(options, run.notebook), run)
    return (out / "paths.txt").read_text("utf-8")


def test_a_target_is_one_value(folder: Path) -> None:
    run = Run(Progress())
    assert generate(folder, run, "") == "shop\n/things\n"
    assert generate(folder, run, '[paths]\ntitle = "All"\n') == "All\n/things\n"
    with pytest.raises(Failed):
        generate(folder, run, '[paths]\ntitel = "All"\n')


def test_it_notes_what_it_would(folder: Path) -> None:
    run = Run(Progress())
    options = RunOptions(source=folder, targets=("paths",))
    pipeline.validate(config.read(options, run.notebook), run)
    assert "1 paths" in [one.message for one in run.notebook.findings]


GENERATOR = Path("generator")


def test_a_target_touches_one_line_outside_its_folder() -> None:
    named = re.compile(r"targets\.python\b")
    lines = [
        f"{path.name}: {line.strip()}"
        for path in GENERATOR.rglob("*.py")
        if GENERATOR / "targets" / "python" not in path.parents
        for line in path.read_text("utf-8").splitlines()
        if named.search(line)
    ]
    # The command line checks the name of `--package`, which is this target's own option.
    assert [line for line in lines if not line.startswith("arguments.py")] == [
        'registry.py: "generator.targets.python",'
    ]


def test_targets_are_called_as_their_modules() -> None:
    assert [registry.load(module).name for module in registry.MODULES] == (
        registry.names()
    )


def test_the_start_loads_no_target() -> None:
    program = (
        "import sys, generator.cli; print('generator.targets.python' in sys.modules)"
    )
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
