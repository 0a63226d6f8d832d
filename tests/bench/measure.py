"""Measuring in turns, so that a noisy machine disturbs all contestants alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

ROUNDS = 15


def cpu_seconds(
    contestants: Mapping[str, Callable[[], object]], calls: Mapping[str, int]
) -> dict[str, float]:
    """The least CPU time of one call over several rounds.

    Args:
        contestants: What to call, by name.
        calls: How often in a round, by name: enough for some milliseconds.

    Returns:
        Seconds of this process's CPU time per call, by name.
    """
    best = dict.fromkeys(contestants, float("inf"))
    for function in contestants.values():
        function()
    for _ in range(ROUNDS):
        for name, function in contestants.items():
            start = time.process_time()
            for _ in range(calls[name]):
                function()
            spent = (time.process_time() - start) / calls[name]
            best[name] = min(best[name], spent)
    return best
