"""A run takes what an earlier one has made where all inputs are the same, and nowhere else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import exit_codes
from generator.cache import drafts, formatted
from generator.emit.files import File
from generator.emit.layout import format
from tests.unit.cache.generating import NOTE, OUT, SDK, SPLIT, Generate, edit_document
from tests.unit.emit.trees import tree
from tests.unit.tiny_document import FAULTY

ROOT = Path(__file__).parents[3]
OVERLAY = """\
overlay: 1.0.0
info: {title: Fixes, version: "1"}
actions: [{target: $.info, update: {title: Other}}]
"""


def touch(shop: Path) -> None:
    """Dates are no content."""
    for path in shop.iterdir():
        os.utime(path, (1, 1))


def rewrite(shop: Path) -> None:
    """A file that is replaced by an equal one, as editors and version control do."""
    for path in shop.iterdir():
        new = path.with_name("new")
        new.write_bytes(path.read_bytes())
        new.replace(path)


def add_a_file_nobody_reads(shop: Path) -> None:
    (shop / "README.md").write_text("About it.")


def comment_an_option(shop: Path) -> None:
    (shop / "sdk.toml").write_text(f"{SDK}# The same options.\n")


@pytest.mark.parametrize(
    "change", [touch, rewrite, add_a_file_nobody_reads, comment_an_option]
)
def test_equal_inputs_are_known(
    shop: Path, generate: Generate, change: Callable[[Path], None]
) -> None:
    assert not generate().is_known
    before = tree(OUT)
    change(shop)
    again = generate()
    assert again.is_known
    assert "nothing changed" in again.out
    assert tree(OUT) == before


def edit_referenced_file(shop: Path) -> None:
    (shop / "note.yaml").write_text(NOTE.replace("body", "text"))


def link_referenced_file(shop: Path) -> None:
    (shop / "note.yaml").rename(shop / "other.yaml")
    (shop / "note.yaml").symlink_to("other.yaml")


def add_overlay(shop: Path) -> None:
    (shop / "overlay.yaml").write_text(OVERLAY)


def edit_options(shop: Path) -> None:
    (shop / "sdk.toml").write_text(SDK.replace("tiny", "small"))


def remove_options(shop: Path) -> None:
    (shop / "sdk.toml").unlink()


@pytest.mark.parametrize(
    "change",
    [
        edit_document,
        edit_referenced_file,
        link_referenced_file,
        add_overlay,
        edit_options,
        remove_options,
    ],
)
def test_each_changed_input_is_noticed(
    shop: Path, generate: Generate, change: Callable[[Path], None], tmp_path: Path
) -> None:
    generate()
    change(shop)
    assert not generate().is_known
    made = tree(OUT)
    assert generate().is_known
    assert not generate("shop", "--no-cache", "--out", "fresh").is_known
    assert tree(tmp_path / "fresh") == made


def test_an_overlay_that_changes_is_noticed(shop: Path, generate: Generate) -> None:
    own, given = shop / "overlay.yaml", Path("more.yaml")
    for path in (own, given):
        path.write_text(OVERLAY)
    arguments = ("shop", "--overlay", "more.yaml")
    generate(*arguments)
    assert generate(*arguments).is_known
    for path in (own, given):
        path.write_text(OVERLAY.replace("Other", "Another"))
        assert not generate(*arguments).is_known
        assert generate(*arguments).is_known
    own.unlink()
    assert not generate(*arguments).is_known


def test_a_file_that_appears_is_noticed(shop: Path, generate: Generate) -> None:
    arguments = ("shop", "--lenient")
    generate(*arguments)
    (shop / "note.yaml").unlink()
    assert generate(*arguments).code == exit_codes.FAILED
    text = SPLIT.replace("default:", '"201": {$ref: gone.yaml}\n        default:')
    (shop / "note.yaml").write_text(NOTE)
    (shop / "openapi.yaml").write_text(text)
    dangling = generate(*arguments)
    assert dangling.report == generate(*arguments).report
    (shop / "gone.yaml").write_text("description: It is there.\n")
    found = generate(*arguments)
    assert not found.is_known
    assert found.report != dangling.report


@pytest.mark.parametrize(
    "options",
    [("--lenient",), ("--package", "tiny_sdk"), ("--target", "json"), ("--strict",)],
)
def test_options_are_inputs(
    shop: Path, generate: Generate, options: tuple[str, ...]
) -> None:
    generate()
    is_default = options == ("--strict",)
    assert generate("shop", *options).is_known is is_default
    assert generate("shop", *options).is_known


def test_another_generator_takes_nothing(
    generate: Generate, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate()
    for each in (drafts, formatted):
        monkeypatch.setattr(each, "fingerprint", lambda: "another")
    assert not generate().is_known
    assert generate().is_known


def test_another_working_folder_names_other_places(
    shop: Path, generate: Generate, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(str(shop), "--out", str(shop.parent / "out"))
    monkeypatch.chdir(shop)
    assert not generate(str(shop), "--out", str(shop.parent / "out")).is_known


@pytest.mark.parametrize("limit", [1, 50])
def test_a_known_run_reports_and_ends_as_the_first(
    shop: Path, generate: Generate, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.pipeline.MAX_FINDINGS", limit)
    text = FAULTY.replace("schema: {type: object", "schema: {type: object, minimun: 1")
    (shop / "openapi.yaml").write_text(text.replace("/notes/{id}", "/notes/{id}/{x}"))
    generate("shop", "--lenient")
    first = generate("shop", "--lenient", "--no-cache")
    again = generate("shop", "--lenient")
    assert again.is_known
    assert again.code == exit_codes.REPAIRED
    assert again.report == first.report
    assert re.search(r"openapi\.yaml:\d+:\d+\n +\d+ \|", again.err)


def test_a_failed_run_fails_again(shop: Path, generate: Generate) -> None:
    (shop / "openapi.yaml").write_text(FAULTY)
    first = generate()
    assert first.code == exit_codes.FAILED
    assert generate().report == first.report


def test_no_cache_neither_takes_nor_keeps(generate: Generate, tmp_path: Path) -> None:
    generate("shop", "--no-cache")
    assert not (tmp_path / "cache").exists()
    generate()
    assert not generate("shop", "--no-cache").is_known


def test_a_file_that_changes_alone_is_formatted_alone(
    shop: Path, generate: Generate, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate()
    formats: list[str] = []

    def note(file: File) -> File:
        formats.append(file.path)
        return finish_one(file)

    finish_one = format.finish_one
    monkeypatch.setattr(format, "finish_one", note)
    monkeypatch.setattr(format, "_WORTH_A_PROCESS", 10**9)
    edit_document(shop)
    assert not generate().is_known
    assert formats == ["shop/resources/notes.py"]


def test_damaged_entries_are_made_anew(generate: Generate, tmp_path: Path) -> None:
    generate()
    before = tree(OUT)
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3])
    shutil.rmtree(OUT)
    assert not generate().is_known
    assert tree(OUT) == before
    assert generate().is_known


@pytest.mark.slow
def test_parallel_runs_share_the_cache(shop: Path, generate: Generate) -> None:
    command = [sys.executable, "-m", "generator", "generate", "shop", "--out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.Popen(
            [*command, f"out{number}"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for number in range(3)
    ]
    for run in runs:
        _, errors = run.communicate(timeout=120)
        assert (run.returncode, errors) == (exit_codes.COMPLETE, b"")
    assert generate().is_known
    assert all(tree(Path(f"out{number}")) == tree(OUT) for number in range(3))
