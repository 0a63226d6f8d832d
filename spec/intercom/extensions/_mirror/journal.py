"""The journal: which pages of a source stand on the server, and with what content.

An SQLite file in WAL mode. A page is written after the server has confirmed it, each in a
transaction of its own, so a process that is killed has to send again what was in flight and nothing
else. `synchronous` is NORMAL: losing power may cost the last transactions, never the file, and what
they held is sent once more. The lock is SQLite's own, from opening to closing, and is the operating
system's: a killed process leaves none.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal, NamedTuple
from urllib.parse import urlsplit

from .values import MirrorError

Known = Literal["new", "changed", "unchanged"]

# "icsm": what `file` and others show of the format.
_APPLICATION: Final = 0x6963736D
# One script a version of the schema; later versions are added, none is changed.
_MIGRATIONS: Final = (
    """
    CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        server TEXT NOT NULL,
        source_id INTEGER NOT NULL,
        run INTEGER NOT NULL,
        UNIQUE (server, source_id)
    );
    CREATE TABLE pages (
        source INTEGER NOT NULL REFERENCES sources (id),
        external_id TEXT NOT NULL,
        digest BLOB NOT NULL,
        page_id TEXT NOT NULL,
        run INTEGER NOT NULL,
        PRIMARY KEY (source, external_id)
    ) WITHOUT ROWID;
    """,
)
# A mark says that a run had a page; a run that ends early needs none, so they may be lost.
_MARKS_A_TRANSACTION: Final = 1000
_ROWS_AT_ONCE: Final = 500


class MissingPage(NamedTuple):
    """A page that the journal has and the run hadn't: its id at its source, and on the server."""

    external_id: str
    page_id: str


class Journal:
    """The pages of one source; used by one thread alone.

    Args:
        path: The file, made with its folder where it isn't there.
        server: The base URL of the server that the pages are on.
        source_id: The content import source.

    Raises:
        MirrorError: The file is in use, of a newer version, no journal, or can't be opened.
    """

    def __init__(self, path: Path, server: str, source_id: int) -> None:
        self._path = path
        self._marks = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Without a wait for the lock, and with transactions only where they are begun here.
            self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        except (OSError, ValueError, sqlite3.Error) as error:
            raise MirrorError(f"{path} can't be opened: {error}") from error
        try:
            self._prepare()
            self._source, self._run = self._begin(server, source_id)
        except sqlite3.Error as error:
            self._connection.close()
            raise self._fault(error) from error
        except BaseException:
            self._connection.close()
            raise

    def look_up(self, external_id: str, digest: bytes) -> Known:
        """What is known of a page that the source has; from now on it isn't missing."""
        row = self._connection.execute(
            "SELECT digest, run FROM pages WHERE source = ? AND external_id = ?",
            (self._source, external_id),
        ).fetchone()
        if row is None:
            return "new"
        if row[1] != self._run:
            self._mark(external_id)
        return "unchanged" if row[0] == digest else "changed"

    def confirm(self, external_id: str, digest: bytes, page_id: str) -> None:
        """Write down that the server has a page with this content."""
        self._connection.execute(
            "INSERT INTO pages VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "digest = excluded.digest, page_id = excluded.page_id, run = excluded.run",
            (self._source, external_id, digest, page_id, self._run),
        )
        self._commit()

    def missing(self, after: str) -> list[MissingPage]:
        """The next pages that this run hadn't, sorted, behind an external id; [] is the end."""
        rows = self._connection.execute(
            "SELECT external_id, page_id FROM pages "
            "WHERE source = ? AND external_id > ? AND run < ? ORDER BY external_id LIMIT ?",
            (self._source, after, self._run, _ROWS_AT_ONCE),
        )
        return [MissingPage(*row) for row in rows]

    def forget(self, external_id: str) -> None:
        """Write down that the server has a page no more."""
        self._connection.execute(
            "DELETE FROM pages WHERE source = ? AND external_id = ?",
            (self._source, external_id),
        )
        self._commit()

    def close(self) -> None:
        """Write what is left and let others use the file."""
        try:
            # What fails here has failed before, and the lock has to go in any case.
            with suppress(sqlite3.Error):
                self._commit()
        finally:
            self._connection.close()

    def _prepare(self) -> None:
        execute = self._connection.execute
        execute("PRAGMA locking_mode = EXCLUSIVE")
        execute("BEGIN EXCLUSIVE")
        version, application = (
            execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("user_version", "application_id")
        )
        is_empty = execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
        if application != _APPLICATION and not is_empty:
            raise MirrorError(f"{self._path} is no journal of a mirror")
        if version > len(_MIGRATIONS):
            raise MirrorError(
                f"{self._path} was written by a newer version of this package: it has version "
                f"{version} of the schema, and {len(_MIGRATIONS)} is known here"
            )
        for script in _MIGRATIONS[version:]:
            for statement in filter(str.strip, script.split(";")):
                execute(statement)
        execute(f"PRAGMA application_id = {_APPLICATION}")
        execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")
        execute("COMMIT")
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = NORMAL")

    def _begin(self, server: str, source_id: int) -> tuple[int, int]:
        """The row of the source, and the number of the run that begins."""
        source, run = self._connection.execute(
            "INSERT INTO sources (server, source_id, run) VALUES (?, ?, 1) "
            "ON CONFLICT DO UPDATE SET run = run + 1 RETURNING id, run",
            (server, source_id),
        ).fetchone()
        return source, run

    def _mark(self, external_id: str) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN")
        self._connection.execute(
            "UPDATE pages SET run = ? WHERE source = ? AND external_id = ?",
            (self._run, self._source, external_id),
        )
        self._marks += 1
        if self._marks >= _MARKS_A_TRANSACTION:
            self._commit()

    def _commit(self) -> None:
        self._marks = 0
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")

    def _fault(self, error: sqlite3.Error) -> MirrorError:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY:
            return MirrorError(
                f"{self._path} is in use: another run of a mirror writes this journal"
            )
        return MirrorError(f"{self._path} can't be used: {error}")


def default_path(server: str, source_id: int) -> Path:
    """Where the journal of a source is, unless the caller says: in the user's folder for state."""
    package = __name__.partition(".")[0]
    host = urlsplit(server).netloc.rpartition("@")[2].replace(":", "_")
    return _state_folder() / package / "mirror" / f"{host}-{source_id}.sqlite3"


def _state_folder() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    # https://specifications.freedesktop.org/basedir-spec/latest/
    state = os.environ.get("XDG_STATE_HOME", "")
    return Path(state) if state.startswith("/") else Path.home() / ".local" / "state"
