"""Text out of a document in Markdown: a line, paragraphs, a code span, a block."""

from __future__ import annotations

import re

from generator.emit.text.code import Code
from generator.emit.text.invisible import legible

_SPECIAL = re.compile(r"[\\`*\[\]<>&|~$]|(?<![^\W_])_|_(?![^\W_])")
# What turns a line into a heading, an item, a rule or a title when the line begins with it.
_OPENING = re.compile(r"^(?:([#+\-=:])|(\d{1,9})([.)]))")
_TICKS = re.compile("`+")


def inline(text: str) -> Code:
    """Encode text for the middle of a line, a heading or a table's cell: one line, no markup."""
    return Code(_escaped(" ".join(legible(text).split())))


def paragraphs(text: str) -> Code:
    """Encode prose as plain paragraphs, blank lines kept and everything else escaped."""
    blocks = re.split(r"\n\s*\n", legible(text).strip())
    return Code("\n\n".join(_escaped(" ".join(block.split())) for block in blocks))


def _escaped(line: str) -> str:
    line = _SPECIAL.sub(lambda match: "\\" + match.group(), line)
    return _OPENING.sub(
        lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", line
    )


def code(text: str, *, in_table: bool = False) -> Code:
    """Encode text as a code span.

    Args:
        text: What it shows; line ends become spaces.
        in_table: Whether it stands in a table, where a bar ends a cell even in code.
    """
    line = " ".join(legible(text).split()) or " "
    ticks = "`" * (_longest(line) + 1)
    padding = " " if line[0] in "` " or line[-1] in "` " else ""
    if in_table:
        line = line.replace("|", "\\|")
    return Code(f"{ticks}{padding}{line}{padding}{ticks}")


def block(text: str, language: str = "") -> Code:
    """Encode text as a fenced block, without the line end after it.

    Args:
        text: What it shows, line by line.
        language: The program's own word for the language, never a document's.
    """
    body = legible(text).strip("\n")
    fence = "`" * max(3, _longest(body) + 1)
    return Code(f"{fence}{language}\n{body}\n{fence}")


def _longest(text: str) -> int:
    return max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
