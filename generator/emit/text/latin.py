"""Latin letters outside ASCII, spelled with the letters that people write in their place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The Unicode names of letters never change, which their categories may.
_LETTER = re.compile(r"LATIN (SMALL|CAPITAL) (?:LETTER|LIGATURE) (.+?)(?: WITH .+)?")
# A name of one or two letters is what people write; others are listed.
_SHORT = 2
_WRITTEN = {
    "AFRICAN D": "d",
    "DOTLESS I": "i",
    "DOTLESS J": "j",
    "ENG": "ng",
    "ESH": "sh",
    "ETH": "d",
    "EZH": "z",
    "GAMMA": "g",
    "IOTA": "i",
    "KRA": "k",
    "OPEN E": "e",
    "OPEN O": "o",
    "REVERSED E": "e",
    "SCHWA": "e",
    "SHARP S": "ss",
    "THORN": "th",
    "TURNED E": "e",
    "UPSILON": "u",
}
# Modifier letters that stand where others write an apostrophe: Hawai`i, o`zbek.
_APOSTROPHES = frozenset("\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8")

# The dot of `col·lecció` is part of the letter before it.
_CATALAN = re.compile(r"(?<=[lL])\u00b7(?=[lL])")


def transliterate(text: str) -> str:
    """Spell Latin letters in ASCII: `Straße` is `Strasse`, `Beløp` is `Belop`.

    Letters lose their accents, and what is short for others is written in full (`ﬁ`, `Ⅷ`). All
    other characters come back as they are, in the form NFKC.
    """
    if text.isascii():
        return text
    text = _CATALAN.sub("", unicodedata.normalize("NFKC", text))
    parts: list[str] = []
    for at, character in enumerate(text):
        spelled = character if character.isascii() else _spelled(character)
        if spelled is None:
            spelled = _bare(character, parts[-1] if parts else "")
        elif len(spelled) > 1 and character.isupper():
            spelled = _capital(spelled, text[at - 1 : at], text[at + 1 : at + 2])
        parts.append(spelled)
    return "".join(parts)


@lru_cache(maxsize=4096)
def _spelled(character: str) -> str | None:
    """A Latin letter in ASCII, in lower case where it is more than one; None for all others."""
    if character in _APOSTROPHES:
        return ""
    letter = unicodedata.normalize("NFKD", character)[0]
    if letter.isascii():
        return letter if letter.isalpha() else None
    named = _LETTER.fullmatch(unicodedata.name(letter, ""))
    if named is None:
        return None
    case, name = named.groups()
    written = name.lower() if len(name) <= _SHORT else _WRITTEN.get(name)
    if written is None or len(written) > 1:
        return written
    return written.upper() if case == "CAPITAL" else written


def _bare(character: str, before: str) -> str:
    """Nothing for an accent that stands on a letter in ASCII, else the character."""
    is_accent = unicodedata.combining(character) and before[-1:].isascii()
    return "" if is_accent and before else character


def _capital(letters: str, before: str, after: str) -> str:
    """`Ae` before a small letter, `AE` among capitals; no word begins with a sharp s."""
    if after.isupper() or (not after.isalpha() and before.isupper()):
        return letters.upper()
    return letters if letters == "ss" else letters.capitalize()
