"""A mirror that is killed at points drawn from a seed, and started again until it is done."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from mirror import child
from mirror.pages_server import PagesServer

ROOT = Path(__file__).parents[2]
SDK = ROOT / "generated" / "intercom" / "python"
CONCURRENCY = 8
KILLS = 20


class Killed(NamedTuple):
    """What came of it: the report of the last process, and what each printed before it."""

    report: dict[str, Any]
    progress: list[list[Any]]


def points(count: int, seed: int) -> list[int]:
    """After how many calls to kill, while pages are posted and while they are deleted."""
    drawn = random.Random(seed)  # noqa: S311 -- a kill is no secret
    return sorted(drawn.sample(range(2, int(count * 1.02)), KILLS))


def start(settings: dict[str, Any]) -> subprocess.Popen[str]:
    """A process that mirrors as the settings say."""
    path = os.pathsep.join([str(SDK), str(ROOT / "tests")])
    return subprocess.Popen(
        [sys.executable, child.__file__, json.dumps(settings)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


def mirror_with_kills(
    server: PagesServer, settings: dict[str, Any], kills: int
) -> Killed:
    """Run until the mirror is complete; the server stops where it is to be killed.

    Args:
        server: Where the pages go.
        settings: Those of the child.
        kills: How often the server stops.
    """
    progress: list[list[Any]] = []
    for number in range(kills + 1):
        process = start(settings)
        if number < kills:
            while not server.stopped.wait(0.5):
                assert process.poll() is None, "the server isn't called so often"
            process.kill()
            printed, _ = process.communicate()
            server.resume()
            progress += [[number, *json.loads(line)] for line in printed.splitlines()]
            continue
        printed, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        *lines, last = printed.splitlines()
        progress += [[number, *json.loads(line)] for line in lines]
        return Killed(json.loads(last), progress)
    raise AssertionError


def resent(server: PagesServer) -> list[int]:
    """How many pages each process posted again that the server had confirmed to an earlier one."""
    confirmed: dict[tuple[str, str], int] = {}
    again: Counter[int] = Counter()
    seen: set[tuple[int, str, str]] = set()
    for posted in server.posted:
        key = posted.external_id, posted.html
        before = confirmed.get(key, posted.process)
        if before < posted.process and (posted.process, *key) not in seen:
            again[posted.process] += 1
        seen.add((posted.process, *key))
        if posted.answered:
            confirmed[key] = posted.process
    return list(again.values())
