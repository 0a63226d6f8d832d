"""Names: the wire's spelling and the words it is made of."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.ir.value import Value

# Words whose capitals stand where a rule would cut them.
_WHOLE = re.compile(r"OAuth|GraphQL|IPv[46]|(?<![a-z])(?:macOS|iOS)")
# Over a text's shape: runs of capitals end before the capital that starts the next word
# (HTTPServer is HTTP, Server), and keep the s of their plural (userIDs is user, IDs).
_WORD = re.compile(r"W+|U{2,}s(?![ls])|U+(?![ls])|U?[ls]+|d+")


_IN_WORDS = frozenset({"Mc", "Me", "Mn", "Nl"})
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)


class Name(Value, frozen=True):
    """A name as the document spells it; a target decides how it is spelled there.

    `preferred` is the spelling that a pass or an extension chose instead of the wire's, or "".
    """

    wire: str
    preferred: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The name's words in lower case; () when it has no letter and no digit."""
        return split(self.preferred or self.wire)


@lru_cache(maxsize=65536)
def split(text: str) -> tuple[str, ...]:
    """Split at case changes and at everything that is neither letter nor digit.

    A digit run stays with the letters before it: `oauth2_token` is (`oauth2`, `token`).
    """
    text = unicodedata.normalize("NFKC", text)
    shape = text.translate(_ASCII) if text.isascii() else "".join(map(_shape, text))
    for whole in _WHOLE.finditer(text):
        start, end = whole.span()
        if shape[end : end + 1] not in {"l", "s"}:
            shape = f"{shape[:start]}{'W' * (end - start)}{shape[end:]}"
    words: list[str] = []
    end = -1
    for match in _WORD.finditer(shape):
        word = text[match.start() : match.end()].lower()
        if words and match.group()[0] == "d" and match.start() == end:
            words[-1] += word
        else:
            words.append(word)
        end = match.end()
    return tuple(words)


def ordinal(position: int) -> tuple[str, ...]:
    """The words for a position, counted from 0: (`first`,), then (`item`, `11`)."""
    if position < len(_ORDINALS):
        return (_ORDINALS[position],)
    return ("item", str(position + 1))


def _shape(character: str) -> str:
    """The class of a character: U a capital, s that letter, l other letters, d a digit, or " "."""
    if character == "s":
        return "s"
    if character.isupper() or character.istitle():
        return "U"
    if character.isdecimal():
        return "d"
    # Marks belong to the letter before them, and some numbers are written as letters are.
    if character.isalpha() or unicodedata.category(character) in _IN_WORDS:
        return "l"
    return " "


# Nearly every name is ASCII, for which one table is enough.
_ASCII = {code: _shape(chr(code)) for code in range(128)}
