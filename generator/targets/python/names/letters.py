"""Letters: the text of a name in characters that Python takes in names."""

from __future__ import annotations

import re
import unicodedata

from generator.emit.text.latin import transliterate
from generator.targets.python.names.scripts import is_one_script, script_of, skeleton

# Between words that were put together here, or chosen: each is looked at by itself.
_BETWEEN = re.compile(r"([\s_]+)")
# Letters of some scripts are joined, or kept apart, by characters that can't be seen.
_JOINERS = frozenset("\u200c\u200d\u0640")


def kept(text: str) -> str:
    """A name of the document: readable where it is written in one script, else in ASCII."""
    text = transliterate(text)
    if text.isascii():
        return text
    return _readable(text) if is_one_script(text) else in_ascii(text)


def kept_words(text: str) -> str:
    """Words that were put together, as `list_имя` is: each readable if it is in one script.

    Beside Latin words, one that looks as if it were Latin is in ASCII.
    """
    text = transliterate(text)
    if text.isascii():
        return text
    parts = _BETWEEN.split(text)
    has_latin = any(part.isascii() and part.strip("_ ") for part in parts)
    return "".join(
        (
            _readable(part)
            if is_one_script(part)
            and not (has_latin and skeleton(_readable(part)).isascii())
            else in_ascii(part)
        )
        for part in parts
    )


def in_ascii(text: str, *, separators: bool = True) -> str:
    """Text in ASCII: what isn't Latin becomes the numbers of its code points.

    Punctuation as in `Page«Note»` separates words, if that is wanted.
    """
    parts: list[str] = []
    for character in unicodedata.normalize("NFKD", transliterate(text)):
        if character.isascii():
            parts.append(character)
        elif separators and unicodedata.category(character)[0] in "PZ":
            parts.append(" ")
        elif not unicodedata.combining(character):
            # In decimal, since words end where letters follow digits.
            parts.append(f" u{ord(character)} ")
    return "".join(parts)


def _readable(text: str) -> str:
    """Text with the letters of its script; other characters are spelled as in ASCII."""
    parts: list[str] = []
    is_inside = False
    for character in text:
        is_mark = unicodedata.category(character)[0] == "M"
        if script_of(character) and (is_inside or not is_mark):
            is_inside = True
            parts.append(character)
        elif character.isdecimal():
            is_inside = False
            parts.append(str(unicodedata.decimal(character)))
        elif not (is_inside and character in _JOINERS):
            is_inside = False
            parts.append(in_ascii(character))
    return unicodedata.normalize("NFKC", "".join(parts))
