"""`generated/` is what a fresh run makes, whatever the hash seed and the folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file's bytes by its path in the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_a_fresh_run_makes_the_same_bytes(seed: str, tmp_path: Path) -> None:
    spec = tmp_path / "elsewhere" / "intercom"
    shutil.copytree(ROOT / "spec" / "intercom", spec)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "generator",
            "generate",
            str(spec),
            "--out",
            str(tmp_path / "out"),
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    for target in ("python", "json"):
        fresh = contents(tmp_path / "out" / target)
        committed = contents(ROOT / "generated" / "intercom" / target)
        assert fresh.keys() == committed.keys()
        assert [path for path in fresh if fresh[path] != committed[path]] == []


def test_a_second_run_changes_nothing_and_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "generate", "spec/intercom"]
    done = subprocess.run(
        [*command, "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
