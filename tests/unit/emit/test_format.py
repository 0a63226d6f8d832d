"""Formatting is black's, in one process or several, and never configured from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import background
from generator.emit.files import File, FileSet
from generator.emit.layout import format

NAMES = [f"name_{number}" for number in range(12)]
LOOSE = f"from somewhere import {', '.join(NAMES)}\n"
TIDY = (
    f"from somewhere import (\n{''.join(f'    {name},{chr(10)}' for name in NAMES)})\n"
)


def several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every line worth a process of its own."""
    monkeypatch.setattr(format, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(background, "processors", lambda: 3)


def test_only_python_is_formatted() -> None:
    files = FileSet((File("a.py", LOOSE), File("b.md", LOOSE), File("c.bin", b"\xff")))
    seen: list[int] = []
    done = format.finish(files, lambda: seen.append(1))
    assert [file.text for file in done.files] == [TIDY, LOOSE, b"\xff"]
    assert len(seen) == 1


def test_formatted_files_are_compiled_alone() -> None:
    assert format.finish_one(File("a.py", LOOSE, is_formatted=True)).text == LOOSE
    with pytest.raises(format.Broken, match=r"^a\.py: "):
        format.finish_one(File("a.py", "def", is_formatted=True))


def test_configuration_around_has_no_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.black]\nline-length = 20\n")
    monkeypatch.chdir(tmp_path)
    line = "value = some_function(argument, another_argument)\n"
    assert format.finish_one(File("a.py", line)).text == line


def test_many_files_are_formatted_by_several_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    several_processes(monkeypatch)
    files = FileSet(tuple(File(f"m{number}.py", LOOSE) for number in range(5)))
    seen: list[int] = []
    done = format.finish(files, lambda: seen.append(1))
    assert len(seen) == 5
    assert [file.path for file in done.files] == [
        f"m{number}.py" for number in range(5)
    ]
    assert {file.text for file in done.files} == {TIDY}


def test_fault_in_another_process_names_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    several_processes(monkeypatch)
    files = FileSet((File("good.py", LOOSE), File("bad.py", "def")))
    with pytest.raises(format.Broken, match=r"^bad\.py: "):
        format.finish(files)
