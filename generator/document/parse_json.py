"""JSON text → plain data, with the checks that the json module leaves out."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from generator.document import json_tokens, scalars
from generator.document.malformed import DEEPEST, LONGEST_NUMBER, Malformed
from generator.document.tree import Tree

_HALVES = re.compile(r"\\u[dD][89a-fA-F]")
# Any escape: a whole pair, half of one, or something else.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)"
)


class _Fault(Exception):
    """Something that the text holds somewhere; the place is looked for afterwards."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def parse_json(text: str) -> Tree:
    """Parse a file of one value.

    Raises:
        Malformed: It isn't JSON, repeats a key, or nests too deep.
    """
    try:
        value: Tree = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:]
        if not text.strip():
            raise Malformed("file-empty", "the file holds no document", 1, 1) from error
        raise Malformed("json-syntax", message, error.lineno, error.colno) from error
    except _Fault as fault:
        raise _found(fault.code, str(fault), text) from fault
    except ValueError as error:
        message = "a number of more than 4,300 digits can't be read"
        raise _found("number-unbounded", message, text) from error
    except RecursionError as error:
        raise _too_deep(text) from error
    if _is_deep(value):
        raise _too_deep(text)
    _check_pairs(text)
    return value


def _check_pairs(text: str) -> None:
    """Refuse half a surrogate pair, which JSON can spell but no encoding of Unicode can hold."""
    if not _HALVES.search(text):
        return
    for escape in _ESCAPE.finditer(text):
        if escape["half"]:
            line, column = json_tokens.position(text, escape.start())
            message = f"`\\{escape['half']}` is half a surrogate pair, and no character"
            raise Malformed("surrogate-alone", message, line, column)


def _object(pairs: list[tuple[str, Tree]]) -> Tree:
    members = dict(pairs)
    if len(members) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                message = f"the key `{key}` stands here a second time"
                raise _Fault("key-duplicate", message)
            seen.add(key)
    return members


def _constant(text: str) -> NoReturn:
    message = f"`{text}` is no number that JSON can hold"
    raise _Fault("number-unbounded", message)


def _float(text: str) -> float:
    try:
        return scalars.finite(text)
    except scalars.NotFinite:
        _constant(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=_float, parse_constant=_constant
)


def _is_deep(value: Tree) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [
            item
            for container in level
            for item in (
                container.values()
                if isinstance(container, dict)
                else container if isinstance(container, list) else ()
            )
            if isinstance(item, (dict, list))
        ]
        if not level:
            return False
    return True


def _too_deep(text: str) -> Malformed:
    message = f"values are nested more than {DEEPEST} levels deep"
    return _found("nesting-too-deep", message, text)


def _found(code: str, message: str, text: str) -> Malformed:
    """Say where the first token stands that the fault can be about."""
    keys: list[set[str]] = []
    for token in json_tokens.scan(text):
        if token.text in "{[":
            keys.append(set())
        elif token.text in "}]" and keys:
            keys.pop()
        found = False
        match code:
            case "nesting-too-deep":
                found = len(keys) > DEEPEST
            case "key-duplicate":
                if token.is_key:
                    key = json_tokens.decode(token.text)
                    found = key in keys[-1]
                    keys[-1].add(key)
            case _:
                found = _is_unbounded(token.text)
        if found:
            line, column = json_tokens.position(text, token.offset)
            return Malformed(code, message, line, column)
    return Malformed(code, message, 1, 1)


def _is_unbounded(token: str) -> bool:
    if token in {"NaN", "Infinity", "-Infinity"} or len(token) > LONGEST_NUMBER:
        return not token.startswith('"')
    try:
        return token[0] in "-0123456789" and not abs(float(token)) < float("inf")
    except ValueError:
        return False
