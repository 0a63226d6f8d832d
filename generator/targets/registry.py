"""All targets: a target is a function from an Api and its options to files."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from generator.diagnostics import Notebook
from generator.emit.files import FileSet
from generator.ir.api import Api
from generator.targets import json, python
from generator.targets.json.options import Options as JsonOptions
from generator.targets.python.options import Options as PythonOptions

NAMES = ("json", "python")
Options: TypeAlias = JsonOptions | PythonOptions


def render(api: Api, options: Options, notebook: Notebook) -> FileSet:
    """Make the files of the target that the options are for."""
    match options:
        case JsonOptions():
            return json.render(api, options, notebook)
        case PythonOptions():
            return python.render(api, options, notebook)
        case _:
            assert_never(options)


def note(api: Api, options: Options, notebook: Notebook) -> None:
    """Write down what rendering would, without making files."""
    match options:
        case JsonOptions():
            pass
        case PythonOptions():
            python.note(api, options, notebook)
        case _:
            assert_never(options)
