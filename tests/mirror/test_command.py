"""`python -m intercom_sdk mirror`: files become pages, and what is wrong is said with its place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from intercom_sdk.__main__ import main
from intercom_sdk._mirror.files import read_file

from mirror.pages_server import PagesServer

ROOT = Path(__file__).parents[2]
SDK = ROOT / "generated" / "intercom" / "python"
SITE = "https://help.example.com"
Command = Callable[..., int]


@pytest.fixture
def server() -> Iterator[PagesServer]:
    with PagesServer().running() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    for name, text in {
        "a.md": "---\ntitle: First\nurl: https://help.example.com/a\n---\n# A\n\ntext\n",
        "deep/b.markdown": "# The second #\n\n| x |\n|---|\n| <b>y</b> |\n",
        "c.html": "<title>Third &amp; last</title><p>text</p>",
        "deep/notes.txt": "no page",
        ".git/d.md": "hidden",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def arguments(
    server: PagesServer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    monkeypatch.setenv("INTERCOM_TOKEN", "t")
    journal = str(folder.parent / "journal.sqlite3")
    where = ["--base-url", server.url, "--journal", journal]
    return ["mirror", str(folder), "--source", SITE, *where]


def stands(server: PagesServer) -> dict[str, tuple[str, str]]:
    pages = server.pages.items()
    return {key: (page["title"], page["html"]) for (_, key), page in pages}


def test_files_become_pages_of_one_source(
    server: PagesServer,
    folder: Path,
    arguments: list[str],
    capfd: pytest.CaptureFixture[str],
) -> None:
    server.sources.append({"id": 7, "url": SITE, "sync_behavior": "automatic"})
    assert main(arguments) == 0
    assert capfd.readouterr().err.splitlines()[-1] == (
        "3 created, 0 updated, 0 unchanged, 0 deleted, 0 failed"
    )
    table = "<table>\n<thead>\n<tr>\n<th>x</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
    assert stands(server) == {
        "a.md": ("First", "<h1>A</h1>\n<p>text</p>\n"),
        "c.html": ("Third & last", "<title>Third &amp; last</title><p>text</p>"),
        "deep/b.markdown": (
            "The second",
            f"<h1>The second</h1>\n{table}<td><b>y</b></td>\n</tr>\n</tbody>\n</table>\n",
        ),
    }
    assert server.pages[2, "a.md"]["url"] == "https://help.example.com/a"
    assert "url" not in server.pages[2, "c.html"]
    (folder / "a.md").unlink()
    assert main([*arguments, "--locale", "de"]) == 0
    said = capfd.readouterr().err.splitlines()
    assert said[-3:] == [
        "missing: a.md",
        "1 are missing; --delete-missing deletes them",
        "0 created, 2 updated, 0 unchanged, 0 deleted, 0 failed",
    ]
    assert [source["id"] for source in server.sources] == [7, 2]


WRONG: list[tuple[str, bytes, str]] = [
    ("---\ntitle: no\n---\n", b"", ":2: `title` has to be text, in quotes"),
    ("---\n# c\nurl: 1\ntitle: x\n---\n", b"", ":3: `url` has to be text"),
    (
        "---\nai_agent_availability: maybe\n---\n",
        b"",
        ":2: `ai_agent_availability` has",
    ),
    ("---\n- a\n---\n# x", b"", ":2: the front matter is no mapping"),
    ("---\ntitle: x\n b: [\n---\n", b"", ":3: front matter: "),
    ("---\nd: !!bool maybe\n---\n# x", b"", ":1: front matter: "),
    ("---\nd: !!int ''\n---\n# x", b"", ":1: front matter: "),
    ("---\nd: !!timestamp x\n---\n# x", b"", ":1: front matter: "),
    ('---\ntitle: "\\ud800"\n---\n# x', b"", ":1: `title` holds half of a"),
    ("---\nd: 2024-99-99\n---\n", b"", ":1: front matter: "),
    ("---\na: " + "[" * 5000 + "\n---\n", b"", ":1: front matter: "),
    ("---\ntitle: x\n", b"", ":1: the front matter has no end"),
    ("---\ntitle: ''\n---\nplain", b"", ":1: has no title"),
    ("---\nexternal_id: ''\n---\n# x", b"", ":1: `external_id` is empty"),
    ("---\nexternal_id: a.md\n---\n# x", b"", ": `external_id` is a.md, as in "),
    ("# x\n", b"\xff", ":2: isn't UTF-8"),
]


@pytest.mark.parametrize(("text", "more", "said"), WRONG)
def test_what_is_wrong_with_a_file_is_said_with_its_place(
    server: PagesServer,
    folder: Path,
    arguments: list[str],
    capfd: pytest.CaptureFixture[str],
    text: str,
    more: bytes,
    said: str,
) -> None:
    assert main(arguments) == 0
    (folder / "c.html").unlink()
    path = folder / "z.md"
    path.write_bytes(text.encode() + more)
    capfd.readouterr()
    assert main([*arguments, "--delete-missing"]) == 1
    printed = capfd.readouterr().err
    assert f"error: {path}{said}" in printed
    assert "nothing is deleted while there are files that can't be read" in printed
    assert len(server.pages) == 3
    path.unlink()
    assert main([*arguments, "--delete-missing"]) == 0
    assert sorted(stands(server)) == ["a.md", "deep/b.markdown"]


TITLES: list[tuple[str, str, str]] = [
    ("x.md", "```sh\n# install\n```\n\n# Real\n", "Real"),
    ("x.md", "Over\ntwo lines\n===\n", "Over two lines"),
    ("x.md", "text\n\n#\n\n## Below\n", "Below"),
    (
        "x.md",
        "# The `foo` *command* [at](x) &amp; <b>on</b>\n",
        "The foo command at & on",
    ),
    ("x.html", "<!-- <h1>Old</h1> --><svg><title>i</title></svg><h1>New</h1>", "New"),
    ("x.html", "<title></title><H2 id=x>Two</H2>", "Two"),
]


@pytest.mark.parametrize(("name", "text", "title"), TITLES)
def test_the_title_is_the_first_heading(
    tmp_path: Path, name: str, text: str, title: str
) -> None:
    (tmp_path / name).write_text(text)
    assert read_file(tmp_path / name, tmp_path).title == title


def test_nothing_is_deleted_while_a_folder_cannot_be_read(
    server: PagesServer,
    folder: Path,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(arguments) == 0
    scandir = os.scandir

    def refusing(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert main([*arguments, "--delete-missing"]) == 1
    said = f"error: {folder}/deep: can't be read: Permission denied"
    assert said in capfd.readouterr().err
    assert len(server.pages) == 3


def test_links_stay_in_the_folder(
    folder: Path, arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    outside = folder.parent / "secret.md"
    outside.write_text("# Secret")
    (folder / "out.md").symlink_to(outside)
    (folder / "in.md").symlink_to("a.md")
    (folder / "loop").symlink_to(folder)
    (folder / "round.md").symlink_to("round.md")
    os.mkfifo(folder / "pipe.md")
    assert main([*arguments, "--dry-run"]) == 1
    printed = capfd.readouterr()
    listed = [line.split("\t")[0] for line in printed.out.splitlines()]
    assert listed == ["a.md", "c.html", "in.md", "deep/b.markdown"]
    assert f"{folder}/out.md: the link leads out of the folder" in printed.err
    assert f"{folder}/round.md: can't be read: " in printed.err
    assert f"{folder}/pipe.md: is no regular file" in printed.err
    assert f"{folder}/loop: links to folders aren't followed" in printed.err


def test_a_dry_run_sends_nothing(server: PagesServer, arguments: list[str]) -> None:
    assert main([*arguments, "--dry-run"]) == 0
    assert server.calls == 0


def test_exit_codes(
    server: PagesServer,
    folder: Path,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    server.refused["a.md"] = 422
    assert main(arguments) == 1
    assert "failed: a.md: POST /ai/external_pages: 422" in capfd.readouterr().err
    server.refused["a.md"] = 401
    assert main(arguments) == 3
    assert "ended early, after 0 created, " in capfd.readouterr().err
    assert main([*arguments, "--concurrency", "0"]) == 2
    empty = folder.parent / "empty"
    assert main(["mirror", str(empty), "--source", SITE]) == 2
    empty.mkdir()
    assert main(["mirror", str(empty), "--source", SITE]) == 2
    monkeypatch.delenv("INTERCOM_TOKEN")
    assert main(arguments) == 2
    assert "INTERCOM_TOKEN" in capfd.readouterr().err
    for wrong in (["mirror"], ["mirror", "--help"], []):
        with pytest.raises(SystemExit) as ended:
            main(wrong)
        assert ended.value.code == (0 if "--help" in wrong else 2)


def started(arguments: list[str], error: int) -> subprocess.Popen[bytes]:
    path = os.pathsep.join(filter(None, [str(SDK), *sys.path]))
    environment = {**os.environ, "PYTHONPATH": path, "TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-m", "intercom_sdk", *arguments]
    # Where the tests run in the background an interrupt is ignored, by children, too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(command, env=environment, stderr=error)
    finally:
        signal.signal(signal.SIGINT, before)


def test_an_interrupted_run_says_how_far_it_got(
    server: PagesServer, arguments: list[str]
) -> None:
    server.stop_at([3])
    with started(arguments, subprocess.PIPE) as process:
        assert server.stopped.wait(60)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read().decode()
    server.resume()
    assert process.returncode == 130
    assert said.splitlines()[-1].startswith("interrupted after ")
    assert "Traceback" not in said
    assert main(arguments) == 0
    assert len(server.pages) == 3


def test_a_terminal_shows_a_bar(server: PagesServer, arguments: list[str]) -> None:
    if sys.platform == "win32":
        pytest.skip("there are no pseudo-terminals")
    reading, writing = os.openpty()
    with started(arguments, writing) as process:
        os.close(writing)
        shown = b""
        try:
            while piece := os.read(reading, 4096):
                shown += piece
        except OSError:
            # How a pseudo-terminal ends.
            os.close(reading)
    assert process.returncode == 0
    assert "━" in shown.decode()
    assert "3/3" in shown.decode()
    assert len(server.pages) == 3
