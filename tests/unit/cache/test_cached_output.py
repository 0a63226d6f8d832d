"""What is on disk is compared with what it should be, whatever an earlier run has made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import exit_codes
from tests.unit.cache.generating import OUT, Generate, edit_document
from tests.unit.emit.trees import tree


def edit_output() -> None:
    path = OUT / "README.md"
    path.write_text(f"{path.read_text('utf-8')}\nBy hand.\n", "utf-8")


def edit_manifest() -> None:
    path = OUT / "MANIFEST"
    path.write_text(path.read_text("utf-8").replace("a", "b"), "utf-8")


def remove_output_file() -> None:
    (OUT / "README.md").unlink()


def remove_manifest() -> None:
    shutil.rmtree(OUT / "shop")
    for path in OUT.iterdir():
        path.unlink()


def remove_output() -> None:
    shutil.rmtree(OUT)


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (edit_output, "output-edited"),
        (edit_manifest, ""),
        (remove_output_file, ""),
        (remove_manifest, ""),
        (remove_output, ""),
    ],
)
def test_output_is_compared_although_nothing_else_changed(
    generate: Generate, change: Callable[[], None], finding: str
) -> None:
    generate()
    before = tree(OUT)
    change()
    assert generate("shop", "--check").code == exit_codes.FAILED
    again = generate()
    assert again.is_known
    assert "written" in again.out
    assert finding in again.err
    assert tree(OUT) == before
    assert "nothing changed" in generate().out


def test_a_file_that_is_not_ours_is_left_alone(generate: Generate) -> None:
    generate()
    (OUT / "notes.txt").write_text("somebody's")
    again = generate()
    assert (again.is_known, "nothing changed" in again.out) == (True, True)
    assert (OUT / "notes.txt").read_text() == "somebody's"


def test_another_folder_gets_the_same_files(generate: Generate) -> None:
    generate()
    elsewhere = generate("shop", "--out", "elsewhere")
    assert elsewhere.is_known
    assert tree(Path("elsewhere")) == tree(OUT)


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_comparing_takes_what_is_known(
    shop: Path, generate: Generate, option: str
) -> None:
    generate()
    assert generate("shop", option).code == exit_codes.COMPLETE
    edit_document(shop)
    fresh = generate("shop", option, "--no-cache")
    assert fresh.code == exit_codes.FAILED
    for _ in range(2):
        assert generate("shop", option).report == fresh.report
