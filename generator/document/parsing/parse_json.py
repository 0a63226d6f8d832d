"""JSON text → plain data, with the checks that the json module leaves out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from generator.document.parsing import json_tokens, yaml_scalars
from generator.document.parsing.json_extras import without_extras
from generator.document.parsing.malformed import (
    LONGEST_NUMBER,
    MENDED,
    UNBOUNDED,
    Malformed,
    Mend,
    without_unbounded,
)
from generator.document.parsing.nesting import TOO_DEEP, too_deep_in_json
from generator.document.trees.tree import Tree

_HALVES = re.compile(r"\\u[dD][89a-fA-F]")
# Any escape: a whole pair, half of one, or something else.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)"
)


class _Fault(Exception):
    """Something that the text holds somewhere; the place is looked for afterwards."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_json(text: str, mend: Mend | None = None, *, bare: bool = False) -> Tree:
    """Parse a file of one value.

    Args:
        text: The file's text.
        mend: Records comments and surplus commas, of keys that are there twice, and of numbers
            that JSON can't hold.
        bare: Whether comments and surplus commas are no JSON at all, since another language may
            have them.

    Raises:
        Malformed: It isn't JSON, repeats a key, or nests too deep.
    """
    try:
        return _parsed(text, mend)
    except Malformed as fault:
        if bare or fault.code not in {"json-syntax", "nesting-too-deep"}:
            raise
        rest, extras = without_extras(text)
        if not extras:
            raise
    value = _parsed(rest, mend)
    for extra in extras:
        if mend is None:
            raise extra
        mend(extra)
    return value


def _parsed(text: str, mend: Mend | None) -> Tree:
    offset = too_deep_in_json(text)
    if offset is not None:
        at = json_tokens.position(text, offset)
        raise Malformed("nesting-too-deep", TOO_DEEP, *at)
    try:
        value = _decoded(text, mend)
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:]
        if not text.strip():
            raise Malformed("file-empty", "the file holds no document", 1, 1) from error
        raise Malformed("json-syntax", message, error.lineno, error.colno) from error
    _check_pairs(text)
    return value


def _decoded(text: str, mend: Mend | None) -> Tree:
    try:
        value: Tree = _STRICT.decode(text)
    except _Fault as fault:
        if mend is None:
            raise next(iter(_faults(text, fault.code))) from fault
        value = _LENIENT.decode(text)
        for mended in _faults(text, *MENDED):
            mended.hint = MENDED[mended.code]
            mend(mended)
        return without_unbounded(value)
    return value


def _check_pairs(text: str) -> None:
    """Refuse half a surrogate pair, which JSON can spell but no encoding of Unicode can hold."""
    if not _HALVES.search(text):
        return
    for escape in _ESCAPE.finditer(text):
        if escape["half"]:
            at = json_tokens.position(text, escape.start())
            message = f"`\\{escape['half']}` is half a surrogate pair, and no character"
            raise Malformed("surrogate-alone", message, *at)


def _object(pairs: list[tuple[str, Tree]]) -> Tree:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise _Fault("key-duplicate")
    return members


def _constant(_: str) -> NoReturn:
    raise _Fault("number-unbounded")


def _float(text: str) -> float:
    try:
        return yaml_scalars.finite(text)
    except yaml_scalars.NotFinite:
        _constant(text)


def _integer(text: str) -> Tree:
    return UNBOUNDED if len(text) > LONGEST_NUMBER else int(text)


def _strict_integer(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _Fault("number-unbounded")
    return int(text)


# The strict decoder raises at a fault; the other one is for what has faults.
_STRICT = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_float=_float,
    parse_int=_strict_integer,
    parse_constant=_constant,
)
_LENIENT = json.JSONDecoder(parse_int=_integer)


def _faults(text: str, *codes: str) -> Iterator[Malformed]:
    """The faults of some kinds, where they stand."""
    keys: list[set[str]] = []
    starts = json_tokens.line_starts(text)
    for token in json_tokens.scan(text):
        if token.text in "{[":
            keys.append(set())
        elif token.text in "}]" and keys:
            keys.pop()
        code, message = _fault(token, keys)
        if code in codes:
            at = json_tokens.position_after(starts, token.offset)
            yield Malformed(code, message, *at)


def _fault(token: json_tokens.Token, keys: list[set[str]]) -> tuple[str, str]:
    """The code and message of a token's fault, "" for none; keys of open objects are noted."""
    if token.is_key:
        key = json_tokens.decode(token.text)
        if key in keys[-1]:
            return "key-duplicate", f"the key `{key}` stands here a second time"
        keys[-1].add(key)
        return "", ""
    if not _is_unbounded(token.text):
        return "", ""
    if len(token.text) > LONGEST_NUMBER:
        message = "a number of more than 4,300 digits can't be read"
        return "number-unbounded", message
    return "number-unbounded", f"`{token.text}` is no number that JSON can hold"


def _is_unbounded(token: str) -> bool:
    if token in {"NaN", "Infinity", "-Infinity"} or len(token) > LONGEST_NUMBER:
        return not token.startswith('"')
    try:
        return token[0] in "-0123456789" and not abs(float(token)) < float("inf")
    except ValueError:
        return False
