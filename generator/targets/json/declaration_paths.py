"""Places as they are written down: the same wherever the run was started."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.diagnostics.span import Place
from generator.ir.api import Api

# Values in which nothing stands, as most are.
_LEAVES = frozenset({str, bool, int, type(None)})


def portable(api: Api) -> object:
    """The Api with files named from the folder that holds them all, not the working folder."""
    files = _files(api)
    folders = {os.path.dirname(os.path.abspath(file)) for file in files}
    top = Path(os.path.commonpath(folders)) if folders else Path()
    return _renamed(api, {file: _relative(file, top) for file in files})


def _relative(file: str, top: Path) -> str:
    return Path(os.path.abspath(file)).relative_to(top).as_posix()


def _files(api: Api) -> set[str]:
    """The files that the places in an Api name."""
    found: set[str] = set()
    waiting: list[object] = [api]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Place):
            found.add(one.file)
        elif isinstance(one, msgspec.Struct):
            waiting += [getattr(one, name) for name in one.__struct_fields__]
        elif isinstance(one, tuple):
            waiting += one
    return found - {""}


def _renamed(value: object, names: Mapping[str, str]) -> object:
    """A value with other names of files; itself where it names none."""
    given = value
    if isinstance(value, Place):
        return Place(names.get(value.file, value.file), value.pointer)
    if isinstance(value, msgspec.Struct):
        changed: dict[str, object] = {}
        for name in value.__struct_fields__:
            held = getattr(value, name)
            if held.__class__ in _LEAVES:
                continue
            if (other := _renamed(held, names)) is not held:
                changed[name] = other
        return msgspec.structs.replace(value, **changed) if changed else value
    if isinstance(value, tuple):
        before: list[object] = [*value]
        after = [_renamed(one, names) for one in before]
        is_same = all(one is other for one, other in zip(before, after, strict=True))
        return given if is_same else tuple(after)
    return value
