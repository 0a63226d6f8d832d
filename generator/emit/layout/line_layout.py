"""Breaks long lines as black does, for the shapes that templates write.

black takes most of a run's time when it formats everything, and templates make text that is in
its shape already but for long lines. Those are broken here and in `annotated` by black's own
rules; a statement of another shape goes through black itself. Tests compare the outcome with
black's, on whole packages and on statements made up at random.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.emit.layout.long_annotations import annotated
from generator.emit.layout.statements import (
    Statement,
    brackets,
    elements,
    statements,
)
from generator.emit.layout.width import LINE_LENGTH, fits

_STEP = 4
_IMPORT = re.compile(r"from \S+ import (?=\w)")
_CALL = re.compile(r"(?:(?:return )?(?:await )?\w+(?:\.\w+)+|\w+ = \w+)$")
_LONE = re.compile(rf"@\w+$|{_CALL.pattern}")
_FIELD = re.compile(r"\w+: .* = \w+$")
_MEMBER = re.compile(r'(?:\w+=|"[^"\\]*": |None: |lambda: )?[\w.]*$')
# What no bracket can break, and black leaves too long.
_ENTRY = re.compile(r'(?:"[^"\\]*": )?(?:\w+|"[^"\\]*")')
_ASSIGNED = re.compile(r"(?P<margin> *)(?P<name>\w+: .*) = (?P<call>\w+\()")


def formatted(draft: str) -> str:
    """Break a module's long lines.

    Args:
        draft: A module whose short lines are as black has them.

    Raises:
        ValueError: A statement can't be parsed; black's `InvalidInput` is one.
    """
    lines: list[str] = []
    for statement in statements(draft):
        if statement.is_docstring or all(fits(line) for line in statement.lines):
            lines += statement.lines
        else:
            lines += broken(statement) or _by_black(
                "\n".join(statement.lines), statement.indent
            )
    return "\n".join(lines)


@lru_cache(maxsize=4096)
def _by_black(statement: str, indent: int) -> tuple[str, ...]:
    """The lines that black makes of one statement, which may be a compound one's header."""
    # It takes a sixth of a second to load, and most packages have nothing for it.
    import black  # noqa: PLC0415
    from black.mode import TargetVersion  # noqa: PLC0415 -- as above

    margin = " " * indent
    text = "\n".join(line.removeprefix(margin) for line in statement.split("\n"))
    # What has to stand below a header, and below a decorator.
    below = ""
    if text.startswith("@"):
        below = "def x():\n    pass\n"
    elif text.endswith(":"):
        below = "    pass\n"
    # Fixed here: no project's configuration has a say in what comes out.
    mode = black.Mode({TargetVersion.PY311}, line_length=LINE_LENGTH - indent)
    shaped = black.format_str(f"{text}\n{below}", mode=mode)
    lines = shaped.strip("\n").removesuffix(below.strip("\n")).strip("\n").split("\n")
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
    if line.startswith("class ") and line.endswith("):"):
        return _class(statement.indent, line)
    if line.startswith("@") and line.endswith(")"):
        # By itself a decorator is no statement, so that black can't have it.
        opening = line.index("(") + 1
        return _body(statement.indent, line[:opening], line[opening:-1], ")")
    return _call(statement.indent, line) or annotated(statement.indent, line)


def _class(indent: int, line: str) -> tuple[str, ...]:
    """A class, whose name may be too long for any line."""
    opening = line.index("(") + 1
    head, bases = line[:opening], line[opening:-2]
    if fits(" " * indent + head):
        return _body(indent, head, bases, "):")
    # What stands below it doesn't depend on the name.
    lines = _body(indent, "class X(", bases, "):")
    return (" " * indent + head, *lines[1:]) if lines else ()


def _call(indent: int, line: str) -> tuple[str, ...]:
    """A call at the end of a statement, on its own or the value of something."""
    pairs = brackets(line)
    if not pairs or pairs[-1][1] != len(line) - 1:
        return ()
    opening, closing = pairs[-1]
    is_lone = len(pairs) == 1 and _LONE.match(line[:opening])
    if not is_lone and not _FIELD.match(line[:opening]):
        return ()
    return _body(
        indent, line[: opening + 1], line[opening + 1 : closing], line[closing:]
    )


def _broken_inside(statement: Statement) -> tuple[str, ...]:
    """A statement that the template has exploded: its members, each on a line, may be long."""
    first, *others = statement.lines
    lines: list[str] = [first]
    if not fits(first):
        return _broken_outside(statement)
    for line in others:
        if fits(line):
            lines.append(line)
            continue
        indent = len(line) - len(line.lstrip(" "))
        member = _member(indent, line.strip(" ").removesuffix(","), ",")
        if not line.endswith(",") or not member:
            return ()
        lines += member
    return tuple(lines)


def _broken_outside(statement: Statement) -> tuple[str, ...]:
    """An exploded value, on which what it is assigned to leaves no room to begin."""
    first, *others = statement.lines
    named = _ASSIGNED.fullmatch(first)
    if named is None:
        return ()
    margin, name, call = named.group("margin", "name", "call")
    opening = f"{margin}{name} = ("
    if fits(opening):
        step = " " * _STEP
        inner = (f"{margin}{step}{call}", *(step + line for line in others))
        value = _broken_inside(Statement(inner))
        return (opening, *value, f"{margin})") if value else ()
    head = annotated(statement.indent, name, tail=f" = {call}")
    value = _broken_inside(Statement((head[-1], *others))) if head else ()
    return (*head[:-1], *value) if value else ()


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
    if fits(" " * indent + line + comma):
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
    if (
        _has_trailer(head)
        and fits(" " * (indent + _STEP) + body)
        and not body.endswith(",")
    ):
        lines = (head, " " * _STEP + body, tail)
        return _if_short(tuple(" " * indent + line for line in lines))
    # A lone element gets no comma; that of a tuple has one.
    members = elements(body)
    comma = "," if len(members) > 1 or body.endswith(",") else ""
    return _exploded(indent, head, members, tail, comma)


def _has_trailer(head: str) -> bool:
    """Whether the bracket at the end is that of a call or a subscript."""
    before = head[-2:-1]
    return before in {")", "]"} or (before != "" and f"a{before}".isidentifier())


def _exploded(
    indent: int, head: str, members: tuple[str, ...], tail: str, comma: str = ","
) -> tuple[str, ...]:
    first, last = " " * indent + head, " " * indent + tail
    lines = [first]
    for member in members:
        broken_member = _member(indent + _STEP, member, comma)
        if not broken_member:
            return ()
        lines += broken_member
    return (*lines, last) if _if_short((first, last)) else ()


def _member(indent: int, member: str, comma: str) -> tuple[str, ...]:
    if _ENTRY.fullmatch(member):
        return (f"{' ' * indent}{member}{comma}",)
    return _bracketed(indent, member, comma) or annotated(indent, member, comma)


def _if_short(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines if all(fits(line) for line in lines) else ()
