"""A generated package, imported into this process: its operations as the runtime sees them."""

from __future__ import annotations

import importlib
import importlib.util
import logging
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from tests.judge.source.original import Tree

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any


_SUCCESS = 2


# The contents that are read as a type, by their modules.
_DECODED = {"response.content": "Json", "response.json_or_text": "JsonOrText"}


class Kind(msgspec.Struct, frozen=True):
    """The type of a value in JSON, which may be that of null."""

    type: object


class Installed:
    """The operations of a package, and its own codec."""

    def __init__(self, folder: Path, package: str) -> None:
        sys.path.insert(0, str(folder))
        self.package = package
        self._drifts: list[object] = []
        operation: Foreign = self._runtime("operation.operation").Operation
        self._decoded: tuple[type[Foreign], ...] = tuple(
            getattr(self._runtime(module), name)
            for module, name in _DECODED.items()
            # A package carries those modules of the runtime that it uses.
            if importlib.util.find_spec(f"{package}._runtime.{module}")
        )
        self._codec: Foreign = self._runtime("json.codec").Codec(
            False, self._drifts.append, _silent()
        )
        self._to_json: Callable[[object], str] = self._runtime("json.data").to_json
        # One that answers at once or in pieces, as the request asks, is two in the package.
        self.operations: dict[tuple[str, str], list[Foreign]] = defaultdict(list)
        resources = importlib.import_module(f"{package}.resources")
        for found in pkgutil.walk_packages(
            resources.__path__, f"{resources.__name__}."
        ):
            module = importlib.import_module(found.name)
            for value in vars(module).values():
                if isinstance(value, operation):
                    self.operations[value.method, value.path].append(value)

    def reading(
        self, method: str, path: str, status: int, content_type: str
    ) -> Kind | str:
        """What an answer is decoded as, or the name of what reads it where it isn't; "" is nothing.

        Args:
            method: The operation's method.
            path: Its path.
            status: The answer's status.
            content_type: Its media type.
        """
        found = ""
        for operation in self.operations.get((method, path), ()):
            content = _content(operation, status)
            chosen: Foreign = content and content.select(content_type)
            if isinstance(chosen, self._decoded):
                return Kind(chosen.type)
            if chosen is not None:
                found = type(chosen).__name__
        return found

    def through(self, kind: Kind, body: bytes) -> tuple[Tree, list[str], object]:
        """A body decoded and encoded again.

        Returns:
            What came out as plain data, the departures on the way in, and the value between.

        Raises:
            Exception: Whatever the package raises, which it shouldn't.
        """
        self._drifts.clear()
        value = self._codec.decode(kind.type, body, where="corpus")
        drifts = [str(drift) for drift in self._drifts]
        return msgspec.json.decode(self._to_json(value)), drifts, value

    def fields(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """The models, and the fields of each with their names on the wire."""
        models = importlib.import_module(f"{self.package}.models")
        for name in models.__all__:
            kind = getattr(models, name)
            if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
                found = msgspec.structs.fields(kind)
                yield name, [(each.name, each.encode_name) for each in found]

    def notices(self, kind: Kind, body: bytes) -> bool:
        """Whether a body that departs from its schema is reported, in whatever way."""
        try:
            _, drifts, _ = self.through(kind, body)
        except Exception:
            return True
        return bool(drifts)

    def _runtime(self, module: str) -> Foreign:
        return importlib.import_module(f"{self.package}._runtime.{module}")


def _content(operation: Foreign, status: int) -> Foreign:
    """What a package declares for a status, None where it declares nothing."""
    if status // 100 != _SUCCESS:
        return operation.error_content(status)
    content, is_declared = operation.success_content(status)
    return content if is_declared else None


def _silent() -> logging.Logger:
    logger = logging.getLogger("corpus.silent")
    logger.disabled = True
    return logger
