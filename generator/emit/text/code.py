"""The only way from text to source: one encoder for each place where text is printed.

Text out of a document may say anything. What these functions return is `Code`, the one kind of
text that templates print, and it means itself wherever it is printed: it ends no string, no line
and no cell. Nothing here makes comments: text out of a document never stands in one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from textwrap import dedent
from typing import TypeAlias

from generator.emit.text.invisible import ESCAPED, legible
from generator.emit.text.prose import Whole, fold

JsonValue: TypeAlias = (
    "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
)

# CPython's parser refuses about 200 nested brackets, and a literal has brackets around it.
DEEPEST = 80
# Below the least limit that `sys.set_int_max_str_digits` takes, 640 digits.
_LONGEST_DECIMAL_BITS = 2_000
_WIDTH = 88


class Code(str):
    """Text that is safe where it is printed.

    Made by the encoders of `emit`, and by the targets' identifiers.
    """

    __slots__ = ()


class Unprintable(ValueError):
    """A value that has no literal: infinity, or brackets nested too deeply."""


def join(separator: str, parts: Iterable[Code]) -> Code:
    """Join pieces of code with a separator that the program itself chose."""
    return Code(separator.join(parts))


def literal(value: JsonValue) -> Code:
    """Encode a JSON value as the Python literal that evaluates to it.

    Args:
        value: Any JSON value; strings may hold any character.

    Raises:
        Unprintable: It is or holds a number that isn't finite, or nests too deeply.
    """
    return Code(_literal(value, DEEPEST))


def _literal(value: JsonValue, depth: int) -> str:
    if depth == 0:
        raise Unprintable(f"nested more than {DEEPEST} levels deep")
    match value:
        case None | bool():
            return repr(value)
        case int():
            return (
                f"{value:d}"
                if value.bit_length() < _LONGEST_DECIMAL_BITS
                else f"{value:#X}"
            )
        case float():
            if not math.isfinite(value):
                raise Unprintable(f"{value} isn't a finite number")
            return repr(value)
        case str():
            return _quoted(value)
        case list():
            return "[" + ", ".join(_literal(item, depth - 1) for item in value) + "]"
        case dict():
            entries = (
                f"{_quoted(key)}: {_literal(item, depth - 1)}"
                for key, item in value.items()
            )
            return "{" + ", ".join(entries) + "}"


def _quoted(text: str) -> str:
    """Quote a string as black would: in double quotes, unless those need more escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = text.replace("\\", "\\\\").replace(quote, "\\" + quote)
    return quote + _escaped(body) + quote


def _escaped(line: str) -> str:
    """Escape what can't be seen; most lines have nothing of the kind."""
    if line.isascii() and line.isprintable():
        return line
    return ESCAPED.sub(_escape, line)


def _escape(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape").decode()


def docstring(lines: Sequence[str], indent: int) -> Code:
    """Encode text as a docstring, quotes included, in the shape that black leaves alone.

    Lines stay lines; those too long for the page are folded at spaces, aligned with their own
    text (after a list marker or a `name:`), but for `Code` and `Whole` ones. Join paragraphs with
    `prose.unfolded` before.

    Args:
        lines: What the docstring says, relative to its own left margin.
        indent: The column that the docstring stands in. The first line carries no indentation,
            since the template has written it already.
    """
    first, *others = _seen(lines)
    room = _WIDTH - indent
    folded = fold(
        _unquoted(first.strip()), room - len('"""') - (0 if others else len('"""'))
    )
    for line, text in zip(others, dedent("\n".join(others)).split("\n"), strict=False):
        shown = _unquoted(text.rstrip())
        folded += [shown] if isinstance(line, Code | Whole) else fold(shown, room)
    top, *rest = map(_escaped, folded)
    if top.startswith('"') or not top:
        top = " " + top
    if not rest:
        return Code(f'"""{top} """' if top.endswith('"') else f'"""{top}"""')
    margin = "\n" + " " * indent
    body = "".join(margin + line if line else "\n" for line in rest)
    return Code(f'"""{top}{body}{margin}"""')


def _seen(lines: Iterable[str]) -> list[str]:
    """The lines as a reader sees them, without blank ones around them; at least one."""
    found: list[str] = []
    for line in lines:
        is_kept = isinstance(line, Code | Whole)
        found += [line] if is_kept else legible(line).split("\n")
    shown = [index for index, line in enumerate(found) if line.strip()]
    return found[shown[0] : shown[-1] + 1] if shown else [""]


def _unquoted(line: str) -> str:
    """Escape what would end the docstring, or escape something else."""
    return line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def toml_string(text: str) -> Code:
    """Encode text as a TOML basic string. Half surrogates, which TOML can't hold, are replaced."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    body = whole.replace("\\", "\\\\").replace('"', '\\"')
    return Code('"' + ESCAPED.sub(_escape_toml, body) + '"')


def _escape_toml(match: re.Match[str]) -> str:
    return _escape(match).replace("\\x", "\\u00")
