"""From a fresh interpreter to the first resource, and to the first answer: wall time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple

from bench.report import Figure

ROUNDS = 9
RESOURCE = {
    "ours": "from intercom_sdk import Intercom; Intercom(token='t').notes",
    "python-intercom": "from intercom import Intercom; Intercom(token='t').notes",
    "httpx2.Client()": "import httpx2; httpx2.Client()",
}
# Ours loads the transport at the first call, so the first answer is what a short script waits for.
ANSWER = {
    "ours": "from intercom_sdk import Intercom; "
    "Intercom(token='t', base_url={url!r}).notes.retrieve(1)",
    "python-intercom": "from intercom import Intercom; "
    "Intercom(token='t', base_url={url!r}).notes.find(1)",
    "httpx2 + json": "import httpx2; httpx2.Client().get({url!r} + '/notes/1').json()",
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
MOST_EXTRA_SECONDS = 0.025


class Start(NamedTuple):
    """Seconds, and resident memory in MB (0 where the system doesn't tell)."""

    seconds: float
    megabytes: float


def start(program: str) -> Start:
    """Run the program once in a fresh interpreter."""
    path = os.pathsep.join(filter(None, sys.path))
    # An installed package has its bytecode, which the first round writes here.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", FRAME.format(program=program)],
        capture_output=True,
        text=True,
        check=True,
        env={**kept, "PYTHONPATH": path},
    )
    seconds, pages = done.stdout.split()
    return Start(float(seconds), int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6)


def best_of(programs: dict[str, str]) -> dict[str, Start]:
    """The quickest of several rounds of each, in turns."""
    best: dict[str, Start] = {}
    for _ in range(ROUNDS):
        for name, program in programs.items():
            run = start(program)
            best[name] = min(best.get(name, run), run)
    return best


def startup(url: str) -> list[Figure]:
    """Import, constructor and first resource; then the same up to the first answer."""
    resource = best_of(RESOURCE)
    answer = best_of(
        {name: program.format(url=url) for name, program in ANSWER.items()}
    )
    ours, theirs, bare = resource.values()
    return [
        times("import to first resource", resource, "python-intercom"),
        times("import to first resource", resource, "httpx2.Client()")._replace(
            expected="at most +25 ms",
            holds=ours.seconds - bare.seconds <= MOST_EXTRA_SECONDS,
        ),
        Figure(
            "memory at first resource",
            f"{ours.megabytes:.0f} MB",
            "python-intercom",
            f"{theirs.megabytes:.0f} MB",
            f"{theirs.megabytes / max(ours.megabytes, 0.1):.1f}x less",
        ),
        times("import to first answer", answer, "python-intercom"),
        times("import to first answer", answer, "httpx2 + json"),
    ]


def times(subject: str, best: dict[str, Start], name: str) -> Figure:
    """A line that compares seconds, by their difference."""
    ours, theirs = best["ours"].seconds, best[name].seconds
    return Figure(
        subject,
        f"{ours * 1e3:.0f} ms",
        name,
        f"{theirs * 1e3:.0f} ms",
        f"{(ours - theirs) * 1e3:+.0f} ms",
    )
