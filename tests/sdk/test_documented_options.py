"""The options of sdk.toml that spec/README.md shows do what it says."""

from __future__ import annotations

import importlib
import shutil
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from generator import cli, exit_codes

SPEC = Path(__file__).parents[2] / "spec"
COMMAND = "from .resources.notes import Notes\n\n\ndef main() -> str:\n    return Notes.__name__\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like that of Intercom, with the options and a command."""
    monkeypatch.chdir(tmp_path)
    (shown,) = markdown.blocks(SPEC / "README.md", "toml")
    copied = Path(shutil.copytree(SPEC / "intercom", tmp_path / "shop"))
    (copied / "extensions").mkdir(exist_ok=True)
    (copied / "extensions" / "cli.py").write_text(COMMAND, "utf-8")
    names = 'package = "documented_sdk"\nlicense_file = "LICENSE"\n'
    options = shown.replace("[python]\n", f"[python]\n{names}")
    options = options.replace("intercom_sdk", "documented_sdk")
    (copied / "sdk.toml").write_text(options, "utf-8")
    return copied


def test_extras_and_commands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = folder.parent / "out"
    command = ["generate", str(folder), "--target", "python", "--out", str(out)]
    assert cli.main(command) == exit_codes.COMPLETE
    home = next(out.rglob("pyproject.toml")).parent
    project = tomllib.loads((home / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["optional-dependencies"]["mirror"] == ["rich>=14,<16"]
    ((name, function),) = project["scripts"].items()
    monkeypatch.syspath_prepend(home)
    assert (name, EntryPoint(name, function, "console_scripts").load()()) == (
        "notes",
        "Notes",
    )
    shown = (home / "README.md").read_text("utf-8")
    for text in (
        f'`pip install "{project["name"]}[mirror]"`',
        f"Its commands are `{name}`.",
    ):
        assert text in shown
    assert importlib.import_module("documented_sdk")


def test_notes_of_the_lint_are_errors(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["validate", str(folder), "--lint"]
    assert cli.main(command) == exit_codes.COMPLETE
    path = folder / "notes.yaml"
    path.write_text(
        yaml.safe_dump(_without_examples(yaml.safe_load(path.read_text("utf-8")))),
        "utf-8",
    )
    capsys.readouterr()
    assert cli.main(command) == exit_codes.FAILED
    assert "error[example-missing]" in capsys.readouterr().out


def _without_examples(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {
            key: one for key, one in value.items() if key not in {"example", "examples"}
        }
        return {key: _without_examples(one) for key, one in kept.items()}
    return (
        [_without_examples(one) for one in value] if isinstance(value, list) else value
    )
