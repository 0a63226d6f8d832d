"""Progress: measured always, shown on a terminal only."""

from __future__ import annotations

import io

import pytest

from generator.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def course(progress: Progress) -> None:
    with progress.stage("format", 2) as step:
        step()
        step()
    with progress.stage("write"):
        pass
    with progress.stage("write"):
        pass


@pytest.fixture(autouse=True)
def ordinary_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_stages_are_measured_and_added_up() -> None:
    progress = Progress()
    course(progress)
    assert list(progress.seconds) == ["format", "write"]
    assert all(seconds >= 0 for seconds in progress.seconds.values())


def test_terminal_shows_stages_and_is_left_clean() -> None:
    terminal = Terminal()
    course(Progress(terminal))
    assert "format" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[2K")


def test_pipe_shows_nothing() -> None:
    pipe = io.StringIO()
    course(Progress(pipe))
    assert pipe.getvalue() == ""


def test_dumb_terminal_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    course(Progress(terminal))
    assert terminal.getvalue() == ""


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    course(Progress(terminal))
    assert "\x1b[3" not in terminal.getvalue()


def test_stage_that_fails_is_measured_too() -> None:
    progress = Progress(Terminal())
    with pytest.raises(RuntimeError), progress.stage("load"):
        raise RuntimeError
    assert list(progress.seconds) == ["load"]
