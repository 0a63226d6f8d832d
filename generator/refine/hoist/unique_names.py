"""Names for what the document leaves unnamed, made of where it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from generator.ir.declarations import Declaration
from generator.ir.name import Name

Words = tuple[str, ...]

# A name says the whole way to its schema, so that it depends on nothing else; what is longer than
# this loses words in the middle, and a digest of the whole keeps it apart from its like.
_LONGEST = 112
_FEWEST = 4
_DIGEST = 6


class UniqueNames:
    """The names of all declarations, so that a made one differs from every other.

    Two names are the same if they differ only in case and separators: no target has to
    distinguish `NoteAuthor` and `Noteauthor`.
    """

    def __init__(self, declarations: Iterable[Declaration]) -> None:
        self._taken = {"".join(each.name.words): each.name for each in declarations}

    def holder(self, words: Words) -> str:
        """The name that words are taken by, "" if they are free."""
        name = self._taken.get("".join(_fitted(words)))
        return name.wire or name.preferred if name else ""

    def choose(self, *candidates: Words) -> Name:
        """Take the first candidate that is free; the last one is numbered if none is.

        Args:
            candidates: Words, the best first, each with more location than the one before.
        """
        for words in _spelled(candidates):
            key = "".join(words)
            if key and key not in self._taken:
                name = self._taken[key] = Name(wire="", preferred="_".join(words))
                return name
        raise AssertionError("numbers never end")


def join(words: Words, more: Words) -> Words:
    """Append words, once where both sides share them: contact note + note author."""
    for size in range(min(len(words), len(more)), 0, -1):
        if words[-size:] == more[:size]:
            return words + more[size:]
    return words + more


def _spelled(candidates: tuple[Words, ...]) -> Iterator[Words]:
    """All spellings in the order of preference, numbered ones at last."""
    yield from map(_fitted, candidates)
    number = 2
    while True:
        yield (*_fitted(candidates[-1]), str(number))
        number += 1


def _fitted(words: Words) -> Words:
    """Leave words out of the middle until a name can be read."""
    kept = list(words)
    length = sum(map(len, kept))
    if length <= _LONGEST:
        return words
    while length > _LONGEST - _DIGEST and len(kept) > _FEWEST:
        length -= len(kept.pop(len(kept) // 2))
    return (*kept, hashlib.sha256(" ".join(words).encode()).hexdigest()[:_DIGEST])
