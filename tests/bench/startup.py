"""From a fresh interpreter to the first resource, and to the first answer: wall time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple

from bench.generating import DOCUMENT, ROOT
from bench.report import Figure

ROUNDS = 9
# The package of Intercom's whole preview document.
PREVIEW = ROOT / ".cache" / "bench" / "preview"
# Ours with the transport that a package has without its extra `fast`.
RESOURCE = {
    "ours": "from intercom_sdk import Intercom; "
    "Intercom(token='t', transport='httpcore2').notes",
    "python-intercom": "from intercom import Intercom; Intercom(token='t').notes",
    "httpx2.Client()": "import httpx2; httpx2.Client()",
}
# Ours loads the transport at the first call, so the first answer is what a short script waits for.
ANSWER = {
    "ours": "from intercom_sdk import Intercom; "
    "Intercom(token='t', base_url={url!r}, transport='httpcore2').notes.retrieve(1)",
    "python-intercom": "from intercom import Intercom; "
    "Intercom(token='t', base_url={url!r}).notes.find(1)",
    "httpx2 + json": "import httpx2; httpx2.Client().get({url!r} + '/notes/1').json()",
    "httpcore2": "import httpcore2; "
    "httpcore2.ConnectionPool().request('GET', {url!r} + '/notes/1').content",
    "ours, preview": "import sys; sys.path.insert(0, {preview!r}); "
    "from intercom_v0_preview import IntercomV0Preview; "
    "IntercomV0Preview(token='t', base_url={url!r}, transport='httpcore2')"
    ".notes.retrieve(1)",
}
# The interpreter's own start is no part of it: the clock starts in the program.
FRAME = """
import sys, time
start = time.perf_counter()
{program}
spent = time.perf_counter() - start
pages = int(open('/proc/self/statm').read().split()[1]) if sys.platform == 'linux' else 0
print(spent, pages)
"""
# Beyond the bare interpreter for the first resource, beyond the bare transport for an answer.
MOST_EXTRA_SECONDS = 0.035
MOST_EXTRA_MEGABYTES = 8


class Start(NamedTuple):
    """Seconds, and resident memory in MB (0 where the system doesn't tell)."""

    seconds: float
    megabytes: float


def start(program: str) -> Start:
    """Run the program once in a fresh interpreter."""
    path = os.pathsep.join(filter(None, sys.path))
    # An installed package has its bytecode, which the first round writes here.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", FRAME.format(program=program)],
        capture_output=True,
        text=True,
        check=True,
        env={**kept, "PYTHONPATH": path},
    )
    seconds, pages = done.stdout.split()
    return Start(float(seconds), int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6)


def best_of(programs: dict[str, str]) -> dict[str, Start]:
    """The quickest of several rounds of each, in turns."""
    best: dict[str, Start] = {}
    for _ in range(ROUNDS):
        for name, program in programs.items():
            run = start(program)
            best[name] = min(best.get(name, run), run)
    return best


def startup(url: str) -> list[Figure]:
    """Import, constructor and first resource; then the same up to the first answer."""
    resource = best_of({"bare interpreter": "pass", **RESOURCE})
    programs = {
        name: program.format(url=url, preview=str(PREVIEW))
        for name, program in ANSWER.items()
        if name != "ours, preview" or preview_is_there()
    }
    answer = best_of(programs)
    ours, theirs = resource["ours"], resource["python-intercom"]
    return [
        times("import to first resource", resource, "python-intercom"),
        times("import to first resource", resource, "httpx2.Client()"),
        times("import to first resource", resource, "bare interpreter", is_goal=True),
        Figure(
            "memory at first resource",
            f"{ours.megabytes:.0f} MB",
            "python-intercom",
            f"{theirs.megabytes:.0f} MB",
            f"{theirs.megabytes / max(ours.megabytes, 0.1):.1f}x less",
        ),
        times("import to first answer", answer, "python-intercom"),
        times("import to first answer", answer, "httpx2 + json"),
        times("import to first answer", answer, "httpcore2", is_goal=True),
        *(
            memory(f"memory at first answer{name.removeprefix('ours')}", answer, name)
            for name in answer
            if name.startswith("ours")
        ),
    ]


def preview_is_there() -> bool:
    """Whether there is a package of the preview document, which is generated when it isn't."""
    if not DOCUMENT.is_file():
        print(f"not measured: memory with the preview, since {DOCUMENT} isn't there")
        return False
    command = ["generate", "--spec", str(DOCUMENT), "--out", str(PREVIEW)]
    done = subprocess.run(
        [sys.executable, "-m", "generator", *command],
        cwd=ROOT,
        # What isn't covered makes it no success.
        check=False,
        capture_output=True,
        text=True,
    )
    if not (PREVIEW / "intercom_v0_preview").is_dir():
        raise RuntimeError(f"the preview has no package: {done.stderr[-400:]}")
    return True


def memory(subject: str, best: dict[str, Start], name: str) -> Figure:
    """A line that compares resident memory with the bare transport's."""
    ours, bare = best[name].megabytes, best["httpcore2"].megabytes
    return Figure(
        subject,
        f"{ours:.0f} MB",
        "httpcore2",
        f"{bare:.0f} MB",
        f"{ours - bare:+.1f} MB",
        f"at most +{MOST_EXTRA_MEGABYTES} MB",
        ours - bare <= MOST_EXTRA_MEGABYTES,
    )


def times(
    subject: str, best: dict[str, Start], name: str, *, is_goal: bool = False
) -> Figure:
    """A line that compares seconds, by their difference, which a goal bounds."""
    ours, theirs = best["ours"].seconds, best[name].seconds
    return Figure(
        subject,
        f"{ours * 1e3:.0f} ms",
        name,
        f"{theirs * 1e3:.0f} ms",
        f"{(ours - theirs) * 1e3:+.0f} ms",
        f"at most +{MOST_EXTRA_SECONDS * 1e3:.0f} ms" if is_goal else "",
        not is_goal or ours - theirs <= MOST_EXTRA_SECONDS,
    )
