"""Formatting and compiling: every Python file is black's own shape, and Python can read it."""

from __future__ import annotations

import warnings
from collections.abc import Callable

from generator.background import in_shares
from generator.emit.files import File, FileSet
from generator.emit.layout.line_layout import formatted

# Lines that are formatted and compiled in about the time that a process takes to copy.
_WORTH_A_PROCESS = 2_000


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
    modules = [file for file in files.files if file.is_draft]
    finished = in_shares(
        finish_one, modules, size=_lines, worth_it=_WORTH_A_PROCESS, on_result=on_file
    )
    done = {file.path: file for file in finished}
    return FileSet(tuple(done.get(file.path, file) for file in files.files))


def _lines(file: File) -> int:
    """How many lines have to be formatted; compiling alone is much less work."""
    lines = file.data.count(b"\n")
    return lines // 4 if file.is_formatted else lines


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
