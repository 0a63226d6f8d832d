"""How deep brackets nest in a text, found out before a parser with a bound of its own reads it."""

from __future__ import annotations

import re

# Trees are walked by recursive code further on; real documents stay below sixty levels.
DEEPEST = 200
TOO_DEEP = f"values are nested more than {DEEPEST} levels deep"

_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)', re.DOTALL)
_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_OTHER_BYTES = bytes(each for each in range(256) if each not in b'"[]{}')
_BRACKETS_IN_QUOTES = re.compile(rb'"[^"]*(?:"|\Z)')
_JSON_TOKEN = re.compile(rf"[\[\]{{}}]|{_JSON_STRING.pattern}", re.DOTALL)
# Between the brackets of YAML: quoted and plain scalars and comments, which may hold brackets.
_YAML_TOKEN = re.compile(
    r"""[\[\]{}]
    | (?<!\S)\#[^\n]*
    | '(?:[^']|'')*+(?:'|\Z)
    | "(?:[^"\\]|\\.)*+(?:"|\Z)
    | [^\s\[\]{},'"](?:[^\s\[\]{},]|[ ](?![\s\#]))*+""",
    re.VERBOSE | re.DOTALL,
)
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def too_deep_in_json(text: str) -> int | None:
    """The offset of the first bracket that nests too deep in JSON text, or None.

    The text may be wrong otherwise: its brackets count as they stand.
    """
    # Two strings with nothing but commas or a colon between them are as good as one.
    plain = _ESCAPE.sub(b"", text.encode("utf-8", "replace"))
    quoted = plain.translate(None, _OTHER_BYTES).replace(b'""', b"")
    left = _BRACKETS_IN_QUOTES.sub(b"", quoted)
    for _ in range(DEEPEST):
        before = len(left)
        # Each turn takes the innermost containers out.
        left = left.replace(b"[]", b"").replace(b"{}", b"")
        if len(left) == before:
            break
    if left.count(b"[") + left.count(b"{") == 0:
        return None
    return _first_too_deep(_JSON_TOKEN, text, 0, len(text), 0)


def too_deep_in_flow(text: str, start: int, end: int, depth: int) -> int | None:
    """The offset of the first bracket that nests too deep in a piece of YAML, or None.

    Args:
        text: The whole text.
        start: Where the piece starts, outside of any scalar.
        end: Where it ends.
        depth: How many containers are open where it starts.
    """
    return _first_too_deep(_YAML_TOKEN, text, start, end, depth)


def _first_too_deep(
    token: re.Pattern[str], text: str, start: int, end: int, depth: int
) -> int | None:
    for found in token.finditer(text, start, end):
        depth += _STEPS.get(found[0], 0)
        if depth > DEEPEST:
            return found.start()
    return None
