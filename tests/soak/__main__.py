"""`make soak`: threads and tasks call a server that fails at random; nothing may grow.

Ends with figures, and with status 1 where a bound is passed or an error isn't one of ours.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import os
import random
import sys
import threading
import time
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from faults.behaviour import TRANSPORTS
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from soak.load import DEADLINE, LATE, Tally, tasks, threads
from soak.server import Served, serving

# Of the time, until what is made once and kept is there.
_WARM: Final = 0.2
# What may be there at the end beyond what was there when all was warm.
_MORE_MEMORY: Final = 24 * 1024 * 1024
_MORE_OBJECTS: Final = 0.15
# Of the clients' connections, by their settings; a connection of a call that was cancelled, or of
# one that is raced, may be there for as long as its timeout.
_CONNECTIONS: Final = 4 * 20
_BEYOND: Final = 60
_FILES: Final = 4
_CLOSED_IN: Final = 10.0


@dataclass(frozen=True)
class Sample:
    """What the process holds at a moment.

    Args:
        seconds: Since the beginning.
        memory: Bytes that are resident.
        objects: What the collector of garbage tracks.
        files: Open descriptors.
        sockets: Those of them that are sockets.
        served: Connections that are open at the server.
        calls: How many calls have ended.
    """

    seconds: float
    memory: int
    objects: int
    files: int
    sockets: int
    served: int
    calls: int


def sample(began: float, server: Served, tally: Tally) -> Sample:
    """What the process holds now."""
    gc.collect()
    _trim()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    kinds = [_target(one) for one in Path("/proc/self/fd").iterdir()]
    return Sample(
        time.monotonic() - began,
        pages * os.sysconf("SC_PAGE_SIZE"),
        len(gc.get_objects()),
        len(kinds),
        sum(kind.startswith("socket:") for kind in kinds),
        server.open_connections(),
        tally.calls,
    )


def _trim() -> None:
    """Give back what is free: the C library keeps it for each thread that has ever used it."""
    library = ctypes.CDLL(None)
    if hasattr(library, "malloc_trim"):
        library.malloc_trim(0)


def _target(path: Path) -> str:
    try:
        return os.readlink(path)
    except OSError:
        return ""


def run(
    seconds: float,
    seed: int,
    counts: tuple[int, int],
    names: list[str],
    console: Console,
) -> tuple[list[Sample], Sample, Tally]:
    """Call for so many seconds; the samples of that time, that of the end, and the outcomes."""
    tally, samples, began = Tally(), list[Sample](), time.monotonic()
    every = max(1.0, seconds / 100)
    with serving(seed) as server, Progress(console=console) as progress:
        first = sample(began, server, tally)
        bar = progress.add_task("calling", total=seconds)

        def watch() -> None:
            while (now := time.monotonic() - began) < seconds:
                progress.update(bar, completed=now, description=f"{tally.calls} calls")
                time.sleep(min(every, seconds - now))
                samples.append(sample(began, server, tally))
            progress.update(bar, completed=seconds)

        async def all_tasks() -> None:
            async with tasks(server.url, counts[1], seed, tally, names):
                await asyncio.to_thread(watch)

        with threads(server.url, counts[0], seed, tally, names):
            asyncio.run(all_tasks())
        end = time.monotonic() + _CLOSED_IN
        last = sample(began, server, tally)
        while (
            last.served or last.files > first.files + _FILES
        ) and time.monotonic() < end:
            time.sleep(0.2)
            last = sample(began, server, tally)
    return [first, *samples], last, tally


def faults(samples: list[Sample], last: Sample, tally: Tally) -> list[str]:
    """What has passed its bound."""
    first, *running = samples
    warm = running[int(len(running) * _WARM) :]
    start, end = warm[: len(warm) // 3 + 1], warm[-(len(warm) // 3 + 1) :]
    found = [
        f"{count} times an error that isn't ours: {name}"
        for name, count in tally.foreign.items()
    ]
    found += [
        f"a value that no whole answer holds: {value}" for value in tally.wrong[:5]
    ]
    if tally.late:
        found.append(
            f"{tally.late} calls took {LATE:g} s longer than their {DEADLINE:g} s"
        )
    more = _middle(end, "memory") - _middle(start, "memory")
    if more > _MORE_MEMORY:
        found.append(f"memory grew by {more / 2**20:.1f} MB")
    more = _middle(end, "objects") / _middle(start, "objects") - 1
    if more > _MORE_OBJECTS:
        found.append(f"objects grew by {more:.0%}")
    most = max(one.sockets for one in running)
    if most > first.sockets + _CONNECTIONS + _BEYOND:
        found.append(f"{most} sockets were open at once")
    if last.files > first.files + _FILES:
        found.append(f"{last.files - first.files} descriptors are left")
    if last.served:
        found.append(f"{last.served} connections are left at the server")
    return found


def _middle(samples: list[Sample], name: str) -> float:
    values = sorted(getattr(one, name) for one in samples)
    return float(values[len(values) // 2])


def report(samples: list[Sample], last: Sample, tally: Tally, console: Console) -> None:
    """Print the figures."""
    table = Table(
        "",
        "seconds",
        "calls",
        "RSS, MB",
        "objects",
        "descriptors",
        "sockets",
        "at the server",
    )
    running = samples[1:]
    rows = {
        "before": samples[0],
        "warm": running[int(len(running) * _WARM)],
        "middle": running[len(running) // 2],
        "end": running[-1],
        "closed": last,
    }
    for name, one in rows.items():
        held = f"{one.memory / 2**20:.1f}", f"{one.objects:,}"
        counts = map(str, (one.files, one.sockets, one.served))
        table.add_row(name, f"{one.seconds:.0f}", f"{one.calls:,}", *held, *counts)
    console.print(table)
    outcomes = Table("what calls came to", "times")
    for name, count in tally.outcomes.most_common():
        outcomes.add_row(name, f"{count:,}")
    console.print(outcomes)


def main() -> int:
    """Soak, print figures, and return 1 where something grew or wasn't ours."""
    parser = ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--threads", type=int, default=50)
    parser.add_argument("--tasks", type=int, default=50)
    parser.add_argument("--transports", nargs="+", default=list(TRANSPORTS))
    given = parser.parse_args()
    seed = random.SystemRandom().randrange(10**6) if given.seed is None else given.seed
    console = Console()
    counts = given.threads, given.tasks
    console.print(f"seed {seed}, {given.threads} threads and {given.tasks} tasks")
    threading.excepthook = lambda args: sys.exit(f"a thread broke: {args.exc_value!r}")
    samples, last, tally = run(given.seconds, seed, counts, given.transports, console)
    report(samples, last, tally, console)
    found = faults(samples, last, tally)
    for fault in found:
        console.print(f"[red]{fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
