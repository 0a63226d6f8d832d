"""What `ir` and `validate` print, and in which form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli, exit_codes
from tests.unit.tiny_document import SPEC


def test_notes_are_left_to_validate(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    (shop / "openapi.yaml").write_text(SPEC.replace("      operationId: getNote\n", ""))
    assert cli.main(["generate", "shop"]) == exit_codes.COMPLETE
    assert capsys.readouterr().err == "`sdkwright validate` also prints 1 note\n"
    assert cli.main(["validate", "shop"]) == exit_codes.COMPLETE
    assert "note[operation-id-missing]" in capsys.readouterr().out


def test_validate_prints_what_the_targets_note(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    twins = "{body: {type: string}, a-b: {type: string}, a_b: {type: string}}"
    (shop / "openapi.yaml").write_text(SPEC.replace("{body: {type: string}}", twins))
    assert cli.main(["generate", "shop"]) == exit_codes.COMPLETE
    assert capsys.readouterr().err == "`sdkwright validate` also prints 1 note\n"
    assert cli.main(["validate", "shop"]) == exit_codes.COMPLETE
    printed = capsys.readouterr().out
    assert "note[name-collision]" in printed
    assert printed.endswith("\n1 note\n")


def test_ir_prints_or_writes(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ir", "shop"]) == exit_codes.COMPLETE
    text = capsys.readouterr().out
    assert json.loads(text)["operations"][0]["name"]["wire"] == "getNote"
    assert cli.main(["ir", "shop", "--out", "api.json"]) == exit_codes.COMPLETE
    assert capsys.readouterr().out == ""
    assert Path("api.json").read_text() == text
    assert cli.main(["ir", "shop", "--out", "nowhere/api.json"]) == exit_codes.FAILED
    assert "output-unwritable" in capsys.readouterr().err


def test_validate_prints_all_findings(
    capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    assert cli.main(["validate", "shop"]) == exit_codes.COMPLETE
    assert capsys.readouterr().out == "no findings\n"
    two = SPEC.replace("title: Tiny, ", "").replace("schemas/Note", "schemas/Nobody")
    (shop / "openapi.yaml").write_text(two)
    assert cli.main(["validate", "shop"]) == exit_codes.FAILED
    assert capsys.readouterr().out.count("error[") >= 1


FORMATS: dict[str, Callable[[str], bool]] = {
    "human": lambda text: "error[ref-dangling]" in text and "^" in text,
    "json": lambda text: json.loads(text)["findings"][0]["code"] == "ref-dangling",
    "github": lambda text: text.startswith("::error file=shop/openapi.yaml,line=16,"),
    "sarif": lambda text: json.loads(text)["runs"][0]["results"][0]["ruleId"]
    == "ref-dangling",
}


@pytest.mark.parametrize("form", FORMATS)
def test_validate_formats(
    form: str, capsys: pytest.CaptureFixture[str], shop: Path
) -> None:
    (shop / "openapi.yaml").write_text(SPEC.replace("schemas/Note", "schemas/Nobody"))
    assert cli.main(["validate", "shop", "--format", form]) == exit_codes.FAILED
    assert FORMATS[form](capsys.readouterr().out)
