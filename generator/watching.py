"""Waiting for a change to the files that a run depends on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol

from generator.document.files.inputs import Input, look_again

# Milliseconds after which files are looked at that were saved before they were watched.
_FIRST_LOOK = 500


class Unwatchable(Exception):
    """The library that watches files isn't installed."""


class _Watch(Protocol):
    def __call__(
        self,
        *paths: str,
        recursive: bool,
        rust_timeout: int,
        yield_on_timeout: bool,
        watch_filter: None,
    ) -> Iterator[set[tuple[object, str]]]: ...


def load() -> _Watch:
    """The function of the library that yields changes.

    Raises:
        Unwatchable: It isn't installed.
    """
    try:
        # An extra brings it, so nothing may import it where it isn't asked for.
        watch: _Watch = import_module("watchfiles").watch
    except ImportError as error:
        raise Unwatchable(
            "--watch needs the library watchfiles: pip install 'sdkwright[watch]'"
        ) from error
    return watch


def wait(inputs: tuple[Input, ...], watch: _Watch) -> None:
    """Return when one of the inputs is no longer what it was.

    Args:
        inputs: The files, and what they held when they were read.
        watch: Yields changes, or nothing after a time without any.

    Raises:
        KeyboardInterrupt: The user has interrupted it.
    """
    events = watch(
        *folders(inputs),
        recursive=False,
        rust_timeout=_FIRST_LOOK,
        yield_on_timeout=True,
        # What isn't an input is left out by looking at the inputs.
        watch_filter=None,
    )
    for number, changes in enumerate(events):
        if (changes or number == 0) and look_again(inputs) != inputs:
            return


def folders(inputs: Sequence[Input]) -> list[str]:
    """The folders to watch: editors put a new file in the place of one, so files have no use."""
    paths = {os.path.abspath(each.path) for each in inputs}
    paths |= {each.real for each in inputs}
    return sorted({str(_existing(Path(path).parent)) for path in paths})


def _existing(folder: Path) -> Path:
    """A folder, or the nearest one around it that is there."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())
