"""Breaks long lines as black does, for the few shapes that most of them have.

black takes most of a run's time when it formats everything, and templates make text that is in
its shape already but for long lines. Imports, signatures and calls are broken here by black's own
rules; every other statement with a long line goes through black itself. Tests compare the outcome
with black's on whole packages.
"""

from __future__ import annotations

import re
from functools import lru_cache

import black
from black.mode import TargetVersion

from generator.emit.statements import Statement, brackets, elements, statements

LINE_LENGTH = 88
_STEP = 4
_IMPORT = re.compile(r"from \S+ import (?=\w)")
_CALL = re.compile(r"(return )?(await )?self(\.\w+)+$")
_MEMBER = re.compile(r'(\w+=|"[^"\\]*": )?[\w.]*$')


def formatted(draft: str) -> str:
    """Break a module's long lines.

    Args:
        draft: A module whose short lines are as black has them.

    Raises:
        ValueError: A statement can't be parsed; black's `InvalidInput` is one.
    """
    lines: list[str] = []
    for statement in statements(draft):
        if statement.is_docstring or all(
            len(line) <= LINE_LENGTH for line in statement.lines
        ):
            lines += statement.lines
        else:
            lines += broken(statement) or _by_black(
                "\n".join(statement.lines), statement.indent
            )
    return "\n".join(lines)


@lru_cache(maxsize=4096)
def _by_black(statement: str, indent: int) -> tuple[str, ...]:
    """The lines that black makes of one statement, which may be a compound one's header."""
    margin = " " * indent
    text = "\n".join(line.removeprefix(margin) for line in statement.split("\n"))
    is_header = text.endswith(":")
    # Fixed here: no project's configuration has a say in what comes out.
    mode = black.Mode({TargetVersion.PY311}, line_length=LINE_LENGTH - indent)
    shaped = black.format_str(f"{text}\n    pass\n" if is_header else text, mode=mode)
    lines = shaped.strip("\n").split("\n")[: -1 if is_header else None]
    return tuple(margin + line if line else line for line in lines)


def broken(statement: Statement) -> tuple[str, ...]:
    """The lines of a statement with a long line in it, or () when its shape isn't known here."""
    first, *others = statement.lines
    if others:
        return _broken_inside(statement)
    line = first.strip(" ")
    if match := _IMPORT.match(line):
        names = elements(line[match.end() :])
        return _exploded(statement.indent, f"{match.group()}(", names, ")")
    if line.startswith(("def ", "async def ")):
        return _signature(statement.indent, line)
    pairs = brackets(line)
    if (
        len(pairs) == 1
        and pairs[0][1] == len(line) - 1
        and _CALL.match(line[: pairs[0][0]])
    ):
        return _bracketed(statement.indent, line, "")
    return ()


def _broken_inside(statement: Statement) -> tuple[str, ...]:
    """A statement that the template has exploded: its members, each on a line, may be long."""
    lines: list[str] = []
    if len(statement.lines[0]) > LINE_LENGTH or len(statement.lines[-1]) > LINE_LENGTH:
        return ()
    for line in statement.lines:
        if len(line) <= LINE_LENGTH:
            lines.append(line)
            continue
        indent = len(line) - len(line.lstrip(" "))
        member = _bracketed(indent, line.strip(" ").removesuffix(","), ",")
        if not line.endswith(",") or not member:
            return ()
        lines += member
    return tuple(lines)


def _signature(indent: int, line: str) -> tuple[str, ...]:
    pairs = brackets(line)
    opening, closing = pairs[0]
    head, body, tail = line[: opening + 1], line[opening + 1 : closing], line[closing:]
    if len(elements(body)) == 1:
        # A lone parameter gets its comma, as an import does.
        lines = (head, " " * _STEP + body + ",", tail)
        return _if_short(tuple(" " * indent + line for line in lines))
    return _body(indent, head, body, tail)


def _bracketed(indent: int, line: str, comma: str) -> tuple[str, ...]:
    """A call, or a member of one, that ends with a bracket and has no other at its level."""
    if indent + len(line) + len(comma) <= LINE_LENGTH:
        return (" " * indent + line + comma,)
    pairs = brackets(line)
    if len(pairs) != 1 or pairs[0][1] != len(line) - 1:
        return ()
    opening, closing = pairs[0]
    head = line[:opening]
    if not _MEMBER.match(head) and not _CALL.match(head):
        return ()
    return _body(
        indent, line[: opening + 1], line[opening + 1 : closing], line[closing:] + comma
    )


def _body(indent: int, head: str, body: str, tail: str) -> tuple[str, ...]:
    """A bracket's content on one line if it fits there, else a line for each element."""
    # A literal always gets a line for each element; arguments and subscripts only when they must.
    is_trailer = head[-2:-1].isidentifier() or head[-2:-1] in {")", "]"}
    fits = indent + _STEP + len(body) <= LINE_LENGTH
    if is_trailer and fits and not body.endswith(","):
        lines = (head, " " * _STEP + body, tail)
        return _if_short(tuple(" " * indent + line for line in lines))
    return _exploded(indent, head, elements(body), tail)


def _exploded(
    indent: int, head: str, members: tuple[str, ...], tail: str
) -> tuple[str, ...]:
    if len(members) == 1 and not head.endswith("import ("):
        return ()
    lines = [" " * indent + head]
    for member in members:
        broken_member = _bracketed(indent + _STEP, member, ",")
        if not broken_member:
            return ()
        lines += broken_member
    return _if_short((*lines, " " * indent + tail))


def _if_short(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines if all(len(line) <= LINE_LENGTH for line in lines) else ()
