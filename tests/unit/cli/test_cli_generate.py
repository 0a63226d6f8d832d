"""`generate`: what it prints, and what it writes where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import cli, exit_codes
from tests.unit.emit.trees import tree
from tests.unit.tiny_document import SPEC


def test_generate_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["generate", "shop"]) == exit_codes.COMPLETE
    first = capsys.readouterr()
    assert "operations  1 of 1" in first.out
    assert "models      " in first.out
    assert "0 unchanged, 0 removed" in first.out
    assert all(
        stage in first.out for stage in ("load", "read", "refine", "render", "format")
    )
    assert first.err == ""
    before = tree(Path("generated/shop/python"))
    assert "MANIFEST" in before
    assert cli.main(["generate", "shop"]) == exit_codes.COMPLETE
    assert "nothing changed" in capsys.readouterr().out
    assert tree(Path("generated/shop/python")) == before


def test_single_document() -> None:
    command = [
        "generate",
        "--spec",
        "shop/openapi.yaml",
        "--out",
        "here",
        "--package",
        "tiny_sdk",
    ]
    assert cli.main(command) == exit_codes.COMPLETE
    assert Path("here/tiny_sdk/__init__.py").is_file()
    assert Path("here/pyproject.toml").is_file()


def test_references_out_of_the_document_s_folder(
    shop: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    head, _, schema = SPEC.partition("    Note:\n")
    common = tmp_path / "common"
    common.mkdir()
    (common / "note.yaml").write_text(schema)
    head = head.replace("components:\n  schemas:\n", "")
    document = head.replace("#/components/schemas/Note", "../common/note.yaml")
    (shop / "openapi.yaml").write_text(document)
    assert cli.main(["validate", "shop"]) == exit_codes.COMPLETE
    assert cli.main(["validate", "--spec", "shop/openapi.yaml"]) == exit_codes.COMPLETE

    monkeypatch.chdir(common)
    spec = ["--spec", str(shop / "openapi.yaml")]
    capsys.readouterr()
    assert cli.main(["validate", *spec]) == exit_codes.FAILED
    printed = capsys.readouterr().out
    assert "error[ref-outside]" in printed
    assert "--allow-outside" in printed
    assert cli.main(["validate", str(shop)]) == exit_codes.FAILED
    for command in ("validate", "ir", "generate"):
        allowed = [command, *spec, "--allow-outside", str(common)]
        assert cli.main(allowed) == exit_codes.COMPLETE
    with pytest.raises(SystemExit):
        cli.main(["validate", *spec, "--allow-outside", "nowhere"])
    assert "`nowhere` is no folder" in capsys.readouterr().err


def test_targets_beside_each_other() -> None:
    assert cli.main(["generate", "shop", "--target", "json", "--target", "python"]) == 0
    assert (
        json.loads(Path("generated/shop/json/api.json").read_text())["title"] == "Tiny"
    )
    assert Path("generated/shop/python/MANIFEST").is_file()


def test_check_and_diff_write_nothing(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    assert cli.main(["generate", "shop", "--check"]) == exit_codes.FAILED
    assert not Path("generated").exists()
    cli.main(["generate", "shop"])
    before = tree(Path("generated"))
    capsys.readouterr()
    assert cli.main(["generate", "shop", "--check"]) == exit_codes.COMPLETE
    assert capsys.readouterr().out == "up to date\n"
    assert cli.main(["generate", "shop", "--diff"]) == exit_codes.COMPLETE
    assert capsys.readouterr().out == ""

    (shop / "openapi.yaml").write_text(SPEC.replace("body", "text"))
    assert cli.main(["generate", "shop", "--check"]) == exit_codes.FAILED
    assert "out of date: generated/shop/python/MANIFEST\n" in capsys.readouterr().out
    assert cli.main(["generate", "shop", "--diff"]) == exit_codes.FAILED
    assert "+++ b/MANIFEST\n" in capsys.readouterr().out
    assert tree(Path("generated")) == before
