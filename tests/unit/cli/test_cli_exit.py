"""How a run ends that was asked for wrongly, is cut short, or fails by our own fault."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli, exit_codes, pipeline
from tests.unit.tiny_document import SPEC

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["generate", "--target", "cobol"],
        ["generate", "--package", "not-a-name"],
        ["generate", "--package", "json"],
        ["generate", "shop", "--spec", "shop/openapi.yaml"],
        ["generate", "shop/openapi.yaml"],
        ["generate", "--strict", "--lenient"],
        ["generate", "--check", "--diff"],
        ["validate", "--format", "xml"],
    ],
)
def test_wrong_command_lines(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(arguments)
    assert exit_.value.code == 2
    assert "usage: sdkwright" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["generate"], ["validate"], ["ir"]])
def test_help_tells_exit_codes(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main([*command, "--help"])
    assert exit_.value.code == 0
    printed = capsys.readouterr().out
    for code in (
        exit_codes.COMPLETE,
        exit_codes.FAILED,
        2,
        exit_codes.INCOMPLETE,
        exit_codes.REPAIRED,
        exit_codes.INTERRUPTED,
    ):
        assert f"\n  {code} " in printed


def raising(error: BaseException) -> Callable[..., None]:
    def course(*arguments: object) -> None:
        raise error

    return course


def test_our_own_fault_shows_a_traceback_and_asks_for_a_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "generate", raising(RuntimeError("boom")))
    assert cli.main(["generate", "shop"]) == exit_codes.FAILED
    printed = capsys.readouterr().err
    assert "RuntimeError: boom" in printed
    assert "fault of the generator" in printed


def test_interrupt(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "generate", raising(KeyboardInterrupt()))
    assert cli.main(["generate", "shop"]) == exit_codes.INTERRUPTED
    assert capsys.readouterr().err == "interrupted: nothing was written\n"


def test_reader_that_goes_away(shop: Path) -> None:
    (shop / "openapi.yaml").write_text(
        SPEC.replace("body: {", f"body: {{description: {'x' * 500_000}, ")
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", "ir", "shop"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == exit_codes.BROKEN_PIPE
