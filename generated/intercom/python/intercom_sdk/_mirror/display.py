"""How far a command has got: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from .values import MirrorProgress

_SECONDS_A_LINE: Final = 5.0


class Display:
    """Shows progress on standard error, so that output can be piped."""

    def __init__(self) -> None:
        self.progress = MirrorProgress()
        self._console = Console(stderr=True, highlight=False)
        self._shown = time.monotonic()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
        )

    @contextmanager
    def showing(self, total: int) -> Generator[None, None, None]:
        """Show progress while the block runs; `total` is the number of files."""
        self._task = self._bar.add_task("mirroring", total=total)
        with self._bar:
            yield

    def show(self, progress: MirrorProgress) -> None:
        """Show the counts of a run."""
        self.progress = progress
        if self._console.is_terminal:
            described = "deleting" if progress.deleted else "mirroring"
            sent = progress.total - progress.deleted
            self._bar.update(self._task, description=described, completed=sent)
        elif time.monotonic() - self._shown > _SECONDS_A_LINE:
            self._shown = time.monotonic()
            self.say(str(progress))

    def say(self, text: str) -> None:
        """Print a line as it is, above the bar."""
        self._console.print(text, markup=False, soft_wrap=True)

    def end(self, *lines: str) -> None:
        """Print the last lines."""
        for line in lines:
            self.say(line)
        sys.stderr.flush()
