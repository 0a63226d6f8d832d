"""The commands: their output and their exit codes."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper

from generator import pipeline
from generator.arguments import Arguments, parse
from generator.config import read
from generator.diagnostics import Failed, Severity
from generator.diagnostics.report import report, wants_colour
from generator.pipeline import Run
from generator.progress import Progress
from generator.summary import out_of_date, summarise

COMPLETE = 0
FAILED = 1
INCOMPLETE = 3
REPAIRED = 4
INTERRUPTED = 130
BROKEN_PIPE = 141

MAX_FINDINGS = 50
_PIECE = 16_384


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, `sys.argv`'s when none is given, and return the exit code."""
    _escape_unencodable()
    try:
        with _without_garbage_collection():
            code = _run(parse(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("interrupted: nothing was written", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Python would complain once more when it closes the stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception:
        traceback.print_exc()
        print(_INTERNAL_ERROR, file=sys.stderr)
        return FAILED
    else:
        return code


_INTERNAL_ERROR = """
This is a fault of the generator, not of your document; nothing was written.
Please report it, with the lines above and the document if you can share it."""


@contextmanager
def _without_garbage_collection() -> Generator[None]:
    """Don't collect garbage: a run's values live to its end, and collecting costs a fifth of it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _escape_unencodable() -> None:
    """Print characters that the encoding of the terminal doesn't have as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(arguments: Arguments) -> int:
    run = Run(Progress(sys.stderr))
    try:
        match arguments.command:
            case "validate":
                return _validate(arguments, run)
            case "ir":
                return _ir(arguments, run)
            case _:
                return _generate(arguments, run)
    except Failed:
        _print_findings(run)
        return FAILED


def _generate(arguments: Arguments, run: Run) -> int:
    config = read(arguments.request, run.notebook)
    is_dry_run = arguments.check or arguments.diff
    outcome = (
        pipeline.plan(config, run) if is_dry_run else pipeline.generate(config, run)
    )
    _print_findings(run)
    if arguments.diff:
        sys.stdout.writelines(pipeline.diff(outcome, run))
    elif arguments.check:
        print("\n".join(out_of_date(outcome)) or "up to date")
    else:
        print(summarise(config, outcome, run.progress.seconds))
    return FAILED if is_dry_run and not outcome.is_current else _code(run)


def _validate(arguments: Arguments, run: Run) -> int:
    code = FAILED
    with suppress(Failed):
        pipeline.validate(read(arguments.request, run.notebook), run)
        code = _code(run)
    colour = wants_colour(sys.stdout)
    findings = run.notebook.findings
    _print(report(findings, run.sources, arguments.format, colour=colour))
    return code


def _ir(arguments: Arguments, run: Run) -> int:
    api = pipeline.build_api(read(arguments.request, run.notebook), run)
    text = pipeline.dump(api)
    if arguments.dump is None:
        _print(text)
    else:
        pipeline.save(text, arguments.dump, run)
    _print_findings(run)
    return _code(run)


def _print(text: str) -> None:
    """Print text in pieces: Python's unbuffered streams don't say when a large one is cut off."""
    for start in range(0, len(text), _PIECE):
        sys.stdout.write(text[start : start + _PIECE])


def _print_findings(run: Run) -> None:
    """Print at most `MAX_FINDINGS` findings above a note to stderr, the gravest first."""
    findings = run.notebook.findings
    grave = [finding for finding in findings if finding.severity is not Severity.NOTE]
    order = list(Severity)
    shown = sorted(grave, key=lambda finding: order.index(finding.severity))[
        :MAX_FINDINGS
    ]
    if shown:
        sys.stderr.write(report(shown, run.sources, colour=wants_colour(sys.stderr)))
    if hidden := len(findings) - len(shown):
        notes = "note" if hidden == 1 else "notes"
        what = (
            f"{hidden} {notes}"
            if len(shown) == len(grave)
            else f"{hidden} more findings"
        )
        print(f"`sdkwright validate` also prints {what}", file=sys.stderr)


def _code(run: Run) -> int:
    if run.notebook.count(Severity.ERROR):
        return INCOMPLETE
    return REPAIRED if run.notebook.count(Severity.REPAIR) else COMPLETE
