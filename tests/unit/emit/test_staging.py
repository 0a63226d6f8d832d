"""Staging: a run that is killed, interrupted or refused leaves the old tree or the new one."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.diagnostics import Failed, Notebook
from generator.emit.write import write
from generator.emit.write.staging import Staging
from tests.unit.emit.trees import NEW, OLD, files, put, tree, written


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "generated" / "shop" / "python"


def run_and_die(folder: Path, step: str, *, exchanges: bool) -> int:
    """Write `NEW` in a process of its own, which kills itself at a step."""
    program = """
import os, signal, sys
from pathlib import Path
from generator.diagnostics import Notebook
from generator.emit.write import staging, write
from tests.unit.emit.trees import NEW, files
folder, step, exchanges = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "True"
def die(taken):
    if taken == step:
        os.kill(os.getpid(), signal.SIGKILL)
notebook = Notebook()
change = write.plan(files(NEW), folder, notebook)
if exchanges:
    write.apply([change], notebook, die)
else:
    with staging.Staging(folder, exchange=lambda one, other: False) as stage:
        stage.fill(change, die)
        stage.swap(die)
"""
    command = [sys.executable, "-c", program, str(folder), step, str(exchanges)]
    root = Path(__file__).parents[3]
    return subprocess.run(command, check=False, cwd=root).returncode


@pytest.mark.parametrize(
    "step", ["written pkg/__init__.py", "written MANIFEST", "filled", "swapped"]
)
def test_killed_run_leaves_the_old_tree_or_the_new(step: str, out: Path) -> None:
    put(OLD, out)
    assert run_and_die(out, step, exchanges=True) == -signal.SIGKILL
    assert tree(out) == written(NEW if step == "swapped" else OLD)
    assert put(NEW, out) == []
    assert tree(out) == written(NEW)
    assert [path.name for path in out.parent.iterdir()] == ["python"]


@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        ("filled", OLD),
        ("ready", NEW),
        ("moved README.md", NEW),
        ("moved pkg/__init__.py", NEW),
        ("moved pkg/sub/more.py", NEW),
        ("swapped", NEW),
    ],
)
def test_killed_run_is_completed_where_folders_cannot_be_exchanged(
    step: str, outcome: dict[str, str], out: Path
) -> None:
    put(OLD | {"README.md": "Before\n"}, out)
    (out / "NOTES.txt").write_text("mine")
    assert run_and_die(out, step, exchanges=False) == -signal.SIGKILL
    write.recover(out, Notebook())
    expected = written(outcome if outcome is NEW else OLD | {"README.md": "Before\n"})
    assert tree(out) == expected | {"NOTES.txt": b"mine"}
    assert [path.name for path in out.parent.iterdir()] == ["python"]


def test_folder_in_use_is_kept_and_its_files_are_moved(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(OLD, out)
    monkeypatch.chdir(out)
    inode = out.stat().st_ino
    put(NEW, out)
    assert tree(out) == written(NEW)
    assert out.stat().st_ino == inode


def test_two_runs_do_not_write_one_folder(out: Path) -> None:
    put(OLD, out)
    with Staging(out):
        notebook = Notebook()
        with pytest.raises(Failed):
            write.recover(out, notebook)
        assert [finding.code for finding in notebook.findings] == ["output-busy"]
    assert tree(out) == written(OLD)


def test_one_refused_folder_keeps_all_as_they_were(tmp_path: Path) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    put(OLD, good)
    put(OLD, bad)
    notebook = Notebook()
    changes = [write.plan(files(NEW), folder, notebook) for folder in (good, bad)]
    with Staging(bad), pytest.raises(Failed):
        write.apply(changes, notebook)
    assert tree(good) == tree(bad) == written(OLD)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad", "good"]


def test_interrupt_leaves_the_old_tree_and_nothing_else(out: Path) -> None:
    put(OLD, out)
    notebook = Notebook()
    change = write.plan(files(NEW), out, notebook)

    def interrupt(step: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write.apply([change], notebook, interrupt)
    assert tree(out) == written(OLD)
    assert [path.name for path in out.parent.iterdir()] == ["python"]
