"""Scripts: which letters outside ASCII a name can keep, and what they look like.

A name keeps them where it is written in one script, or in those that Chinese, Japanese or Korean
is written in, as Unicode's TR39 finds mixed scripts (section 5.1). The ranges are those of UAX31's
recommended scripts, spelled out, since every version of Python has to give the same answer.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

from generator.emit.text.invisible import ESCAPED

# First and last code point, and the script.
_RANGES = (
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0531, 0x0586, "Armn"),
    (0x0591, 0x05F2, "Hebr"),
    (0x0620, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x0780, 0x07B1, "Thaa"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CF2, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0ECD, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1C90, 0x1CBF, "Geor"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x3005, 0x3007, "Hani"),
    (0x3041, 0x309F, "Hira"),
    (0x30A1, 0x30FA, "Kana"),
    # Not the middle dot between these: Python 3.11 and 3.12 take it for no letter.
    (0x30FC, 0x30FF, "Kana"),
    (0x3105, 0x312F, "Bopo"),
    (0x31A0, 0x31BF, "Bopo"),
    (0x31F0, 0x31FF, "Kana"),
    (0x3400, 0x4DBF, "Hani"),
    (0x4E00, 0x9FFC, "Hani"),
    (0xAC00, 0xD7A3, "Hang"),
    (0x20000, 0x2A6DD, "Hani"),
    (0x2A700, 0x2B738, "Hani"),
    (0x2B740, 0x2EBE0, "Hani"),
    (0x30000, 0x3134A, "Hani"),
)
_STARTS = [first for first, _, _ in _RANGES]
# What a script is written together with: Chinese with Bopomofo, Japanese, Korean.
_SYSTEMS = {
    "Bopo": frozenset({"Hanb"}),
    "Hang": frozenset({"Kore"}),
    "Hani": frozenset({"Hanb", "Jpan", "Kore"}),
    "Hira": frozenset({"Jpan"}),
    "Kana": frozenset({"Jpan"}),
}
# Draws out a word's line, and is no letter of it.
_TATWEEL = "\u0640"
_LOOKALIKES = str.maketrans(
    # Cyrillic, Greek, Armenian and others that most fonts draw like letters of ASCII.
    "аеорсухіјѕһԁԛԝӏѵАВЕЅІЈКМНОРСТУХҮԌԚԜӀ"
    "αγικνορσυωϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ"
    "հյոսցօքզՍՕՏԼՈ〇丨",
    "aeopcyxijshdqwlvABESIJKMHOPCTYXYGQWI"
    "ayiKvopouwcjABEZHIKMNOPTYXCJ"
    "hjnugofqUOSLnOl",
)


@lru_cache(maxsize=65536)
def script_of(character: str) -> str:
    """The script of a letter or a mark that a name can keep, "" for every other character."""
    code = ord(character)
    at = bisect_right(_STARTS, code) - 1
    if at < 0 or code > _RANGES[at][1] or ESCAPED.match(character):
        return ""
    # As a later letter of a name, where marks and the likes of `ー` may stand, too.
    is_stable = unicodedata.normalize("NFKC", character) == character
    kept = is_stable and not character.isdigit() and f"a{character}".isidentifier()
    return _RANGES[at][2] if kept and character != _TATWEEL else ""


def is_one_script(text: str) -> bool:
    """Whether the letters of a text belong to one script, or to those of one language.

    Latin letters beside others, of which any may look like one, are a mixture.
    """
    systems: frozenset[str] | None = None
    for character in text:
        if character.isascii() and character.isalpha():
            found = frozenset({"Latn"})
        elif script := script_of(character):
            found = _SYSTEMS.get(script, frozenset({script}))
        else:
            continue
        systems = found if systems is None else systems & found
        if not systems:
            return False
    return True


def skeleton(text: str) -> str:
    """What a text looks like: letters that can be taken for ones of ASCII, as these."""
    return text if text.isascii() else text.translate(_LOOKALIKES)
