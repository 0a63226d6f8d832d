"""`make corpus`: what it prints and writes, and how it ends."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import msgspec

from generator.progress import Progress
from tests.judge.budget import Budget
from tests.judge.options import JudgeOptions, parse
from tests.judge.process_groups import Stopped, stoppable
from tests.judge.reports.html_page import as_html
from tests.judge.reports.text_table import as_text, brief
from tests.judge.rows import Row
from tests.judge.run import Order, run
from tests.judge.worker_pool import Limits


def main() -> int:
    """Run what the command line says, and return the exit code: 1 if a document falls short."""
    try:
        return 0 if judge(parse(sys.argv[1:]), Progress(sys.stderr)) else 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    except Stopped as stopped:
        print(stopped, file=sys.stderr)
        return stopped.code


def judge(options: JudgeOptions, progress: Progress) -> bool:
    """Run a folder, print the table, and say whether nothing failed."""
    with (
        stoppable(),
        tempfile.TemporaryDirectory(prefix="corpus-") as scratch,
    ):
        order = _order(options, Path(scratch))
        rows = run(order, progress, _RowPrinter(options, progress))
    for path in (options.json, options.html):
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
    if options.json:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(rows)) + b"\n")
    if options.html:
        options.html.write_text(as_html(rows, options.checks), "utf-8")
    print(
        as_text(rows, options.checks) if rows else f"no document below {options.folder}"
    )
    return bool(rows) and all(row.is_good for row in rows)


class _RowPrinter:
    """Prints each row as it comes."""

    def __init__(self, options: JudgeOptions, progress: Progress) -> None:
        self._options = options
        self._progress = progress
        self._count = 0

    def __call__(self, row: Row, total: int) -> None:
        self._count += 1
        said = brief(row, self._options.checks)
        self._progress.print_line(f"{self._count}/{total} {said}")


def _order(options: JudgeOptions, scratch: Path) -> Order:
    return Order(
        folder=options.folder.resolve(),
        out=(options.out or scratch).resolve(),
        cache=options.cache.resolve(),
        judge=options.judge,
        jobs=options.jobs or os.cpu_count() or 1,
        checks=options.checks,
        overlays=options.declare,
        only=options.only,
        largest=options.largest,
        expect=options.expect,
        limits=Limits(seconds=options.seconds),
        budget=Budget(
            seconds=options.budget,
            values=options.draws,
            calls=max(1, options.draws // 2),
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
