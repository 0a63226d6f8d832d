"""Formatting and compiling: every Python file is black's own shape, and Python can read it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import partial

from generator.background import BackgroundTask, processors
from generator.emit.files import File, FileSet
from generator.emit.layout.line_layout import formatted

# Lines that are formatted and compiled in about the time that a process takes to copy.
_WORTH_A_PROCESS = 2_000
_MOST_PROCESSES = 8


class Broken(Exception):
    """A generated file isn't Python: the generator's own fault."""


def finish(files: FileSet, on_file: Callable[[], object] = lambda: None) -> FileSet:
    """Format and compile the Python files of a set; the others stay as they are.

    Args:
        files: What a target made.
        on_file: Called after each Python file.

    Raises:
        Broken: A file can't be parsed, or compiles with a warning.
    """
    modules = sorted(
        (file for file in files.files if file.path.endswith(".py")),
        key=_lines,
        reverse=True,
    )
    most = min(processors(), _MOST_PROCESSES)
    count = max(1, min(sum(map(_lines, modules)) // _WORTH_A_PROCESS, most))
    own, *others = (modules[start::count] for start in range(count))
    tasks = [BackgroundTask(partial(_finished, share)) for share in others]
    done: dict[str, File] = {}
    try:
        for file in own:
            done[file.path] = finish_one(file)
            on_file()
        for task in tasks:
            for file in task.result():
                done[file.path] = file
                on_file()
    finally:
        for task in tasks:
            task.stop()
    return FileSet(tuple(done.get(file.path, file) for file in files.files))


def _lines(file: File) -> int:
    """How many lines have to be formatted; compiling alone is much less work."""
    lines = file.data.count(b"\n")
    return lines // 4 if file.is_formatted else lines


def _finished(share: list[File]) -> list[File]:
    return [finish_one(file) for file in share]


def finish_one(file: File) -> File:
    """Format one Python file and compile it with warnings as errors.

    Raises:
        Broken: It can't be parsed, or compiles with a warning.
    """
    try:
        text = file.data.decode()
        if not file.is_formatted:
            text = formatted(text)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(text, file.path, "exec", dont_inherit=True)
    except (ValueError, SyntaxError, Warning, RecursionError, MemoryError) as error:
        raise Broken(f"{file.path}: {error}") from error
    return File(file.path, text, is_formatted=True)
