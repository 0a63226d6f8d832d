"""Modules that annotations name and that few programs need: loaded when something of them is used.

Annotations are evaluated in a module's globals, by `typing.get_type_hints` and `inspect`, so what
they name has to be there.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class LazyModule:
    """Stands for a module, and gives what is in it.

    Args:
        name: The module's name, relative where it begins with a dot.
        package: The package that a relative name starts from.
    """

    __slots__ = ("_name", "_package")

    def __init__(self, name: str, package: str | None = None) -> None:
        self._name = name
        self._package = package

    def __getattr__(
        self, name: str
    ) -> Any:  # noqa: ANN401 -- a module may hold anything
        if name.startswith("__"):
            # Whoever looks at the globals of a module, as doctest does, loads nothing by it.
            raise AttributeError(name)
        return getattr(import_module(self._name, self._package), name)

    def __repr__(self) -> str:
        return f"LazyModule({self._name!r})"
