"""A document as it was written: no upgrade, no repair, nothing of the reader's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias, TypeGuard
from urllib.parse import quote, unquote

import msgspec

from generator.document.parsing.malformed import Malformed
from generator.document.parsing.parse import decode, parse

# Parsed JSON or YAML, of which nothing is known.
Tree: TypeAlias = Any

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_HOPS = 50


def _mended(_: Malformed) -> None:
    """What is wrong with the text is the generator's to tell; what it reads is judged."""


def is_object(value: object) -> TypeGuard[dict[str, Tree]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Tree]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


class Dangling(Exception):
    """A reference that leads nowhere, or that this reader can't follow."""


class Piece(msgspec.Struct, frozen=True):
    """A value of a document, and where it stands."""

    file: Path
    pointer: tuple[str, ...]
    value: Tree

    @property
    def uri(self) -> str:
        """The value's address, by which a validator finds it."""
        parts = (key.replace("~", "~0").replace("/", "~1") for key in self.pointer)
        inside = "".join(f"/{part}" for part in parts)
        return f"{self.file.as_uri()}#{quote(inside, safe='/~')}"

    def get(self, key: str) -> Piece | None:
        """A member of a mapping, or an item of a list; None where there is none."""
        value = self.value
        if is_object(value) and key in value:
            return Piece(self.file, (*self.pointer, key), value[key])
        if is_array(value) and key.isdecimal() and int(key) < len(value):
            return Piece(self.file, (*self.pointer, key), value[int(key)])
        return None

    def members(self) -> Iterator[tuple[str, Piece]]:
        """The members of a mapping, or the items of a list; nothing else has any."""
        value = self.value
        keys: Iterable[Tree] = (
            value if is_object(value) else map(str, range(_length(value)))
        )
        for key in keys:
            if type(key) is str and (found := self.get(key)) is not None:
                yield key, found


class Original:
    """A document's files, read when they are referred to."""

    def __init__(self, path: Path) -> None:
        self._files: dict[Path, Tree] = {}
        self.root = self.load(path.resolve())

    @property
    def version(self) -> str:
        """Major and minor version as written, `2.0` or `3.1`."""
        value = self.root.value
        written = str(value.get("openapi") or value.get("swagger") or "")
        return ".".join(written.split(".")[:2])

    @property
    def has_own_names(self) -> bool:
        """Whether extensions of ours say what something is called in Python."""
        return b"x-sdk-" in self.root.file.read_bytes()

    def load(self, path: Path) -> Piece:
        """A file's whole content.

        Raises:
            Dangling: It can't be read.
        """
        if path not in self._files:
            try:
                self._files[path] = parse(
                    decode(path.read_bytes()), path.name, _mended
                )[0]
            except (OSError, Malformed, RecursionError) as error:
                raise Dangling(str(path)) from error
        return Piece(path, (), self._files[path])

    def follow(self, piece: Piece) -> Piece:
        """What a `$ref` leads to in the end; the piece itself when it has none.

        Raises:
            Dangling: It leads nowhere.
        """
        for _ in range(_HOPS):
            value = piece.value
            if not is_object(value) or not isinstance(value.get("$ref"), str):
                return piece
            piece = self.target(piece.file, value["$ref"])
        raise Dangling("references lead back to themselves")

    def target(self, base: Path, reference: str) -> Piece:
        """What a reference in a file points at.

        Raises:
            Dangling: It leads nowhere.
        """
        path, _, fragment = reference.partition("#")
        if "://" in path:
            raise Dangling(reference)
        try:
            file = (base.parent / unquote(path)).resolve() if path else base
        except (OSError, ValueError) as error:
            raise Dangling(reference) from error
        found: Piece | None = self.load(file)
        fragment = unquote(fragment)
        if fragment and not fragment.startswith("/"):
            raise Dangling(reference)
        for part in fragment.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            found = found and found.get(key)
        if found is None:
            raise Dangling(reference)
        return found

    def operations(self) -> Iterator[tuple[str, str, Piece, Piece]]:
        """Method, path, path item and operation, for all that can be followed."""
        paths = self.root.get("paths")
        for template, item in paths.members() if paths else ():
            try:
                found = self.follow(item)
            except Dangling:
                continue
            for key, operation in found.members():
                if key in METHODS and is_object(operation.value):
                    yield key.upper(), template, found, operation
            more = found.get("additionalOperations")
            for method, operation in more.members() if more else ():
                yield method, template, found, operation


def _length(value: Tree) -> int:
    return len(value) if is_array(value) else 0
