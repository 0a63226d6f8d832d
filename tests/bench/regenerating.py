"""How long a run takes when little or nothing has changed, by the cold run of the same document."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.generating import DOCUMENT, ROOT, with_cache
from bench.report import Figure

ROUNDS = 5
MOST_STARTS = 20
# Of the cold run.
MOST_UNCHANGED = 1 / 10
MOST_DESCRIPTION = 1 / 3
_DESCRIPTION = re.compile(r"^( +description: [A-Z][a-z ]{20,})$", re.MULTILINE)


class Workplace:
    """A document with its package and its cache, in a folder that is gone afterwards.

    Args:
        folder: Where all of it stands.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._document = folder / DOCUMENT.name
        self._text = DOCUMENT.read_text("utf-8")
        # One in the midst of the document, in which no file is the first to be read.
        found = [*_DESCRIPTION.finditer(self._text)]
        self._at = found[len(found) // 2].end()
        self._edits = 0
        self._document.write_text(self._text, "utf-8")

    def start_bare(self) -> None:
        """Start an interpreter that does nothing."""
        self._run("-c", "pass")

    def help(self) -> None:
        """Ask for help."""
        self._run("-m", "generator", "--help")

    def generate(self) -> None:
        """Generate the package into the same folder."""
        out = str(self._folder / "out")
        self._run(
            *("-m", "generator", "generate"),
            *("--spec", str(self._document), "--out", out),
        )

    def clear(self) -> None:
        """Remove the cache and the package, so that the next run is a cold one."""
        for name in ("cache", "out"):
            shutil.rmtree(self._folder / name, ignore_errors=True)

    def edit(self) -> None:
        """Change one description, as it was in no run before."""
        self._edits += 1
        head, tail = self._text[: self._at], self._text[self._at :]
        self._document.write_text(f"{head} {self._edits}{tail}", "utf-8")

    def _run(self, *arguments: str) -> None:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env=with_cache(self._folder / "cache"),
        )
        if "Traceback" in done.stderr:
            raise RuntimeError(done.stderr[-400:])


def regenerating() -> list[Figure]:
    """Wall times, the least of several rounds in turns, and their ratios."""
    if not DOCUMENT.is_file():
        print(f"not measured: a second generation, since {DOCUMENT} isn't there")
        return []
    best: dict[str, float] = {}

    def measure(name: str, run: Callable[[], None]) -> None:
        began = time.perf_counter()
        run()
        spent = time.perf_counter() - began
        best[name] = min(best.get(name, spent), spent)

    with tempfile.TemporaryDirectory() as folder:
        place = Workplace(Path(folder))
        for _ in range(ROUNDS):
            place.clear()
            measure("bare", place.start_bare)
            measure("help", place.help)
            measure("cold", place.generate)
            measure("unchanged", place.generate)
            place.edit()
            measure("description", place.generate)
    return [
        _share("nothing changed, preview", best, "unchanged", "cold", MOST_UNCHANGED),
        _share("nothing changed, preview", best, "unchanged", "bare", MOST_STARTS),
        _share("--help", best, "help", "bare", MOST_STARTS / 2),
        _share(
            "one description changed", best, "description", "cold", MOST_DESCRIPTION
        ),
    ]


def _share(
    subject: str, best: dict[str, float], ours: str, other: str, most: float
) -> Figure:
    ratio = best[ours] / best[other]
    return Figure(
        subject,
        f"{1000 * best[ours]:.0f} ms",
        {"cold": "cold run", "bare": "bare interpreter"}[other],
        f"{1000 * best[other]:.0f} ms",
        f"{ratio:.2f}x",
        f"at most {most:.2f}x",
        ratio <= most,
    )
