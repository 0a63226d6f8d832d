"""Places as they are written down: the same wherever the run was started."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from generator.diagnostics.span import Place
from generator.ir.api import Api


def portable(api: Api) -> object:
    """The Api with files named from the folder that holds them all, not the working folder."""
    files = {place.file for place in _places(api) if place.file}
    folders = {os.path.dirname(os.path.abspath(file)) for file in files}
    top = Path(os.path.commonpath(folders)) if folders else Path()
    return _renamed(api, {file: _relative(file, top) for file in files})


def _relative(file: str, top: Path) -> str:
    return Path(os.path.abspath(file)).relative_to(top).as_posix()


def _places(value: object) -> Iterator[Place]:
    match value:
        case Place():
            yield value
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from _places(getattr(value, name))
        case tuple():
            inner: list[object] = [*value]
            for one in inner:
                yield from _places(one)
        case _:
            pass


def _renamed(value: object, names: Mapping[str, str]) -> object:
    match value:
        case Place(file=file, pointer=pointer):
            return Place(names.get(file, file), pointer)
        case msgspec.Struct():
            fields = {name: getattr(value, name) for name in value.__struct_fields__}
            changed = {name: _renamed(one, names) for name, one in fields.items()}
            return msgspec.structs.replace(value, **changed)
        case tuple():
            inner: list[object] = [*value]
            return tuple(_renamed(one, names) for one in inner)
        case _:
            return value
