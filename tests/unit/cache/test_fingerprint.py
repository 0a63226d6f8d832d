"""What shapes the output beside a document: whatever changes of it is another fingerprint."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cache import fingerprint
from generator.cache.fingerprint import digest, libraries


def add(folder: Path) -> None:
    (folder / "more.py").write_text("")


def edit(folder: Path) -> None:
    (folder / "views" / "one.py").write_text("2")


def edit_template(folder: Path) -> None:
    (folder / "views" / "one.jinja").write_text("b")


def remove(folder: Path) -> None:
    (folder / "views" / "one.jinja").unlink()


def rename(folder: Path) -> None:
    (folder / "views" / "one.py").rename(folder / "views" / "two.py")


def move_text(folder: Path) -> None:
    (folder / "views" / "one.py").write_text("1a")
    (folder / "views" / "one.jinja").write_text("")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "views").mkdir()
    (tmp_path / "views" / "one.py").write_text("1")
    (tmp_path / "views" / "one.jinja").write_text("a")
    return tmp_path


@pytest.mark.parametrize(
    "change", [add, edit, edit_template, remove, rename, move_text]
)
def test_each_file_counts(package: Path, change: Callable[[Path], None]) -> None:
    before = digest([package], ["black-1"])
    change(package)
    assert digest([package], ["black-1"]) != before


def test_byte_code_does_not_count(package: Path) -> None:
    before = digest([package], [])
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "one.cpython-311.pyc").write_bytes(b"1")
    assert digest([package], []) == before


def test_each_version_of_a_library_counts(package: Path) -> None:
    assert digest([package], ["black-1", "jinja2-1"]) != digest([package], ["black-2"])


def test_libraries_are_found_with_their_versions(tmp_path: Path) -> None:
    for name in ("black-26.1.dist-info", "black", "jinja2-3.dist-info"):
        (tmp_path / name).mkdir()
    path = [str(tmp_path), str(tmp_path / "missing")]
    assert libraries(path) == ["black-26.1", "jinja2-3"]


def test_what_is_installed_here_is_among_them() -> None:
    names = {name.rpartition("-")[0] for name in libraries(sys.path)}
    assert names >= {"black", "jinja2", "jsonschema_rs", "msgspec", "pyyaml"}
    assert len(fingerprint.fingerprint()) == 64
