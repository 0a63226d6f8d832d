"""`make mirror`: ten thousand pages under fire, with figures and a plot of progress over time."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from mirror import killing
from mirror.child import SOURCE, made_pages
from mirror.pages_server import PagesServer

COUNT = 10_000
SEED = 14
LIMIT = 500
PLOT = killing.ROOT / ".cache" / "mirror" / "progress.svg"
PYTHON = Path(sys.prefix) / "rivals" / "bin" / "python"
MEGABYTE = 1_000_000


def main() -> int:
    """Mirror, print the figures, draw the plot; 1 where a page isn't as it should be."""
    server, ended = PagesServer(SEED, limit=LIMIT), threading.Event()
    stands: list[tuple[float, int]] = []

    def sample() -> None:
        while not ended.wait(0.1):
            stands.append((time.time(), len(server.pages)))

    with server.running(), tempfile.TemporaryDirectory() as folder:
        settings: dict[str, Any] = {
            "url": server.url,
            "journal": f"{folder}/journal.sqlite3",
            "is_async": True,
            "concurrency": killing.CONCURRENCY,
            "rate_limit": "auto",
            "numbers": [0, COUNT],
            "shows": True,
        }
        server.stop_at(killing.points(COUNT, SEED))
        sampler, begun = threading.Thread(target=sample), time.time()
        sampler.start()
        killed = killing.mirror_with_kills(server, settings, killing.KILLS)
        seconds = time.time() - begun
        ended.set()
        sampler.join()
        again, calls = killing.resent(server), server.calls
        met = server.faults.most_common()
        kept = {(SOURCE, one.external_id): one.html for one in made_pages(range(COUNT))}
        are_right = kept == {key: one["html"] for key, one in server.pages.items()}
        # All of them once more, by one process, for its memory.
        whole = killing.mirror_with_kills(server, {**settings, "version": 2}, kills=0)
    processes: dict[int, list[tuple[float, int]]] = {}
    for number, moment, total, _ in killed.progress:
        processes.setdefault(number, []).append((moment - begun, total))
    warm = next(size for *_, total, size in whole.progress if total >= COUNT // 10)
    last = whole.progress[-1][-1]
    grown = (last - warm) / MEGABYTE
    faults = ", ".join(f"{count} {name}" for name, count in met)
    print(f"{len(server.pages)} pages, each once with its last content: {are_right}")
    print(f"{calls} calls in {seconds:.0f} s, at most {LIMIT} a second")
    print(f"faults: {faults}")
    print(
        f"sent again after {killing.KILLS} kills: {sum(again)}, at most {max(again)} each"
    )
    print(
        f"memory: {last / MEGABYTE:.0f} MB, {grown:+.1f} MB since {COUNT // 10} pages"
    )
    _draw(
        {
            "stands": [(moment - begun, count) for moment, count in stands],
            "processes": [*processes.values()],
        }
    )
    return 0 if are_right else 1


def _draw(curves: dict[str, Any]) -> None:
    if not PYTHON.exists():
        print("not drawn: matplotlib is in .venv/rivals, which isn't there")
        return
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    program = Path(__file__).with_name("plot_progress.py")
    subprocess.run(
        [str(PYTHON), str(program), str(PLOT)],
        input=json.dumps(curves),
        text=True,
        check=True,
    )
    print(f"drawn: {PLOT.relative_to(killing.ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
