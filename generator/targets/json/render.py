"""An Api as JSON text."""

from __future__ import annotations

import json
import re

import msgspec

from generator.diagnostics import Notebook
from generator.emit.files import File, FileSet
from generator.ir.api import Api
from generator.targets.json.declaration_paths import portable
from generator.targets.json.options import Options

# A document may hold half a surrogate pair, which UTF-8 can't; JSON's escapes can.
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(api: Api, options: Options, notebook: Notebook) -> FileSet:
    """Write the Api into one file."""
    return FileSet((File("api.json", dump(api)),))


def note(api: Api, options: Options, notebook: Notebook) -> None:
    """Nothing: any Api can be written."""


def dump(api: Api) -> str:
    """The Api as JSON text, the same for the same Api wherever the run was started."""
    value = msgspec.to_builtins(portable(api))
    try:
        # Much faster than Python's own encoder where it indents.
        text = msgspec.json.format(json.dumps(value, ensure_ascii=False), indent=2)
    except UnicodeEncodeError:
        written = json.dumps(value, indent=2, ensure_ascii=False)
        text = _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)
    return text + "\n"
