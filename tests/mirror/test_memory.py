"""A mirror holds no more pages than are on their way, however many there are."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from mirror import killing
from mirror.pages_server import PagesServer

COUNT, SIZE = 2000, 20_000
# Less than a third of what the pages come to.
MOST_GROWTH = 12_000_000


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_memory_is_flat(tmp_path: Path, is_async: bool) -> None:
    with PagesServer().running() as server:
        settings = {
            "url": server.url,
            "journal": str(tmp_path / "journal.sqlite3"),
            "is_async": is_async,
            "concurrency": killing.CONCURRENCY,
            "numbers": [0, COUNT],
            "size": SIZE,
            "shows": True,
        }
        printed, _ = killing.start(settings).communicate(timeout=120)
    *lines, report = map(json.loads, printed.splitlines())
    assert report["created"] == COUNT
    warm = next(size for _, total, size in lines if total >= COUNT // 10)
    assert lines[-1][2] - warm < MOST_GROWTH
