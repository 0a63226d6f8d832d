"""A call reads like one: it passes few files, and seldom changes from one to another."""

from __future__ import annotations

from bench.frames import MOST, traced
from bench.server import serving


def test_a_call_passes_few_files() -> None:
    with serving() as url:
        path = traced(url)
    assert all(found <= limit for found, limit in zip(path, MOST, strict=True)), path
