"""The stages of a run: the seconds that each takes and, on a terminal, a progress bar."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TextIO

# Called after each step of a stage.
Advance = Callable[[], None]


class Progress:
    """Measures stages, and shows them on a terminal while they last."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.seconds: dict[str, float] = {}
        self._stream = stream
        self._bar = (
            _Bar(stream) if stream is not None and _is_terminal(stream) else None
        )

    @contextmanager
    def stage(self, name: str, steps: int | None = None) -> Generator[Advance]:
        """Measure a `with` block, which gets a function to call after each step.

        Args:
            name: The stage in one word, such as `load`.
            steps: The number of steps, if it is known.
        """
        start = time.perf_counter()
        try:
            if self._bar is None:
                yield _nothing
            else:
                with self._bar.showing(name, steps) as advance:
                    yield advance
        finally:
            elapsed = time.perf_counter() - start
            self.seconds[name] = self.seconds.get(name, 0.0) + elapsed

    def print_line(self, line: str) -> None:
        """Print a line above the progress bar, where there is one."""
        if self._bar is not None:
            self._bar.print_line(line)
        elif self._stream is not None:
            print(line, file=self._stream, flush=True)


def _nothing() -> None:
    pass


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class _Bar:
    """A progress bar at the bottom of the terminal, removed when the stage ends."""

    def __init__(self, stream: TextIO) -> None:
        # Most runs have no terminal, and rich takes a twentieth of a second to import.
        from rich.console import Console  # noqa: PLC0415

        self._console = Console(file=stream)

    @contextmanager
    def showing(self, name: str, steps: int | None) -> Generator[Advance]:
        from rich import progress  # noqa: PLC0415 - as above

        columns = (
            progress.SpinnerColumn("line"),
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.TimeElapsedColumn(),
        )
        with progress.Progress(*columns, console=self._console, transient=True) as bar:
            task = bar.add_task(name, total=steps)
            yield lambda: bar.advance(task)

    def print_line(self, line: str) -> None:
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)
