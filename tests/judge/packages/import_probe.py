"""Import a generated package whole; run as a script, it knows the standard library and msgspec."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import traceback
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, TypeAlias

import msgspec

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any


def main(folder: str, package: str) -> None:
    """Import everything below a package, and print what goes wrong as JSON.

    Args:
        folder: The folder that the package lies in.
        package: Its name.
    """
    sys.path.insert(0, folder)
    root = importlib.import_module(package)
    faults: list[str] = []
    cases = 0
    for name, attempt in _attempts(root):
        cases += 1
        try:
            attempt()
        except Exception:
            last = traceback.format_exc().strip().splitlines()[-3:]
            faults.append(f"{name}: {' | '.join(last)}")
    json.dump({"cases": cases, "faults": faults}, sys.stdout)


class _Import:
    """Import a module."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self) -> object:
        return importlib.import_module(self.name)


class _Export:
    """Load a name that a module passes on and, where it is a type for JSON, build its decoder."""

    def __init__(self, module: ModuleType, name: str, *, is_type: bool) -> None:
        self.module = module
        self.name = name
        self.is_type = is_type

    def __call__(self) -> object:
        value = getattr(self.module, self.name)
        if not self.is_type:
            return value
        hook = importlib.import_module(
            f"{self.module.__package__}._runtime.json.model"
        ).dec_hook
        known = getattr(value, "__known__", value)
        if hasattr(value, "_resolve"):
            # A stand-in resolves its variants at first use.
            value._resolve()
        return msgspec.json.Decoder(known, dec_hook=hook)


class _Answers:
    """Build the decoders of what an operation answers with."""

    def __init__(self, operation: Foreign, json: Foreign, hook: Foreign) -> None:
        self.operation = operation
        self.json = json
        self.hook = hook

    def __call__(self) -> None:
        answers = (self.operation.responses, self.operation.errors)
        contents = [content for each in answers for content in each.values()]
        while contents:
            content = contents.pop()
            contents += getattr(content, "kinds", {}).values()
            if isinstance(content, self.json):
                msgspec.json.Decoder(content.type, dec_hook=self.hook)


def _attempts(root: ModuleType) -> Iterator[tuple[str, Callable[[], object]]]:
    path = list(root.__path__)
    for found in pkgutil.walk_packages(path, f"{root.__name__}."):
        # Types of requests exist for type checkers alone, but have to import, too.
        yield found.name, _Import(found.name)
    models = importlib.import_module(f"{root.__name__}.models")
    runtime = f"{root.__name__}._runtime"
    operation = importlib.import_module(f"{runtime}.operation.operation").Operation
    json = importlib.import_module(f"{runtime}.response.content").Json
    hook = importlib.import_module(f"{runtime}.json.model").dec_hook
    for module in list(sys.modules.values()):
        if module.__name__.startswith(f"{root.__name__}.resources."):
            for name, value in vars(module).items():
                if isinstance(value, operation):
                    yield f"{module.__name__}.{name}", _Answers(value, json, hook)
    for name in root.__all__:
        yield f"{root.__name__}.{name}", _Export(root, name, is_type=False)
    for name in models.__all__:
        yield f"{models.__name__}.{name}", _Export(models, name, is_type=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
