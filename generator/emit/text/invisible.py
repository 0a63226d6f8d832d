"""Characters that a reader can't see, or that end a line where nobody expects it.

The ranges are spelled out, not taken from `unicodedata`, which changes with every Python
version: the same document must come out as the same bytes everywhere.
"""

from __future__ import annotations

import re

_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_LINE_ENDS = r"\x0b\x0c\x85\u2028\u2029"
_SPACES = r"\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_JOINERS = r"\u200c\u200d"
_INVISIBLE = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    r"\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_SURROGATES = r"\ud800-\udfff"
_NO_CHARACTERS = (
    r"\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 15))
)

# Whatever must not stand in source text as itself, tab, line feed and carriage return included.
ESCAPED = re.compile(
    f"[\\t\\n\\r{_CONTROLS}{_LINE_ENDS}{_SPACES}{_JOINERS}{_INVISIBLE}{_SURROGATES}"
    f"{_NO_CHARACTERS}]"
)

_LINE_END = re.compile(f"\\r\\n|[\\r{_LINE_ENDS}]")
_SPACE = re.compile(f"[{_SPACES}]")
_DROPPED = re.compile(f"[{_INVISIBLE}]")
_REPLACED = re.compile(f"[{_CONTROLS}{_SURROGATES}{_NO_CHARACTERS}]")


def legible(text: str) -> str:
    """Reduce prose to what a reader sees.

    Every line end becomes a line feed, every other space a space and a tab four; invisible
    characters are dropped, except the joiners that scripts and emoji need; what is no character
    at all (a control, half a surrogate pair, private use) becomes the replacement character.
    """
    if text.isascii() and text.replace("\n", " ").isprintable():
        # As most prose is, which is looked at often.
        return text
    text = _LINE_END.sub("\n", text).expandtabs(4)
    text = _DROPPED.sub("", _SPACE.sub(" ", text))
    return _REPLACED.sub("\N{REPLACEMENT CHARACTER}", text)
