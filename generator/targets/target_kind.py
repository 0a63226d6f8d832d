"""A target as a value: its name, its options, and how it makes files from an Api."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

import msgspec

from generator.diagnostics import Notebook
from generator.emit.files import FileSet
from generator.ir.api import Api
from generator.ir.text_edit import TextEdit
from generator.sdk_toml import Section

OptionsT = TypeVar("OptionsT")
Wait: TypeAlias = Callable[[], TextEdit | None]


class Defaults(msgspec.Struct, frozen=True):
    """What a target's options are made of where sdk.toml leaves them open.

    Args:
        name: The API's name.
        package: The package's name on the command line, which wins over sdk.toml's, or None.
        folder: The folder of sdk.toml, if there is one.
    """

    name: str
    package: str | None
    folder: Path | None


class Target(msgspec.Struct, Generic[OptionsT], frozen=True):
    """One kind of output.

    Args:
        name: Its name in `--target`, in sdk.toml and of its folder of output.
        read_options: Reads and closes its table of sdk.toml.
        render: Makes the files; what it can't represent is written into the notebook.
        note: Writes into the notebook what `render` would, and makes nothing.
        update: Makes files again after one text was edited, without knowing yet which: it takes
            the files, the Api that they were made of, the options, and what waits for the edit,
            or for None where more has changed. It returns None where all have to be made again.
    """

    name: str
    read_options: Callable[[Section, Defaults], OptionsT]
    render: Callable[[Api, OptionsT, Notebook], FileSet]
    note: Callable[[Api, OptionsT, Notebook], None]
    update: Callable[[FileSet, Api, OptionsT, Wait], FileSet | None] | None = None
