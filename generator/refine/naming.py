"""Names for what the document leaves unnamed, made of where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ir.declarations import Declaration
from generator.ir.name import Name

Words = tuple[str, ...]

_LONGEST = 60
_FEWEST = 4


class Names:
    """The names of all declarations, so that a made one differs from every other.

    Two names are the same if they differ only in case and separators: no target has to tell
    `NoteAuthor` from `Noteauthor`.
    """

    def __init__(self, declarations: Iterable[Declaration]) -> None:
        self._taken = {"".join(each.name.words) for each in declarations}

    def choose(self, *candidates: Words) -> Name:
        """Take the first candidate that is free; the last one is numbered if none is.

        Args:
            candidates: Words, the best first, each with more context than the one before.
        """
        for words in _spelled(candidates):
            key = "".join(words)
            if key and key not in self._taken:
                self._taken.add(key)
                return Name(wire="", preferred="_".join(words))
        raise AssertionError("numbers never end")


def join(words: Words, more: Words) -> Words:
    """Append words, once where both sides share them: contact + contact_address."""
    if words and more[:1] == words[-1:]:
        return words + more[1:]
    return words + more


def _spelled(candidates: tuple[Words, ...]) -> Iterator[Words]:
    """All spellings in the order of preference: short, whole, numbered."""
    for words in candidates:
        short = _shorten(words)
        yield short
        if len(short) < len(words):
            yield words
    number = 2
    while True:
        yield (*_shorten(candidates[-1]), str(number))
        number += 1


def _shorten(words: Words) -> Words:
    """Leave words out of the middle until a name can be read."""
    kept = list(words)
    length = sum(map(len, kept))
    while length > _LONGEST and len(kept) > _FEWEST:
        length -= len(kept.pop(len(kept) // 2))
    return tuple(kept)
