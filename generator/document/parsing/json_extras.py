"""Comments in JSON, and commas after the last value: people write them, JSON has none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document.parsing.json_tokens import line_starts, pieces, position_after
from generator.document.parsing.malformed import MENDED, Malformed

_CLOSED = re.compile(r"/\*.*\*/", re.DOTALL)
_VISIBLE = re.compile(r"[^\s]")
# After these a comma has no value before it, and is no surplus one but a gap.
_OPENING = frozenset("[{:,")


def without_extras(text: str) -> tuple[str, list[Malformed]]:
    """The text with blanks in the place of comments and of commas before a closing bracket.

    Everything else keeps its line and column, and strings stay as they are.

    Args:
        text: The file's text.

    Returns:
        The text, and what was blanked, in order; two commas in a row stay.
    """
    found = list(_extras(text))
    pieces: list[str] = []
    end = 0
    for start, stop, _ in found:
        pieces += text[end:start], _VISIBLE.sub(" ", text[start:stop])
        end = stop
    starts = line_starts(text) if found else []
    faults = [_fault(starts, start, message) for start, _, message in found]
    return "".join([*pieces, text[end:]]), faults


def has_script_comments(text: str) -> bool:
    """Whether JSON text has comments of JavaScript, which YAML would take for parts of keys."""
    if "//" not in text and "/*" not in text:
        return False
    return any("`/" in message for _, _, message in _extras(text))


def _extras(text: str) -> Iterator[tuple[int, int, str]]:
    """Where comments and surplus commas start and end, and what each is."""
    last, comma = "[", -1
    pending: list[tuple[int, int, str]] = []
    for piece, start, is_comment in pieces(text):
        if is_comment:
            if piece.startswith("/*") and not _CLOSED.fullmatch(piece):
                break
            opening = piece[:2] if piece.startswith("/") else "#"
            message = f"a `{opening}` comment stands here"
            pending.append((start, start + len(piece), message))
            continue
        if comma >= 0 and piece in {"]", "}"}:
            yield comma, comma + 1, f"a comma stands before `{piece}`"
        yield from pending
        pending.clear()
        is_after_value = last not in _OPENING
        comma = start if piece == "," and is_after_value else -1
        last = piece
    yield from pending


def _fault(starts: list[int], offset: int, message: str) -> Malformed:
    code = "json-comma" if message.startswith("a comma") else "json-comment"
    return Malformed(code, message, *position_after(starts, offset), MENDED[code])
