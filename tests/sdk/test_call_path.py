"""A call reads like one: it passes few files, and seldom changes from one to another."""

from __future__ import annotations

from bench.frames import MOST, TRANSPORTS, traced
from bench.server import serving


def test_a_call_passes_few_files() -> None:
    with serving() as url:
        paths = {transport: traced(url, transport) for transport in TRANSPORTS}
    for transport, path in paths.items():
        within = (found <= limit for found, limit in zip(path, MOST, strict=True))
        assert all(within), (transport, path)
