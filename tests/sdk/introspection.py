"""Looks at everything public of a package as `help`, editors and frameworks do."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import pydoc
import sys
import traceback
from collections.abc import Callable, Iterator
from types import FunctionType, ModuleType
from typing import Any, TypeAlias, get_type_hints, is_typeddict

# What a package holds: its classes and functions are its own.
Foreign: TypeAlias = Any


def main(folder: str, package: str) -> None:
    """Look at a package, and say what raises.

    Args:
        folder: The folder that it lies in.
        package: Its name.
    """
    sys.path.insert(0, folder)
    counts = [0, 0]
    for what, attempt in _attempts(importlib.import_module(package)):
        counts[0] += 1
        try:
            attempt()
        except Exception:
            counts[1] += 1
            sys.stdout.write(f"{what}: {traceback.format_exc().splitlines()[-1]}\n")
    sys.stdout.write(f"{counts[0]} looked at, {counts[1]} wrong\n")


def _attempts(root: ModuleType) -> Iterator[tuple[str, Callable[[], object]]]:
    seen: set[object] = set()
    for where, value in _public(root):
        yield f"help of {where}", lambda value=value: pydoc.render_doc(value)
        for what, one in _parts(where, value):
            if one in seen:
                continue
            seen.add(one)
            yield f"hints of {what}", lambda one=one: get_type_hints(
                one, include_extras=True
            )
            # Python itself gives no signature of a typed dict.
            if not is_typeddict(one):
                yield f"signature of {what}", lambda one=one: inspect.signature(
                    one, eval_str=isinstance(one, FunctionType)
                )


def _public(root: ModuleType) -> Iterator[tuple[str, Foreign]]:
    """The classes and functions that a package gives out, and those of its resources."""
    modules = [root]
    for found in pkgutil.iter_modules(root.__path__, f"{root.__name__}."):
        if not found.name.rpartition(".")[2].startswith("_"):
            modules.append(importlib.import_module(found.name))
    resources = importlib.import_module(f"{root.__name__}.resources")
    for found in pkgutil.iter_modules(resources.__path__, f"{resources.__name__}."):
        modules.append(importlib.import_module(found.name))
    for module in modules:
        for name in getattr(module, "__all__", None) or dir(module):
            value = getattr(module, name)
            is_own = getattr(value, "__module__", "").startswith(f"{root.__name__}.")
            kinds = (type, FunctionType)
            if is_own and isinstance(value, kinds) and not name.startswith("_"):
                yield f"{module.__name__}.{name}", value


def _parts(where: str, value: Foreign) -> Iterator[tuple[str, Foreign]]:
    """A class or function, and the public methods and properties of a class."""
    yield where, value
    if not isinstance(value, type):
        return
    package = where.partition(".")[0]
    for kind in value.__mro__:
        if kind.__module__.partition(".")[0] != package:
            continue
        for name, member in vars(kind).items():
            if name.startswith("_") and not name.endswith("__"):
                continue
            found = _function(member)
            if found is not None and found.__module__ == kind.__module__:
                yield f"{kind.__module__}.{kind.__qualname__}.{name}", found


def _function(member: Foreign) -> FunctionType | None:
    """The function behind a method, a property or a cached property."""
    for way in ("__func__", "fget", "func"):
        member = getattr(member, way, None) or member
    return member if isinstance(member, FunctionType) else None


if __name__ == "__main__":
    main(*sys.argv[1:])
