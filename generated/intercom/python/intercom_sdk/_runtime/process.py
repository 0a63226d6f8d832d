"""The package within its process: its logger, modules that are loaded at first use, and forks."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from threading import RLock, active_count
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, Protocol
from weakref import WeakSet

LOGGER: Final = logging.getLogger((__package__ or __name__).removesuffix("._runtime"))


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


if TYPE_CHECKING:
    resource_property = cached_property
else:

    class resource_property(cached_property):  # noqa: N801 -- a decorator, as its base
        """A resource of a client, made at its first use.

        Where a class is asked for it, it is the resource's class, so that `help` and
        `unittest.mock.create_autospec` see its methods.
        """

        def __get__(self, instance: object, owner: type | None = None) -> object:
            if instance is not None:
                return super().__get__(instance, owner)
            found = SimpleNamespace(**self.func.__globals__)
            for name in self.func.__annotations__["return"].split("."):
                found = getattr(found, name)
            return found


# Held while a first call imports the network; a fork waits for it, since an import that another
# thread has begun never ends in the forked process.
FIRST_CALL: Final = RLock()

# What is imported when it is first needed.
_OURS: Final = __name__.partition(".")[0]
_PACKAGES: Final = frozenset(
    {
        _OURS,
        "anyio",
        "encodings",
        "h11",
        "httpcore2",
        "httpx2",
        "msgspec",
        "pyreqwest",
        "truststore",
    }
)


class _Process:
    """The process that the package runs in; the system is asked once."""

    __slots__ = ("id",)

    def __init__(self) -> None:
        self.id: int = os.getpid()


PROCESS: Final = _Process()


class Forked(Protocol):
    """An object that is reset in a forked process."""

    def after_fork(self) -> None:
        """Make it anew."""
        ...


_watched: Final[WeakSet[Forked]] = WeakSet()


def watch(one: Forked) -> None:
    """Call `after_fork` in each process that is forked from now on."""
    _watched.add(one)


def _before() -> None:
    FIRST_CALL.acquire()
    if active_count() == 1:
        return
    for name in list(sys.modules):
        if name.partition(".")[0] in _PACKAGES and sys.modules.get(name) is not None:
            # One that another thread is still importing is waited for; it may fail there.
            with suppress(ImportError):
                import_module(name)


def _in_child() -> None:
    PROCESS.id = os.getpid()
    FIRST_CALL.release()
    for one in list(_watched):
        one.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_before, after_in_parent=FIRST_CALL.release, after_in_child=_in_child
    )
