"""The options of the judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judge.options import JudgeOptions, parse
from tests.judge.rows import CHECKS


def optionsed(*arguments: str) -> JudgeOptions:
    return parse([*arguments])


def test_what_is_left_open_has_its_default(tmp_path: Path) -> None:
    options = optionsed(str(tmp_path))
    assert options.folder == tmp_path
    assert options.checks == CHECKS
    assert (options.only, options.json, options.out) == ("*", None, None)


def test_what_is_said_is_taken(tmp_path: Path) -> None:
    options = optionsed(
        str(tmp_path),
        *("--jobs", "3", "--checks", "import,compile", "--only", "a*"),
        *("--json", "a.json", "--html", "a.html", "--seconds", "1.5"),
        *("--largest", "1000", "--draws", "4", "--budget", "2.5"),
    )
    assert (options.largest, options.draws, options.budget) == (1000, 4, 2.5)
    assert (options.jobs, options.only, options.seconds) == (3, "a*", 1.5)
    assert options.checks == ("compile", "import")
    assert (options.json, options.html) == (Path("a.json"), Path("a.html"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "required: DIR"),
        (("nowhere",), "`nowhere` is no folder"),
        ((".", "--checks", "compile,taste"), "`taste` is no check"),
        ((".", "--jobs", "many"), "invalid int value"),
    ],
)
def test_what_is_wrong_is_said(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        parse([*arguments])
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err
