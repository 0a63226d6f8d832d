"""The workflows run what the Makefile has, on the Pythons that are supported, with few rights."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".github" / "workflows"
PATHS = sorted(FOLDER.iterdir())
# A major version or a commit; `release/v1` is the branch that PyPA publishes for this.
PINNED = re.compile(r"[\w-]+/[\w-]+@(v\d+|release/v\d+|[0-9a-f]{40})|\./\.github/.+")


def workflow(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in workflow(path)["jobs"].values():
        yield from job.get("steps", [job])


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_it_calls_targets_that_exist(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    commands = "\n".join(step.get("run", "") for step in steps(path))
    named = re.findall(r"^make ([a-z-]+)", commands, re.MULTILINE)
    assert named
    assert {*named} <= targets


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_rights_are_few(path: Path) -> None:
    for step in steps(path):
        if "uses" in step:
            assert PINNED.fullmatch(step["uses"]), step["uses"]
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
    assert workflow(path)["permissions"] == {"contents": "read"}


def test_only_publishing_may_sign() -> None:
    jobs = workflow(FOLDER / "release.yml")["jobs"]
    rights = {
        name: job["permissions"] for name, job in jobs.items() if "permissions" in job
    }
    assert rights == {"publish": {"id-token": "write"}}
    assert "test" in jobs["publish"]["needs"]


def test_each_supported_python_is_tested_on_each_system() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pythons = [*project["tool"]["tox"]["env_list"], "3.14t"]
    jobs = workflow(FOLDER / "test.yml")["jobs"]
    matrix = jobs["test"]["strategy"]["matrix"]
    assert matrix["os"] == ["ubuntu-latest", "macos-latest"]
    assert matrix["python"] == pythons
    assert jobs["test-windows"]["runs-on"] == "windows-latest"
    assert jobs["test-windows"]["strategy"]["matrix"]["python"] == pythons
