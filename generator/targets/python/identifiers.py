"""Identifiers: how a name of the API is spelled in Python.

Everything here returns ASCII that Python accepts as an identifier, whatever the name holds. What
two names do when they want the same spelling is the business of `scope`.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata

from generator.emit.text import Code
from generator.ir.name import Name, split

# How long names may be, and those of files, which share a path with others.
LONGEST = 120
LONGEST_FILE = 60

_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
_SIGNED = re.compile(r"[+-](?=\d)")
_SEPARATOR = re.compile(r"(?<=[A-Za-z0-9])[-_.](?=[A-Za-z0-9])")
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


def snake(name: Name, fallback: str, longest: int = LONGEST) -> Code:
    """Spell a name as a variable, a function or a module: `contact_id`.

    Args:
        name: The name; its preferred spelling wins over the wire's.
        fallback: What to call it when the name says nothing at all.
        longest: How many letters it may have.
    """
    return _finish("_".join(_words(name, fallback)), "n", longest)


def pascal(name: Name, fallback: str) -> Code:
    """Spell a name as a class: `NoteList`; one that is spelled so already stays as it is."""
    spelled = name.preferred or name.wire
    if _CLASS.fullmatch(spelled) and not spelled.isupper():
        return _finish(spelled, "N")
    text = ""
    for word in _words(name, fallback):
        apart = text[-1:].isdigit() and word[0].isdigit()
        text += ("_" if apart else "") + word[0].upper() + word[1:]
    return _finish(text, "N")


def screaming(text: str) -> Code:
    """Spell an identifier in snake case as a constant: `LIST_FOR_COMPANY`."""
    return Code(text.upper())


def spelled_out(name: Name) -> Code | None:
    """Spell a name with its symbols as words, `at_type` for `@type`; None when it has none.

    What merely separates words isn't spelled.
    """
    text = _SEPARATOR.sub(" ", name.preferred or name.wire)
    if not any(character in _SYMBOLS for character in text):
        return None
    words = "".join(f" {_SYMBOLS[c]} " if c in _SYMBOLS else c for c in text)
    return snake(Name(wire=words), "unnamed")


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


def is_identifier(text: str) -> bool:
    """Whether Python takes the text as a name: no keyword, and ASCII only."""
    return text.isascii() and text.isidentifier() and not keyword.iskeyword(text)


def cut(text: str, longest: int = LONGEST) -> str:
    """Shorten text that is too long; a hash of the whole keeps it apart from its like."""
    if len(text) <= longest:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{text[: longest - 9].rstrip('_')}_{digest}"


def _finish(text: str, before_digit: str, longest: int = LONGEST) -> Code:
    text = cut(before_digit + text if text[:1].isdigit() else text, longest)
    return Code(text + "_" if keyword.iskeyword(text) else text)


def _words(name: Name, fallback: str) -> tuple[str, ...]:
    """The name's words in ASCII: letters lose accents, other characters become code points."""
    text = name.preferred or name.wire
    text = _SIGNED.sub(lambda match: _SYMBOLS[match.group()] + " ", text)
    if words := split(text if text.isascii() else _ascii(text)):
        return words
    if not text.isascii() and (words := split(_ascii(text, separators=False))):
        return words
    spoken = "".join(f" {_SYMBOLS[c]} " for c in text if c in _SYMBOLS)
    return split(spoken) or (fallback,)


def _ascii(text: str, *, separators: bool = True) -> str:
    """Text in ASCII; punctuation as in `Page«Note»` separates words, if that is wanted."""
    parts: list[str] = []
    for character in unicodedata.normalize("NFKD", text):
        if character.isascii():
            parts.append(character)
        elif separators and unicodedata.category(character)[0] in "PZ":
            parts.append(" ")
        elif not unicodedata.combining(character):
            # In decimal, since words end where letters follow digits.
            parts.append(f" u{ord(character)} ")
    return "".join(parts)
