"""`generate --watch`: each change to what was read is generated, and what it changed is printed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator import cli, commands, exit_codes, watching
from generator.document.files.inputs import InputLog
from tests.unit.cache.generating import NOTE, SDK, edit_document
from tests.unit.tiny_document import SPEC

ROOT = Path(__file__).parents[3]
Step = Callable[[Path], None]
Changes = set[tuple[object, str]]
CHANGE: Changes = {(1, "something")}
WRITTEN = f"written: {Path('generated/shop/python')}{os.sep}"


def edit_note(shop: Path) -> None:
    (shop / "note.yaml").write_text(NOTE.replace("body", "text"))


def edit_options(shop: Path) -> None:
    (shop / "sdk.toml").write_text(SDK.replace("tiny", "small"))


def break_options(shop: Path) -> None:
    (shop / "sdk.toml").write_text("[")


def break_document(shop: Path) -> None:
    (shop / "openapi.yaml").write_text("openapi: [")


def mend(shop: Path) -> None:
    (shop / "openapi.yaml").write_text(SPEC)
    (shop / "sdk.toml").write_text(SDK)


def add_overlay(shop: Path) -> None:
    (shop / "overlay.yaml").write_text(
        'overlay: 1.0.0\ninfo: {title: Fixes, version: "1"}\n'
        "actions: [{target: $.info, update: {title: Other}}]\n"
    )


def add_extension(shop: Path) -> None:
    (shop / "extensions").mkdir()
    (shop / "extensions" / "mine.py").write_text("")


def edit_extension(shop: Path) -> None:
    (shop / "extensions" / "mine.py").write_text("MINE = 1\n")


def leave_traces(shop: Path) -> None:
    """What Python and an editor leave beside a hand-written file."""
    (shop / "extensions" / "__pycache__").mkdir()
    (shop / "extensions" / "__pycache__" / "mine.pyc").write_bytes(b"")
    (shop / "extensions" / ".mine.py.swp").write_bytes(b"")


def nothing(shop: Path) -> None:
    """A file changes that the document doesn't refer to."""
    (shop / "README.md").write_text("About it.")


class Watched:
    """Takes the place of the library: each wait takes one step, and the last is interrupted."""

    def __init__(self, shop: Path, steps: tuple[Step, ...]) -> None:
        self._shop = shop
        self._steps = [*steps]
        self.folders: set[str] = set()

    def __call__(self, *folders: str, **options: object) -> Iterator[Changes]:
        assert options["recursive"] is False
        self.folders.update(folders)
        yield set()
        while self._steps:
            self._steps.pop(0)(self._shop)
            yield CHANGE
        raise KeyboardInterrupt


@pytest.mark.slow
@pytest.mark.parametrize(
    ("steps", "want"),
    [
        ((), ["wait"]),
        ((nothing, nothing), ["wait"]),
        (
            (edit_document,),
            ["wait", "shop/resources/notes.py", "MANIFEST", "wait"],
        ),
        ((edit_note,), ["wait", "shop/_models/notes.py", "MANIFEST", "wait"]),
        ((nothing, edit_options), ["wait", "pyproject.toml", "MANIFEST", "wait"]),
        ((add_overlay,), ["wait", "shop/_client.py", "MANIFEST", "wait"]),
        (
            (add_extension, leave_traces, edit_extension),
            ["wait", "shop/mine.py", "wait", "shop/mine.py", "wait"],
        ),
        ((break_document, mend), ["wait", "wait", "wait"]),
        ((break_options, edit_document, mend), ["wait", "wait", "wait", "wait"]),
    ],
)
def test_each_change_is_generated_once(
    steps: tuple[Step, ...],
    want: list[str],
    shop: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    watched = Watched(shop, steps)
    monkeypatch.setattr(watching, "load", lambda: watched)
    assert cli.main(["generate", "shop", "--watch"]) == exit_codes.COMPLETE
    printed = capsys.readouterr().out.splitlines()
    first = printed.index("waiting for a change")
    found = [
        "wait" if line == "waiting for a change" else line.removeprefix(WRITTEN)
        for line in printed[first:]
        if line == "waiting for a change" or line.startswith(WRITTEN)
    ]
    assert found.count("wait") == want.count("wait")
    assert {*found} >= {*want}
    assert str(shop) in watched.folders


def test_an_interrupt_as_soon_as_it_waits_ends_it(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(text: str, **options: object) -> None:
        del options
        if text == "waiting for a change":
            raise KeyboardInterrupt

    monkeypatch.setattr(watching, "load", lambda: Watched(shop, ()))
    monkeypatch.setattr(commands, "print", interrupted, raising=False)
    assert cli.main(["generate", "shop", "--watch"]) == exit_codes.COMPLETE


def test_a_change_during_the_run_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("1")
    log = InputLog()
    log.read(path)
    path.write_text("2")
    # Nothing is yielded but the end of the first wait.
    watching.wait(log.inputs(), lambda *folders, **options: iter([set()]))


def test_folders_are_watched_where_links_lead_and_where_files_may_appear(
    tmp_path: Path,
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "two" / "b.yaml").write_text("1")
    (tmp_path / "one" / "a.yaml").symlink_to(tmp_path / "two" / "b.yaml")
    log = InputLog()
    log.read(tmp_path / "one" / "a.yaml")
    assert not log.exists(tmp_path / "missing" / "deep" / "c.yaml")
    want = [tmp_path, tmp_path / "one", tmp_path / "two"]
    assert watching.folders(log.inputs()) == [*map(str, want)]


def test_without_the_library_it_says_so(
    shop: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert cli.main(["generate", "shop", "--watch"]) == exit_codes.FAILED
    assert capsys.readouterr().err == (
        "--watch needs the library watchfiles: pip install 'sdkwright[watch]'\n"
    )
    assert not Path("generated").exists()


@pytest.mark.parametrize("other", ["--check", "--diff"])
def test_it_is_no_comparison(other: str) -> None:
    with pytest.raises(SystemExit):
        cli.main(["generate", "shop", "--watch", other])


@pytest.mark.slow
@pytest.mark.skipif(
    find_spec("watchfiles") is None, reason="watchfiles isn't installed"
)
@pytest.mark.skipif(os.name == "nt", reason="no process can be interrupted alone")
def test_files_that_are_saved(shop: Path) -> None:
    command = [sys.executable, "-m", "generator", "generate", "shop", "--watch"]
    path = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = subprocess.Popen(
            command,
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.PIPE,
            text=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)
    with running:
        assert running.stdout is not None
        lines = iter(running.stdout.readline, "")
        try:
            assert "waiting for a change\n" in lines
            edit_document(shop)
            assert f"{WRITTEN}shop/resources/notes.py\n" in lines
            assert "waiting for a change\n" in lines
            # As editors save: a new file in the old one's place.
            (shop / "new").write_text(NOTE.replace("body", "text"))
            (shop / "new").replace(shop / "note.yaml")
            assert f"{WRITTEN}shop/_models/notes.py\n" in lines
            assert "waiting for a change\n" in lines
            running.send_signal(signal.SIGINT)
            assert running.wait(60) == exit_codes.COMPLETE
        finally:
            running.kill()
