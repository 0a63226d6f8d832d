"""The type checkers' verdicts on the generated package."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import environments

ROOT = Path(__file__).parents[2]
SDK = ROOT / "generated" / "intercom" / "python"


def run(
    *command: str, cwd: Path = SDK, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **(environment or {})},
    )


def test_mypy_strict() -> None:
    done = run("mypy", "--strict", "-p", "intercom_sdk")
    assert done.returncode == 0, done.stdout


def test_pyright_strict(tmp_path: Path) -> None:
    # pyright passes over an absolute path outside its project in silence: a copy is the project.
    shutil.copytree(SDK / "intercom_sdk", tmp_path / "intercom_sdk")
    project = {"include": ["intercom_sdk"], "typeCheckingMode": "strict"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(project))
    done = run("pyright", "--pythonpath", sys.executable, "--outputjson", cwd=tmp_path)
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] > 50
    assert report["generalDiagnostics"] == []


def test_every_public_symbol_has_a_known_type(tmp_path: Path) -> None:
    # pyright takes the environment whose python is the first on the path.
    python, site = environments.bare(tmp_path / "env")
    (site / "intercom_sdk").symlink_to(SDK / "intercom_sdk")
    activated = {"PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
    command = [
        "pyright",
        "--outputjson",
        "--ignoreexternal",
        "--verifytypes",
        "intercom_sdk",
    ]
    done = run(*command, cwd=tmp_path, environment=activated)
    report = json.loads(done.stdout)["typeCompleteness"]
    symbols = [symbol for symbol in report["symbols"] if symbol["isExported"]]
    assert symbols
    assert [symbol["name"] for symbol in symbols if not symbol["isTypeKnown"]] == []
    assert report["completenessScore"] == 1


def test_no_escape_hatches() -> None:
    own = [path for path in SDK.rglob("*.py") if "_runtime" not in path.parts]
    assert own
    for path in own:
        text = path.read_text("utf-8")
        assert "type: ignore" not in text, path
