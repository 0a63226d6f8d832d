"""How long a cold run takes over Intercom's preview document: ours, and two other generators'."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bench.report import Figure

ROUNDS = 3
LEAST_RATIO = 4.0
ROOT = Path(__file__).resolve().parents[2]
# Where `make corpus` finds documents as well; another one can be named.
DOCUMENT = Path(
    os.environ.get(
        "SDKWRIGHT_BENCH_DOCUMENT",
        ROOT.parent / "shared" / "specs" / "intercom__v0-preview.yaml",
    )
)
RIVALS = Path(sys.prefix) / "rivals" / "bin"


def with_cache(folder: Path) -> dict[str, str]:
    """The environment of a run that takes and keeps what earlier runs made in a folder alone."""
    # Installed programs have their bytecode, which the first round writes here.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "SDKWRIGHT_CACHE": str(folder)}


class Contestant(NamedTuple):
    """A generator's name and command line, in which `{out}` is a folder that isn't there yet."""

    name: str
    command: tuple[str, ...]
    # What must be on the PATH.
    needs: str = ""

    def missing(self) -> str:
        """What isn't installed, or ""."""
        names = [self.command[0], *([self.needs] if self.needs else [])]
        return ", ".join(name for name in names if shutil.which(name) is None)

    def seconds(self, document: Path = DOCUMENT) -> float:
        """Wall time of one run over a document in an empty folder."""
        with tempfile.TemporaryDirectory() as folder:
            out = str(Path(folder) / "out")
            command = [part.format(document=document, out=out) for part in self.command]
            began = time.perf_counter()
            done = subprocess.run(
                command,
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
                env=with_cache(Path(folder) / "cache"),
            )
            spent = time.perf_counter() - began
            if not any(Path(out).rglob("*.py")):
                raise RuntimeError(
                    f"{self.name} wrote nothing: {(done.stderr or done.stdout)[-400:]}"
                )
            return spent


OURS = Contestant(
    "ours",
    (
        *(sys.executable, "-m", "generator", "generate"),
        *("--spec", "{document}", "--out", "{out}"),
    ),
)
OTHERS = (
    Contestant(
        "openapi-python-client",
        (
            *(str(RIVALS / "openapi-python-client"), "generate"),
            *("--path", "{document}", "--output-path", "{out}"),
        ),
    ),
    Contestant(
        "OpenAPI Generator",
        (
            *(str(RIVALS / "openapi-generator-cli"), "generate", "-g", "python"),
            *("-i", "{document}", "-o", "{out}", "--skip-validate-spec"),
        ),
        needs="java",
    ),
)


@cache
def runners() -> tuple[Contestant, ...]:
    """Ours and those of the others that are installed; those that aren't are printed."""
    found = [OURS]
    for other in OTHERS:
        if missing := other.missing():
            print(f"not measured: {other.name}, since {missing} isn't installed")
        else:
            found.append(other)
    return tuple(found)


def generating() -> list[Figure]:
    """Seconds from an empty folder to a written package, the least of several rounds in turns."""
    if not DOCUMENT.is_file():
        print(f"not measured: cold generation, since {DOCUMENT} isn't there")
        return []
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for runner in runners():
            seconds = runner.seconds()
            best[runner.name] = min(best.get(runner.name, seconds), seconds)
    ours = best.pop(OURS.name)
    return [
        Figure(
            "cold generation, preview",
            f"{ours:.1f} s",
            name,
            f"{seconds:.1f} s",
            f"{seconds / ours:.1f}x faster",
            f"at least {LEAST_RATIO:.0f}x",
            seconds / ours >= LEAST_RATIO,
        )
        for name, seconds in best.items()
    ]
