"""From a fresh interpreter to the first resource: wall time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple

from bench.report import Figure

ROUNDS = 9
PROGRAMS = {
    "ours": "from intercom_sdk import Intercom; Intercom(token='t').notes",
    "python-intercom": "from intercom import Intercom; Intercom(token='t').notes",
    "httpx2.Client()": "import httpx2; httpx2.Client()",
}
# The interpreter's own start is no part of it: the clock starts in the program.
FRAME = """
import sys, time
start = time.perf_counter()
{program}
spent = time.perf_counter() - start
pages = int(open('/proc/self/statm').read().split()[1]) if sys.platform == 'linux' else 0
print(spent, pages)
"""


class Start(NamedTuple):
    """Seconds, and resident memory in MB (0 where the system doesn't tell)."""

    seconds: float
    megabytes: float


def start(program: str) -> Start:
    """Run the program once in a fresh interpreter."""
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-c", FRAME.format(program=program)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    seconds, pages = done.stdout.split()
    return Start(float(seconds), int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6)


def startup() -> list[Figure]:
    """Import, constructor and first resource, in turns; the best round of each counts."""
    best: dict[str, Start] = {}
    for _ in range(ROUNDS):
        for name, program in PROGRAMS.items():
            run = start(program)
            best[name] = min(best.get(name, run), run)
    ours, theirs, bare = (best[name] for name in PROGRAMS)
    extra = ours.seconds - bare.seconds
    return [
        Figure(
            "import to first resource",
            f"{ours.seconds * 1e3:.0f} ms",
            "python-intercom",
            f"{theirs.seconds * 1e3:.0f} ms",
            f"{theirs.seconds / ours.seconds:.1f}x less",
        ),
        Figure(
            "import to first resource",
            f"{ours.seconds * 1e3:.0f} ms",
            "httpx2.Client()",
            f"{bare.seconds * 1e3:.0f} ms",
            f"+{extra * 1e3:.0f} ms",
            "at most +25 ms",
            extra <= 0.025,
        ),
        Figure(
            "memory at first resource",
            f"{ours.megabytes:.0f} MB",
            "python-intercom",
            f"{theirs.megabytes:.0f} MB",
            f"{theirs.megabytes / max(ours.megabytes, 0.1):.1f}x less",
        ),
    ]
