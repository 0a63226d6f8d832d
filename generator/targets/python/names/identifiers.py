"""Identifiers: how a name of the API is spelled in Python.

Everything here returns what Python accepts as an identifier, whatever the name holds, in the form
(NFKC) in which Python itself reads names. What two names do when they want the same spelling is
the business of `scope`.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from functools import lru_cache

from generator.emit.text.code import Code
from generator.emit.text.latin import transliterate
from generator.ir.name import Name, split
from generator.targets.python.names.letters import in_ascii, kept, kept_words
from generator.targets.python.names.scripts import is_one_script

# How long names may be, and those of files, which share a path with others.
LONGEST = 120
LONGEST_FILE = 60

_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
_SIGNED = re.compile(r"[+-](?=\d)")
_SEPARATOR = re.compile(r"(?<=[^\W_])[-_.](?=[^\W_])")
_SYMBOLS = {
    "+": "plus",
    "-": "minus",
    "*": "star",
    "/": "slash",
    "\\": "backslash",
    "%": "percent",
    "$": "dollar",
    "@": "at",
    "#": "hash",
    "&": "and",
    "|": "or",
    "!": "not",
    "?": "question",
    "=": "equal",
    "<": "less",
    ">": "greater",
    "~": "tilde",
    "^": "caret",
    ".": "dot",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "_": "underscore",
}


@lru_cache(maxsize=65536)
def snake(name: Name, fallback: str) -> Code:
    """Spell a name as a variable or a function: `contact_id`.

    Args:
        name: The name; its preferred spelling wins over the wire's.
        fallback: What to call it when the name says nothing at all.
    """
    return _finish("_".join(_words(name, fallback)), "n")


def module(text: str, longest: int = LONGEST_FILE) -> Code:
    """Spell text as a module, whose file has a name in ASCII everywhere.

    Args:
        text: What the module is about.
        longest: How many letters it may have.
    """
    words = _split(in_ascii(text), text) or ("unnamed",)
    return _finish("_".join(words), "n", longest)


def pascal(name: Name, fallback: str) -> Code:
    """Spell a name as a class: `NoteList`; one that is spelled so already stays as it is."""
    spelled = name.preferred or name.wire
    if _CLASS.fullmatch(spelled) and not spelled.isupper():
        return _finish(spelled, "N")
    text = ""
    for word in _words(name, fallback):
        apart = text[-1:].isdigit() and word[0].isdigit()
        text += ("_" if apart else "") + word[0].title() + word[1:]
    return _finish(text, "N")


def as_written(name: Name) -> Code | None:
    """The document's own spelling of a class, such as `VLAN`; None when a class can't have it."""
    spelled = name.preferred or name.wire
    is_class = _CLASS.fullmatch(spelled) and _finish(spelled, "N") == spelled
    return Code(spelled) if is_class else None


def screaming(text: str) -> Code:
    """Spell an identifier in snake case as a constant: `LIST_FOR_COMPANY`."""
    return Code(unicodedata.normalize("NFKC", text.upper()))


@lru_cache(maxsize=65536)
def spelled_out(name: Name) -> Code | None:
    """Spell a name with its symbols as words, `at_type` for `@type`; None when it has none.

    What merely separates words isn't spelled.
    """
    text = _SEPARATOR.sub(" ", name.preferred or name.wire)
    if not any(character in _SYMBOLS for character in text):
        return None
    words = "".join(f" {_SYMBOLS[c]} " if c in _SYMBOLS else c for c in text)
    return snake(Name(wire=name.wire, preferred=words), "unnamed")


def prefixed(prefix: str, identifier: str) -> Code:
    """Put a word before an identifier: `query_cursor`."""
    return _finish(f"{prefix}_{identifier.strip('_')}", "n")


def numbered(identifier: str, number: int) -> Code:
    """The identifier that the `number`-th claimant of a spelling gets: `id_2`, `Note2`."""
    stem = identifier.rstrip("_")
    apart = "_" if stem == stem.lower() or stem[-1:].isdigit() else ""
    return Code(f"{stem}{apart}{number}")


def underscored(identifier: str) -> Code:
    """The identifier with an underscore behind it: `class_`."""
    return Code(identifier + "_")


def in_numbers(identifier: str) -> Code:
    """The identifier with its letters outside ASCII as numbers: `u1089_u1086`, `U1089U1086`."""
    words = split(in_ascii(identifier))
    if identifier[:1].isupper():
        return _finish("".join(word.capitalize() for word in words), "N")
    return _finish("_".join(words), "n")


def is_identifier(text: str) -> bool:
    """Whether Python takes the text as a name, as it is: no keyword, and in one script."""
    if not text.isascii():
        text = _in_one_script(text)
    return text.isidentifier() and not keyword.iskeyword(text)


def cut(text: str, longest: int = LONGEST) -> str:
    """Shorten text that is too long; a hash of the whole keeps it apart from its like."""
    if len(text) <= longest:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{text[: longest - 9].rstrip('_')}_{digest}"


def _in_one_script(text: str) -> str:
    """The text, "" where Python would read another, or where scripts are mixed."""
    is_same = unicodedata.normalize("NFKC", text) == text == kept(text)
    return text if is_same and is_one_script(text) else ""


def _finish(text: str, before_digit: str, longest: int = LONGEST) -> Code:
    text = unicodedata.normalize("NFKC", text)
    text = cut(before_digit + text if text[:1].isdigit() else text, longest)
    return Code(text + "_" if keyword.iskeyword(text) else text)


def _words(name: Name, fallback: str) -> tuple[str, ...]:
    """The name's words in letters that Python takes."""
    text = name.preferred or name.wire
    return _split(_letters(name), text) or (fallback,)


def _letters(name: Name) -> str:
    """The letters of a name: where the document mixes scripts, none but those of ASCII."""
    if not name.preferred:
        return kept(name.wire)
    if is_one_script(transliterate(name.wire)):
        return kept_words(name.preferred)
    return in_ascii(name.preferred)


def _split(letters: str, text: str) -> tuple[str, ...]:
    """The words of letters, those of the text's symbols where there is no letter."""
    letters = _SIGNED.sub(lambda match: _SYMBOLS[match.group()] + " ", letters)
    if words := split(letters):
        return words
    if not text.isascii() and (words := split(in_ascii(text, separators=False))):
        return words
    return split("".join(f" {_SYMBOLS[c]} " for c in text if c in _SYMBOLS))
