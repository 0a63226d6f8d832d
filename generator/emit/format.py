"""Formatting and compiling: every Python file is black's own shape, and Python can read it."""

from __future__ import annotations

import gc
import os
import signal
import warnings
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from generator.emit.breaking import formatted
from generator.emit.files import File, FileSet

# Starting a process takes about as long as formatting and compiling this many lines.
_WORTH_A_PROCESS = 20_000
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
    modules = [file for file in files.files if file.path.endswith(".py")]
    done: dict[str, File] = {}
    for file in _finished(modules):
        done[file.path] = file
        on_file()
    return FileSet(tuple(done.get(file.path, file) for file in files.files))


def _finished(modules: list[File]) -> Iterator[File]:
    done: set[str] = set()
    lines = sum(file.data.count(b"\n") for file in modules if not file.is_formatted)
    processes = _processes(lines)
    if processes > 1:
        try:
            for file in _in_parallel(modules, processes):
                done.add(file.path)
                yield file
        except BrokenProcessPool:
            # A machine that kills or forbids processes still has this one.
            pass
    with _garbage_left():
        yield from (finish_one(file) for file in modules if file.path not in done)


def _processes(lines: int) -> int:
    return min(lines // _WORTH_A_PROCESS, os.cpu_count() or 1, _MOST_PROCESSES)


def _in_parallel(modules: list[File], processes: int) -> Iterator[File]:
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin)
    largest_first = sorted(modules, key=lambda file: -len(file.text))
    try:
        yield from pool.map(finish_one, largest_first)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Prepare a process of the pool: interrupts are its parent's affair, as below for garbage."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


@contextmanager
def _garbage_left() -> Generator[None]:
    """Collect garbage between files, not during one: black is half as fast again.

    Its trees live as long as their file, so collecting earlier finds nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()


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
    if not file.is_formatted and not gc.isenabled():
        gc.collect()
    return File(file.path, text, is_formatted=True)
