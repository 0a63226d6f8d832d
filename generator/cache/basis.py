"""What a run has read and made of it: where one begins that finds a single text edited."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec.structs import replace

from generator.cache.store import Store
from generator.document.files.inputs import Input
from generator.document.files.parsed_form import ParsedFile
from generator.emit.files import FileSet
from generator.ir.api import Api

_OVERLAY = "overlay:"


class Basis(msgspec.Struct, frozen=True, array_like=True):
    """A document's files, its Api as JSON, and the texts that each output's files are made of.

    `texts` are sets of texts, and `made_of` gives for each file of each output the number of its
    own, None where that isn't known.
    """

    inputs: tuple[Input, ...]
    files: tuple[ParsedFile, ...]
    api: bytes
    texts: tuple[tuple[str, ...], ...]
    made_of: tuple[tuple[int | None, ...], ...]

    def marked(self, outputs: tuple[FileSet, ...]) -> list[FileSet]:
        """The outputs with the texts that their files are made of."""
        sets = [*map(frozenset, self.texts)]
        return [
            FileSet(
                tuple(
                    replace(file, texts=None if number is None else sets[number])
                    for file, number in zip(files.files, numbers, strict=True)
                )
            )
            for files, numbers in zip(outputs, self.made_of, strict=True)
        ]


def make(
    inputs: tuple[Input, ...],
    files: tuple[ParsedFile, ...],
    api: bytes,
    outputs: tuple[FileSet, ...],
) -> Basis:
    """A basis for outputs whose files know their texts."""
    numbers: dict[frozenset[str], int] = {}
    made_of = tuple(
        tuple(
            None if f.texts is None else numbers.setdefault(f.texts, len(numbers))
            for f in each.files
        )
        for each in outputs
    )
    return Basis(inputs, files, api, tuple(map(tuple, numbers)), made_of)


def keep(store: Store, key: str, basis: Basis) -> None:
    """Remember a basis, unless its files are changed by overlays, or can't be compared."""
    names = [file.name for file in basis.files]
    is_plain = len({*names}) == len(names) and not any(
        name.startswith(_OVERLAY) for name in names
    )
    if is_plain and basis.api and all(file.form for file in basis.files):
        store.put(_key(key), msgspec.msgpack.encode(basis))


def find(store: Store, key: str, inputs: tuple[Input, ...]) -> Basis | None:
    """The basis of the run that found these inputs."""
    data = store.get(_key(key))
    if data is None:
        return None
    try:
        basis = msgspec.msgpack.decode(data, type=Basis)
    except msgspec.MsgspecError:
        return None
    return basis if basis.inputs == inputs else None


def encode(api: Api) -> bytes:
    """An Api as JSON, "" for one that JSON can't hold."""
    try:
        return msgspec.json.encode(api)
    except (UnicodeEncodeError, OverflowError, RecursionError):
        return b""


def _key(key: str) -> str:
    return hashlib.sha256(f"basis\0{key}".encode()).hexdigest()
