"""One document, generated in a process of its own."""

from __future__ import annotations

import hashlib
import re
import time
import traceback
import warnings
from pathlib import Path

import msgspec

from generator import pipeline
from generator.config import Config, Output
from generator.diagnostics import Failed, Notebook, Severity
from generator.document.files.policy import Policy
from generator.document.files.sources import Sources
from generator.pipeline import AllOperationsRefused, Run
from generator.progress import Progress
from generator.targets import python
from generator.targets.python.names.package_names import (
    default_client,
    default_distribution,
)
from generator.targets.python.options import Options
from tests.judge.overlay.overlay_files import OverlayName, write_overlays
from tests.judge.rows import Check, Finding

_LONGEST_NAME = 30
_KEPT = 20
_TRACE = 8
_ORDER = (Severity.ERROR, Severity.REPAIR, Severity.WARNING, Severity.NOTE)


class Job(msgspec.Struct, frozen=True):
    """A document, the folder it was found in, and the folder that its package goes to.

    `overlays` are what is declared besides, by overlays that are made for the document.
    """

    path: Path
    corpus: Path
    out: Path
    overlays: tuple[OverlayName, ...] = ()

    @property
    def name(self) -> str:
        """The document's path within the corpus."""
        return self.path.relative_to(self.corpus).as_posix()

    @property
    def package(self) -> str:
        """A package name that no other document has."""
        words = re.sub(r"[^a-z0-9]+", "_", self.name.lower()).strip("_")
        digest = hashlib.sha256(self.name.encode()).hexdigest()[:6]
        return f"c_{words[-_LONGEST_NAME:].strip('_')}_{digest}"

    @property
    def folder(self) -> Path:
        """Where the package's project goes."""
        return self.out / self.package


class Generated(msgspec.Struct, frozen=True, kw_only=True):
    """What a run of the generator gave."""

    version: str = ""
    complete: int = 0
    operations: int = 0
    repairs: int = 0
    refusals: int = 0
    seconds: float = 0.0
    written: bool = False
    fault: str = ""
    findings: tuple[Finding, ...] = ()


def generate(job: Job) -> Generated:
    """Generate the package of a document."""
    run = Run(Progress())
    began = time.perf_counter()
    fault = ""
    outcome = None
    operations = complete = 0
    try:
        outcome = pipeline.generate(_config(job), run)
        coverage = outcome.coverage
        operations, complete = coverage.operations, coverage.operations_kept
    except AllOperationsRefused as reason:
        operations = reason.operations
    except Failed as reason:
        # A failure without a finding would be one without a reason.
        fault = "" if run.notebook.findings else f"failed: {reason}"
    except MemoryError:
        return Generated(fault="out of memory", seconds=time.perf_counter() - began)
    except Exception:
        fault = _trace()
    seconds = time.perf_counter() - began
    notebook = run.notebook
    return Generated(
        version=_version(job.path),
        complete=complete,
        operations=operations,
        repairs=notebook.count(Severity.REPAIR),
        refusals=notebook.count(Severity.ERROR),
        seconds=seconds,
        written=outcome is not None,
        fault=fault,
        findings=tuple(_findings(notebook, run.sources)),
    )


def compiled(folder: Path) -> Check:
    """Whether every module below a folder compiles without a warning."""
    notes: list[str] = []
    modules = sorted(folder.rglob("*.py"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for path in modules:
            try:
                compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
            except (SyntaxError, ValueError, RecursionError, Warning) as error:
                notes.append(f"{path.relative_to(folder)}: {error}")
    return Check(
        verdict="failed" if notes else "ok",
        failures=len(notes),
        cases=len(modules),
        notes=tuple(notes[:_KEPT]),
    )


def _config(job: Job) -> Config:
    options = Options(
        package=job.package,
        distribution=default_distribution(job.package),
        client=default_client(job.package),
        version="0.1.0",
    )
    # Trees share files between folders, never beyond the corpus.
    overlays = write_overlays(job.path, job.overlays, job.out, job.package)
    policy = Policy(lenient=True, outside=(job.corpus,), overlays=overlays)
    return Config(job.path, policy, (Output(python.TARGET, job.folder, options),))


def _version(path: Path) -> str:
    """The version as the document's text has it, wherever the generator stopped."""
    text = path.read_bytes()
    found = re.search(rb"(?:openapi|swagger)[\"']?\s*:\s*[\"']?([0-9][\w.-]*)", text)
    return found[1].decode() if found else ""


def _findings(notebook: Notebook, sources: Sources) -> list[Finding]:
    """The gravest findings with their lines."""
    grave = [
        found
        for rank in _ORDER
        for found in notebook.findings
        if found.severity is rank
    ][:_KEPT]
    spans = iter(sources.spans([found.place for found in grave if found.place]))
    kept: list[Finding] = []
    for found in grave:
        span = next(spans) if found.place else None
        file, line = (span.file, span.line) if span else ("", 0)
        kept.append(
            Finding(found.severity.value, found.code, found.message, file, line)
        )
    return kept


def _trace() -> str:
    lines = traceback.format_exc().strip().splitlines()
    # Python underlines the part of each line that failed.
    shown = [line for line in lines if line.strip(" ^~")]
    return "\n".join(shown[-_TRACE:])
