"""Entries are whole, checked, bounded and shared; nothing about their folder stops a run."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from generator.cache.store import Store, default_folder

ROOT = Path(__file__).parents[3]


def key(name: object) -> str:
    return hashlib.sha256(str(name).encode()).hexdigest()


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_an_entry_is_what_it_was_set_to(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.get(key("a")) is None
    for value in (b"", b"one", b"two" * 100_000):
        store.put(key("a"), value)
        assert Store(tmp_path).get(key("a")) == value
    assert len(entries(tmp_path)) == 1


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda data: b"",
    "cut in its digest": lambda data: data[:20],
    "cut": lambda data: data[:-1],
    "longer": lambda data: data + b"x",
    "changed": lambda data: data[:-1] + b"x",
    "of zeros": lambda data: bytes(len(data)),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_entry_is_missing_and_is_replaced(kind: str, tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(key("a"), b"value")
    (path,) = entries(tmp_path)
    path.write_bytes(DAMAGE[kind](path.read_bytes()))
    assert store.get(key("a")) is None
    assert entries(tmp_path) == []
    store.put(key("a"), b"value")
    assert store.get(key("a")) == b"value"


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path, max_bytes=10_000)
    for number in range(9):
        store.put(key(number), bytes(1000))
        (path,) = tmp_path.rglob(key(number))
        os.utime(path, (number, number))
    store.trim()
    assert len(entries(tmp_path)) == 9
    assert store.get(key(0)) is not None
    store.put(key("more"), bytes(1000))
    store.trim()
    kept = [each for each in (*range(9), "more") if store.get(key(each)) is not None]
    assert kept == [0, 4, 5, 6, 7, 8, "more"]
    assert sum(path.stat().st_size for path in entries(tmp_path)) <= 8_000


def test_a_store_that_only_read_looks_for_nothing_to_remove(tmp_path: Path) -> None:
    Store(tmp_path).put(key("a"), bytes(1000))
    reading = Store(tmp_path, max_bytes=10)
    assert reading.get(key("a")) == bytes(1000)
    reading.trim()
    assert reading.get(key("a")) == bytes(1000)


def test_leftovers_of_writing_are_removed_as_entries_are(tmp_path: Path) -> None:
    store = Store(tmp_path, max_bytes=2_000)
    store.put(key("a"), bytes(1000))
    (path,) = entries(tmp_path)
    left = path.with_name(f"{path.name}.new-x1")
    left.write_bytes(bytes(1500))
    os.utime(left, (1, 1))
    other = path.with_name("README")
    other.write_bytes(bytes(5000))
    store.trim()
    assert entries(tmp_path) == sorted([path, other])


@pytest.mark.parametrize("kind", ["file", "below a file", "read-only"])
def test_a_folder_that_cannot_be_used_is_no_error(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    if kind == "read-only":
        if os.geteuid() == 0:
            pytest.skip("root may write everywhere")
        folder.mkdir(mode=0o500)
    else:
        folder.write_text("")
        folder = folder / "more" if kind == "below a file" else folder
    store = Store(folder)
    store.put(key("a"), b"value")
    assert store.get(key("a")) is None
    store.trim()


WRITER = """
import sys
from pathlib import Path
from generator.cache.store import Store
store = Store(Path(sys.argv[1]))
value = sys.argv[3].encode() * 1_000_000
store.put(sys.argv[2], value)
print("ready", flush=True)
while True:
    store.put(sys.argv[2], value)
"""


def test_many_write_and_are_killed_and_each_entry_is_whole(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), key("a"), letter],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for letter in "xyz"
    ]
    try:
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
        store = Store(tmp_path)
        for _ in range(100):
            # While one is written, the one before is there.
            value = store.get(key("a"))
            assert value is not None
            assert value == value[:1] * 1_000_000
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        value = store.get(key("a"))
        assert value is not None
        assert value == value[:1] * 1_000_000
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()


@pytest.mark.parametrize(
    ("variable", "want"),
    [
        ("/some/where", Path("/some/where")),
        ("", None),
        (None, platformdirs.user_cache_path("sdkwright", appauthor=False)),
    ],
)
def test_the_folder(
    variable: str | None, want: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SDKWRIGHT_CACHE")
    if variable is not None:
        monkeypatch.setenv("SDKWRIGHT_CACHE", variable)
    assert default_folder() == want
