"""What can be said after `corpus`."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.arguments import parse
from generator.corpus.rows import CHECKS
from generator.corpus.wish import Wish


def wished(*arguments: str) -> Wish:
    wish = parse(["corpus", *arguments]).corpus
    assert wish is not None
    return wish


def test_what_is_left_open_has_its_default(tmp_path: Path) -> None:
    wish = wished(str(tmp_path))
    assert wish.folder == tmp_path
    assert wish.checks == CHECKS
    assert (wish.only, wish.json, wish.out) == ("*", None, None)


def test_what_is_said_is_taken(tmp_path: Path) -> None:
    wish = wished(
        str(tmp_path),
        *("--jobs", "3", "--checks", "import,compile", "--only", "a*"),
        *("--json", "a.json", "--html", "a.html", "--seconds", "1.5"),
        *("--largest", "1000", "--draws", "4", "--budget", "2.5"),
    )
    assert (wish.largest, wish.draws, wish.budget) == (1000, 4, 2.5)
    assert (wish.jobs, wish.only, wish.seconds) == (3, "a*", 1.5)
    assert wish.checks == ("compile", "import")
    assert (wish.json, wish.html) == (Path("a.json"), Path("a.html"))


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
        parse(["corpus", *arguments])
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err
