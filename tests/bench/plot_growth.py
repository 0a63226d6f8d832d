"""Draws what `bench.growth` measured; runs where the other generators are installed.

Reads `{generator: [[operations, seconds], …]}` as JSON, and writes the SVG that the argument names.
"""

from __future__ import annotations

import json
import sys

import matplotlib

matplotlib.use("svg")
# The same curves make the same file, and text stays text.
matplotlib.rcParams |= {"svg.hashsalt": "growth", "svg.fonttype": "none"}

from matplotlib import pyplot, ticker  # noqa: E402 -- after the choice of what draws

figure, axes = pyplot.subplots(figsize=(8, 5))
for name, points in json.load(sys.stdin).items():
    sizes = [size for size, _ in points]
    each = [1000 * seconds / size for size, seconds in points]
    axes.plot(sizes, each, marker="o", label=name)
axes.set(
    xscale="log",
    yscale="log",
    xlabel="operations of the document",
    ylabel="milliseconds for each operation",
    title="Cold generation",
)
axes.set_xticks([15, 60, 240, 600, 1200, 2400, 5000])
for axis in (axes.xaxis, axes.yaxis):
    axis.set_major_formatter(ticker.ScalarFormatter())
    axis.set_minor_formatter(ticker.NullFormatter())
axes.grid(alpha=0.3)
axes.legend()
figure.savefig(sys.argv[1], metadata={"Date": None})
