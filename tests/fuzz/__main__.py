"""`make fuzz`: damaged documents through the generator, damaged answers through clients.

A document is refused with a finding that has a place, and nothing written, or what comes out
compiles; an answer comes to a result or to an error of the package's own. What isn't so is kept as
a file, and printed with the seed and the number that make it again. Ends with figures, and with
status 1 where something isn't so.
"""

from __future__ import annotations

import os
import random
import sys
from argparse import ArgumentParser
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from fuzz import answers, callers, documents

KEPT: Final = documents.ROOT / ".cache" / "fuzz"


class Outcomes:
    """What all came to, counted, and what was wrong.

    Args:
        subject: "document" or "answer".
        console: Where faults are printed.
    """

    def __init__(self, subject: str, console: Console) -> None:
        self.subject = subject
        self.counts: Counter[str] = Counter()
        self.faults = 0
        self._console = console

    def add(self, outcome: str, wrong: str, label: str, kept: Path | None) -> None:
        """Count one, and print what was wrong with it."""
        self.counts[outcome] += 1
        if wrong:
            self.faults += 1
            self._console.print(f"[red]{self.subject} {label}[/] ({outcome}): {kept}")
            self._console.print(wrong, markup=False, highlight=False)


def _documents(
    seed: int, numbers: range, folder: Path | None, jobs: int, console: Console
) -> Outcomes:
    outcomes = Outcomes("document", console)
    given = [(seed, number, folder) for number in numbers]
    with ProcessPoolExecutor(jobs) as pool, Progress(console=console) as progress:
        bar = progress.add_task("documents", total=len(numbers))
        for number, outcome, wrong in pool.map(documents.tried, given, chunksize=8):
            kept = None
            if wrong:
                mutant = documents.mutate(seed, number, folder)
                kept = documents.save(mutant, KEPT, f"{seed}-{number}")
            outcomes.add(outcome, wrong, f"SEED={seed} ONLY={number}", kept)
            progress.advance(bar)
    return outcomes


def _answers(seed: int, numbers: range, console: Console) -> Outcomes:
    outcomes = Outcomes("answer", console)
    with callers.clients() as clients, Progress(console=console) as progress:
        for number in progress.track(numbers, description="answers"):
            answer = answers.mutate(seed, number)
            outcome, wrong = clients.examine(answer)
            kept = answers.save(answer, KEPT, f"{seed}-{number}") if wrong else None
            label = f"SEED={seed} ONLY={number}"
            outcomes.add(outcome, "\n".join(wrong), label, kept)
    return outcomes


def main() -> int:
    """Fuzz, print figures, and return 1 where something was wrong."""
    parser = ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--seed", type=int, help="draw the same again; else any")
    parser.add_argument("--count", type=int, default=1000, help="of each kind")
    parser.add_argument("--only", type=int, help="the one of this number")
    parser.add_argument("--dir", type=Path, help="further documents to damage")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--subject", choices=("documents", "answers", "all"), default="all"
    )
    given = parser.parse_args()
    seed = random.SystemRandom().randrange(10**6) if given.seed is None else given.seed
    numbers = (
        range(given.count) if given.only is None else range(given.only, given.only + 1)
    )
    folder = given.dir if given.dir is not None and given.dir.is_dir() else None
    console = Console()
    console.print(
        f"seed {seed}, {len(numbers)} of each, {len(documents.sources(folder))} documents"
    )
    found: list[Outcomes] = []
    if given.subject != "answers":
        found.append(_documents(seed, numbers, folder, given.jobs, console))
    if given.subject != "documents":
        found.append(_answers(seed, numbers, console))
    table = Table("", "came to", "times")
    for outcomes in found:
        for outcome, count in outcomes.counts.most_common():
            table.add_row(outcomes.subject, outcome, f"{count:,}")
        table.add_row(outcomes.subject, "[bold]faults", f"[bold]{outcomes.faults:,}")
    console.print(table)
    return 1 if any(outcomes.faults for outcomes in found) else 0


if __name__ == "__main__":
    sys.exit(main())
