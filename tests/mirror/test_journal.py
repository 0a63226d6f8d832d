"""The journal of a mirror: one run at a time, one version, and nobody else's file."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from intercom_sdk.external_pages import MirrorError

from mirror.made import Mirror, counts, page
from mirror.pages_server import PagesServer


def test_a_journal_serves_one_run(mirror: Mirror, tmp_path: Path) -> None:
    other = f"""
import sys
from pathlib import Path
from intercom_sdk._mirror.journal import Journal
journal = Journal(Path({str(tmp_path / "journal.sqlite3")!r}), "http://x", 1)
print("open", flush=True)
sys.stdin.read()
"""
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-c", other],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        with pytest.raises(MirrorError, match="in use: another run"):
            mirror([page("a")])
        process.kill()
    assert counts(mirror([page("a")])) == (1, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("PRAGMA application_id = 1768125293; PRAGMA user_version = 99", "newer"),
        ("CREATE TABLE mine (id)", "is no journal"),
        (None, "file is not a database"),
    ],
)
def test_a_file_that_is_no_journal_is_left_as_it_is(
    mirror: Mirror, tmp_path: Path, script: str | None, said: str
) -> None:
    path = tmp_path / "journal.sqlite3"
    if script is None:
        path.write_text("Not a database, and long enough to be looked at." * 9)
    else:
        connection = sqlite3.connect(path)
        connection.executescript(script)
        connection.close()
    before = path.read_bytes()
    with pytest.raises(MirrorError, match=said):
        mirror([page("a")])
    assert path.read_bytes() == before


def test_a_journal_is_one_servers(server: PagesServer, mirror: Mirror) -> None:
    mirror([page("a")])
    with PagesServer().running() as other:
        report = mirror([page("a")], client={"base_url": other.url})
        assert counts(report) == (1, 0, 0, 0, 0)
    assert counts(mirror([page("a")])) == (0, 0, 1, 0, 0)


def test_the_journal_is_in_the_folder_for_state(
    mirror: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("other platforms have folders of their own")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    mirror([page("a")], journal=None)
    (path,) = (tmp_path / "state" / "intercom_sdk" / "mirror").iterdir()
    assert path.name.startswith("127.0.0.1_")
    assert path.name.endswith("-44.sqlite3")
