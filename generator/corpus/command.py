"""The command `corpus`: what it prints and writes, and how it ends."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import msgspec

from generator.corpus.budget import Budget
from generator.corpus.course import Order, run
from generator.corpus.crew import Limits
from generator.corpus.page import as_html
from generator.corpus.rows import Row
from generator.corpus.stopping import stoppable
from generator.corpus.table import as_text, brief
from generator.corpus.wish import Wish
from generator.progress import Progress


def corpus(wish: Wish, progress: Progress) -> bool:
    """Run a folder, print the table, and say whether nothing failed."""
    with (
        stoppable(),
        tempfile.TemporaryDirectory(prefix="corpus-") as scratch,
    ):
        order = _order(wish, Path(scratch))
        rows = run(order, progress, _Told(wish, progress))
    for path in (wish.json, wish.html):
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
    if wish.json:
        wish.json.write_bytes(msgspec.json.format(msgspec.json.encode(rows)) + b"\n")
    if wish.html:
        wish.html.write_text(as_html(rows, wish.checks), "utf-8")
    print(as_text(rows, wish.checks) if rows else f"no document below {wish.folder}")
    return bool(rows) and all(row.is_good for row in rows)


class _Told:
    """Says each row as it comes."""

    def __init__(self, wish: Wish, progress: Progress) -> None:
        self._wish = wish
        self._progress = progress
        self._count = 0

    def __call__(self, row: Row, total: int) -> None:
        self._count += 1
        said = brief(row, self._wish.checks)
        self._progress.print_line(f"{self._count}/{total} {said}")


def _order(wish: Wish, scratch: Path) -> Order:
    return Order(
        folder=wish.folder.resolve(),
        out=(wish.out or scratch).resolve(),
        cache=wish.cache.resolve(),
        judge=wish.judge,
        jobs=wish.jobs or os.cpu_count() or 1,
        checks=wish.checks,
        overlays=wish.declare,
        only=wish.only,
        largest=wish.largest,
        expect=wish.expect,
        limits=Limits(seconds=wish.seconds),
        budget=Budget(
            seconds=wish.budget, values=wish.draws, calls=max(1, wish.draws // 2)
        ),
    )
