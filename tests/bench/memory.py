"""Whether memory grows with the pages that are gone through, and with the calls that are made."""

from __future__ import annotations

import os
import subprocess
import sys

from bench.report import Figure

PAGES = 20_000
ITEMS_ON_A_PAGE = 50
CALLS = 10_000
# A pager keeps that many to recognise a repeated cursor.
BYTES_PER_PAGE = 16
# What an allocator keeps.
SLACK = 1_000_000
# Each program warms up first, so that what is loaded once isn't counted.
PROGRAM = """
import gc, itertools
from intercom_sdk import Intercom

def resident():
    gc.collect()
    return int(open('/proc/self/statm').read().split()[1]) * {page_size}

with Intercom(token='t', base_url={url!r}, transport='httpcore2') as client:
    {prepare}
    {warm}
    before = resident()
    {run}
    print(resident() - before)
"""


def grown(url: str, prepare: str, warm: str, run: str) -> int:
    """The bytes by which a program's resident memory grows."""
    program = PROGRAM.format(
        url=url,
        prepare=prepare,
        warm=warm,
        run=run,
        page_size=os.sysconf("SC_PAGE_SIZE"),
    )
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    return int(done.stdout)


def memory_growth(url: str) -> list[Figure]:
    """Resident memory over a million items in pages, and over many small GETs."""
    if sys.platform != "linux":
        print("not measured: how memory grows, since /proc isn't there")
        return []
    skip = "for _ in itertools.islice(items, {count}): pass"
    items = grown(
        url,
        "items = iter(client.notes.list('endless'))",
        skip.format(count=1000 * ITEMS_ON_A_PAGE),
        skip.format(count=PAGES * ITEMS_ON_A_PAGE),
    )
    call = "for _ in range({count}): client.notes.retrieve(1)"
    calls = grown(url, "", call.format(count=500), call.format(count=CALLS))
    count = PAGES * ITEMS_ON_A_PAGE
    return [
        growth(f"memory over {count:,} items in pages", items, PAGES * BYTES_PER_PAGE),
        growth(f"memory over {CALLS:,} calls", calls, 0),
    ]


def growth(subject: str, grown_bytes: int, allowed: int) -> Figure:
    """A line that compares bytes with what may be kept."""
    limit = allowed + SLACK
    return Figure(
        subject,
        f"{grown_bytes / 1e6:+.1f} MB",
        "limit",
        f"{limit / 1e6:.1f} MB",
        f"{grown_bytes / limit:.2f}x",
        f"at most {limit / 1e6:.1f} MB",
        grown_bytes <= limit,
    )
