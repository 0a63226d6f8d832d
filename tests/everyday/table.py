"""The table of the jobs in README.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from everyday.catalogue import JOBS
from everyday.job import Job
from everyday.outcomes import function, lines

README = Path(__file__).parents[2] / "README.md"
_BEGIN, _END = "<!-- everyday -->\n", "<!-- /everyday -->"
_HEAD = """\
| job | ours | python-intercom | its CPU to ours |
|---|---|---|---|
"""


def theirs_is_right(job: Job) -> bool:
    """Whether python-intercom comes to what is right, be it by other ways of reading."""
    return job.theirs is None or job.theirs.is_as_good_as(job.right)


def table(ratios: Mapping[str, str]) -> str:
    """The table, with the ratios of CPU by the jobs' titles."""
    rows: list[str] = []
    sums = {"ours": 0, "theirs": 0}
    for job in JOBS:
        cells: list[str] = []
        for who in sums:
            count = lines(function(who, job.function))
            sums[who] += count
            is_right = who == "ours" or theirs_is_right(job)
            cells.append(f"{count}, {'right' if is_right else '**wrong**'}")
        if job.remark:
            cells[-1] += f": {job.remark}"
        cells.append(ratios.get(job.title, ""))
        rows.append(f"| {' | '.join([job.title, *cells])} |")
    right = sum(map(theirs_is_right, JOBS))
    rows.append(
        f"| {len(JOBS)} jobs | {sums['ours']} lines, {len(JOBS)} right"
        f" | {sums['theirs']} lines, {right} right | |"
    )
    return _HEAD + "\n".join(rows) + "\n"


def shown_ratios() -> dict[str, str]:
    """The ratios that README.md shows, by the jobs' titles."""
    text = README.read_text("utf-8").partition(_BEGIN)[2].partition(_END)[0]
    found = re.findall(r"^\| (.+?) \|.*\| ([^|]+) \|$", text, re.MULTILINE)
    return {title: ratio for title, ratio in found if ratio.endswith("x")}


def with_table(text: str, ratios: Mapping[str, str]) -> str:
    """The text of README.md with the table in it."""
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (begin and end):
        raise ValueError(f"{README} has no place for the table")
    return f"{before}{begin}{table(ratios)}{end}{after}"
