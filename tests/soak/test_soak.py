"""What a soak finds: anything that grows, and errors of others."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any

import pytest
from sdk_runtime.errors import APITimeoutError

from soak.__main__ import Sample, faults
from soak.load import Tally

FLAT = Sample(0.0, 100 * 2**20, 50_000, 10, 2, 0, 0)


def samples(**growth: int) -> list[Sample]:
    """Thirty of them, in which something grows steadily to so much more."""
    made = [FLAT]
    for number in range(30):
        more: Any = {
            name: getattr(FLAT, name) + amount * number // 30
            for name, amount in growth.items()
        }
        made.append(replace(FLAT, seconds=float(number), **more))
    return made


@pytest.mark.parametrize(
    ("growth", "said"),
    [
        ({}, []),
        ({"memory": 10 * 2**20, "objects": 2000}, []),
        ({"memory": 100 * 2**20}, ["memory grew by 50.0 MB"]),
        ({"objects": 50_000}, ["objects grew by 38%"]),
        ({"sockets": 300}, ["292 sockets were open at once"]),
    ],
)
def test_what_grows_is_found(growth: dict[str, int], said: list[str]) -> None:
    assert faults(samples(**growth), FLAT, Tally()) == said


def test_what_is_left_is_found() -> None:
    left = replace(FLAT, files=20, served=3)
    said = ["10 descriptors are left", "3 connections are left at the server"]
    assert faults(samples(), left, Tally()) == said


def test_only_errors_of_ours_are_fine() -> None:
    tally = Tally()
    for error in (
        None,
        APITimeoutError("late"),
        asyncio.CancelledError(),
        KeyError("k"),
    ):
        tally.add(time.monotonic(), error)
    tally.check({"half": "a note"})
    assert faults(samples(), FLAT, tally) == [
        "1 times an error that isn't ours: KeyError: 'k'",
        "a value that no whole answer holds: {'half': 'a note'}",
    ]
