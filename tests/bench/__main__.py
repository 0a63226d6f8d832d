"""`make bench`: our SDK and our generator against others of their kind, in one run."""

from __future__ import annotations

import sys

from bench.decoding import decoding
from bench.fast import fast_calls, fast_throughput
from bench.frames import call_path
from bench.generating import generating
from bench.growth import growth
from bench.memory import memory_growth
from bench.regenerating import regenerating
from bench.report import Figure, show
from bench.requests import asynchronous, listing, small_get
from bench.server import serving
from bench.startup import startup


def main() -> int:
    """Measure everything, print a table, and return how many expectations failed."""
    figures: list[Figure] = []
    with serving() as url:
        figures += startup(url)
        figures += memory_growth(url)
        figures += small_get(url)
        figures += call_path(url)
        figures += listing(url)
        figures += asynchronous(url)
        figures += fast_calls(url)
        figures += fast_throughput(url)
    figures += decoding()
    figures += generating()
    figures += regenerating()
    figures += growth()
    return show(figures, sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
