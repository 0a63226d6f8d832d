"""Draws what `make mirror` measured; runs where matplotlib is installed.

Reads `{"stands": [[seconds, pages], …], "processes": [[[seconds, pages], …], …]}` as JSON, and
writes the SVG that the argument names.
"""

from __future__ import annotations

import json
import sys

import matplotlib

matplotlib.use("svg")
# The same curves make the same file, and text stays text.
matplotlib.rcParams |= {"svg.hashsalt": "progress", "svg.fonttype": "none"}

from matplotlib import pyplot  # noqa: E402 -- after the choice of what draws

curves = json.load(sys.stdin)
figure, axes = pyplot.subplots(figsize=(8, 5))
for number, points in enumerate(curves["processes"]):
    seconds, pages = zip(*points, strict=True)
    label = "dealt with by each process" if number == 0 else None
    axes.plot(seconds, pages, color="tab:orange", linewidth=1, label=label)
    axes.axvline(seconds[-1], color="tab:gray", linewidth=0.4)
seconds, pages = zip(*curves["stands"], strict=True)
axes.plot(seconds, pages, color="tab:blue", linewidth=2, label="on the server")
axes.set(
    xlabel="seconds",
    ylabel="pages",
    title="10,000 pages, 5 % of calls failing, 20 kills (gray)",
)
axes.grid(alpha=0.3)
axes.legend(loc="lower right")
figure.savefig(sys.argv[1], metadata={"Date": None})
