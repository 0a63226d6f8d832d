"""The command `corpus`: what it prints and writes, and how it ends."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import msgspec

from generator.corpus.course import Order, run
from generator.corpus.crew import Limits
from generator.corpus.page import as_html
from generator.corpus.table import as_text
from generator.corpus.wish import Wish
from generator.progress import Progress


def corpus(wish: Wish, progress: Progress) -> bool:
    """Run a folder, print the table, and say whether nothing failed."""
    with tempfile.TemporaryDirectory(prefix="corpus-") as scratch:
        order = Order(
            folder=wish.folder.resolve(),
            out=(wish.out or Path(scratch)).resolve(),
            cache=wish.cache.resolve(),
            judge=wish.judge,
            jobs=wish.jobs or os.cpu_count() or 1,
            checks=wish.checks,
            only=wish.only,
            expect=wish.expect,
            limits=Limits(seconds=wish.seconds),
        )
        rows = run(order, progress)
    for path in (wish.json, wish.html):
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
    if wish.json:
        wish.json.write_bytes(msgspec.json.format(msgspec.json.encode(rows)) + b"\n")
    if wish.html:
        wish.html.write_text(as_html(rows, wish.checks), "utf-8")
    print(as_text(rows, wish.checks) if rows else f"no document below {wish.folder}")
    return bool(rows) and all(row.is_good for row in rows)
