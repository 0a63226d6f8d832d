"""The part of the runtime that a package needs: the modules that it imports, and theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from generator.emit.files import File
from generator.emit.templates import templates_folder
from generator.ir.graph import closure
from generator.targets.python.module import Imports

# The runtime's package, as seen from the root of a generated one.
PREFIX = "._runtime."
# An import of another module of the runtime, anywhere in a file; what is imported within functions
# or for type checkers alone is needed as well.
_IMPORT = re.compile(
    r"^ *from (?P<dots>\.+)(?P<module>[\w.]*) import (?:\((?P<lines>[^)]*)\)|(?P<line>.*))$",
    re.MULTILINE,
)
_NAME = re.compile(r"^ *(\w+)(?: as \w+)?,?(?: *#.*)?$", re.MULTILINE)


class RuntimeModule(msgspec.Struct, frozen=True):
    """A module of the runtime: its text, and the modules that it imports."""

    text: str
    imported: frozenset[str]


def imported_modules(imports: Iterable[Imports]) -> Iterator[str]:
    """The runtime's modules that generated modules import."""
    for one in imports:
        for line in (line for block in (*one.blocks, *one.checking) for line in block):
            source = line.module.lstrip(".")
            if source.startswith(PREFIX[1:]) and source != line.module:
                below = source.removeprefix(PREFIX[1:])
                # A module that is loaded late is imported from its room.
                for name in ("", *line.names):
                    yield f"{below}.{name.split()[0]}" if name else below


def needed_modules(roots: Iterable[str]) -> frozenset[str]:
    """These modules and all that they import, as `room.module`; names of none are left out."""
    modules = _runtime()
    known = (name for name in roots if name in modules)
    return closure(known, lambda name: modules[name].imported)


def runtime_files(package: str, names: frozenset[str]) -> Iterator[File]:
    """The files of these modules."""
    modules = _runtime()
    for name in sorted(names):
        path = name.replace(".", "/") + ".py"
        yield File(f"{package}/_runtime/{path}", modules[name].text, is_own=True)


@cache
def _runtime() -> dict[str, RuntimeModule]:
    """All modules of the runtime by their dotted names."""
    folder = templates_folder() / "python" / "runtime"
    texts = {
        ".".join(path.relative_to(folder).with_suffix("").parts): path.read_text(
            "utf-8"
        )
        for path in folder.rglob("*.py")
    }
    return {
        name: RuntimeModule(
            text,
            frozenset(
                {*_imports(name, text), *_rooms(name)}.intersection(texts) - {name}
            ),
        )
        for name, text in texts.items()
    }


def _imports(name: str, text: str) -> Iterator[str]:
    """What a module may import: modules, and names in them."""
    for found in _IMPORT.finditer(text):
        above = name.split(".")[: -len(found["dots"])]
        base = ".".join([*above, *filter(None, [found["module"]])])
        yield base
        names = found["lines"] or found["line"].replace(", ", "\n")
        yield from (f"{base}.{one}".lstrip(".") for one in _NAME.findall(names))


def _rooms(name: str) -> Iterator[str]:
    """The `__init__` of each package that a module lies in."""
    rooms = name.split(".")[:-1]
    for depth in range(len(rooms) + 1):
        yield ".".join([*rooms[:depth], "__init__"])
