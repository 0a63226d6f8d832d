"""The commands: what they print, and the exit codes that they end with."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

from generator import pipeline, sdk_toml
from generator.arguments import Arguments
from generator.cache.store import Store, default_folder
from generator.config import read
from generator.diagnostics import Failed, Severity
from generator.diagnostics.report import report, wants_colour
from generator.document.files.inputs import Input, InputLog, look_again, visible
from generator.exit_codes import COMPLETE, FAILED, INCOMPLETE, REPAIRED
from generator.pipeline import Run
from generator.progress import Progress
from generator.summary import changed, out_of_date, summarise

_PIECE = 16_384


def run(arguments: Arguments) -> int:
    """Run a command, and return its exit code."""
    if arguments.watch:
        return _watch(arguments)
    return _run(arguments, Run(Progress(sys.stderr), _store(arguments)))


def _run(arguments: Arguments, run: Run) -> int:
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
        if arguments.watch:
            print("".join(f"{line}\n" for line in changed(outcome)), end="")
        print(summarise(config, outcome, run.progress.seconds))
    return FAILED if is_dry_run and not outcome.is_current else _code(run)


def _watch(arguments: Arguments) -> int:
    """Generate, and again at each change to what was read, until the user interrupts it."""
    # One option needs it, and a library that is an extra.
    from generator import watching  # noqa: PLC0415

    try:
        watch = watching.load()
    except watching.Unwatchable as reason:
        print(reason, file=sys.stderr)
        return FAILED
    inputs: tuple[Input, ...] = ()
    while True:
        run = Run(Progress(sys.stderr), _store(arguments))
        options = _options_files(arguments)
        code = _run(arguments, run)
        # A run that read nothing, for a fault of sdk.toml, waits for the files of the one before.
        inputs = run.inputs or look_again(inputs)
        try:
            # Whoever reads this may interrupt at once.
            print("waiting for a change", flush=True)
            watching.wait((*options, *inputs), watch)
        except KeyboardInterrupt:
            return code
        # Nothing is collected during a run.
        gc.collect()


def _options_files(arguments: Arguments) -> tuple[Input, ...]:
    """sdk.toml, and the folder of hand-written files beside it."""
    log = InputLog()
    extensions = arguments.request.source / sdk_toml.EXTENSIONS
    with suppress(OSError):
        log.read(arguments.request.source / sdk_toml.NAME)
    log.list(extensions)
    for path in visible(extensions):
        if path.is_file():
            with suppress(OSError):
                log.read(path)
    return log.inputs()


def _validate(arguments: Arguments, run: Run) -> int:
    code = FAILED
    with suppress(Failed):
        config = read(arguments.request, run.notebook)
        pipeline.validate(config, run, lints=arguments.lint)
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
    """Print the gravest findings above a note to stderr."""
    findings = run.notebook.findings
    grave = sum(1 for each in findings if each.severity is not Severity.NOTE)
    shown = run.gravest
    if shown:
        sys.stderr.write(report(shown, run.sources, colour=wants_colour(sys.stderr)))
    if hidden := len(findings) - len(shown):
        notes = "note" if hidden == 1 else "notes"
        what = f"{hidden} {notes}" if len(shown) == grave else f"{hidden} more findings"
        print(f"`sdkwright validate` also prints {what}", file=sys.stderr)


def _code(run: Run) -> int:
    if run.notebook.count(Severity.ERROR):
        return INCOMPLETE
    return REPAIRED if run.notebook.count(Severity.REPAIR) else COMPLETE


def _store(arguments: Arguments) -> Store | None:
    folder = default_folder() if arguments.cache else None
    return None if folder is None else Store(folder)
