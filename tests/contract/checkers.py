"""Type checkers over generated packages and their use, as strict as they can be."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from both_clients import run

# `tests/sdk/test_types.py` has all of it checked.
INTERCOM = Path(__file__).parents[2] / "generated" / "intercom" / "python"
RUNTIME = INTERCOM / "intercom_sdk" / "_runtime"


def mypy_lines(folder: Path, *arguments: str) -> set[tuple[str, int]]:
    """The lines that mypy objects to, by file.

    Args:
        folder: Where it is run.
        arguments: Files, or options such as `-p`.
    """
    found = run(folder, "mypy", "--strict", *arguments)
    assert found.strip(), "mypy said nothing"
    rows = [line.split(":") for line in found.splitlines() if ": error:" in line]
    assert rows or found.startswith("Success"), found
    return {(row[0], int(row[1])) for row in rows}


def pyright_lines(folder: Path, *names: str, **rules: bool) -> set[tuple[str, int]]:
    """The lines that pyright objects to, by file.

    Args:
        folder: Where it is run.
        names: Files and folders. Modules of the runtime that are checked elsewhere, as the very
            same text, are read and not checked again: they are most of a package.
    """
    files = [file for name in names for file in _unchecked(folder, name)]
    project = {"include": files, "typeCheckingMode": "strict", **rules}
    (folder / "pyrightconfig.json").write_text(json.dumps(project))
    command = ("pyright", "--pythonpath", sys.executable, "--outputjson")
    report = json.loads(run(folder, *command))
    assert report["summary"]["filesAnalyzed"] == len(files)
    return {
        (
            Path(one["file"]).relative_to(folder).as_posix(),
            one["range"]["start"]["line"] + 1,
        )
        for one in report["generalDiagnostics"]
    }


def _unchecked(folder: Path, name: str) -> list[str]:
    path = folder / name
    files = [path] if path.is_file() else sorted(path.rglob("*.py"))
    assert files, f"{name} isn't there"
    return [
        file.relative_to(folder).as_posix() for file in files if not _is_checked(file)
    ]


def _is_checked(file: Path) -> bool:
    _, found, rest = file.as_posix().rpartition("/_runtime/")
    twin = RUNTIME / rest
    return bool(found) and twin.is_file() and twin.read_bytes() == file.read_bytes()
