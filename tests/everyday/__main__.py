"""`make everyday`: the CPU of each job, by our package and by python-intercom, for README.md."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from bench.measure import cpu_seconds

from everyday.catalogue import JOBS
from everyday.example_server import serving
from everyday.outcomes import client, function
from everyday.table import README, shown_ratios, table, theirs_is_right, with_table

CALLS = {"ours": 10, "theirs": 3}


def main() -> None:
    """Measure the jobs that both do, and show the table; with --update, in README.md."""
    ratios: dict[str, str] = {}
    with serving() as url, ExitStack() as stack:
        clients = {who: stack.enter_context(client(who, url)) for who in CALLS}
        for job in filter(theirs_is_right, JOBS):
            contestants: dict[str, Callable[[], object]] = {
                who: partial(function(who, job.function), clients[who], *job.arguments)
                for who in CALLS
            }
            spent = cpu_seconds(contestants, CALLS)
            ratios[job.title] = f"{spent['theirs'] / spent['ours']:.1f}x"
    print(table(ratios), end="")
    if "--update" in sys.argv:
        text = README.read_text("utf-8")
        README.write_text(with_table(text, ratios), "utf-8")
    elif missing := [*ratios.keys() - shown_ratios()]:
        print(f"not in README.md: {', '.join(missing)}", file=sys.stderr)


if __name__ == "__main__":
    main()
