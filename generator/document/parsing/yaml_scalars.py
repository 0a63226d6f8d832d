"""The values of YAML's scalars, plain and tagged, in the core schema of YAML 1.2."""

from __future__ import annotations

import math
import re

import yaml

from generator.document.parsing.malformed import LONGEST_NUMBER
from generator.document.parsing.yaml_errors import CORE, at, unknown_tag
from generator.document.trees.tree import Tree

_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMERIC = frozenset("0123456789+-.")
# What every plain scalar begins with that isn't text, "" where nothing is written.
STARTS = _NUMERIC | {word[:1] for word in _WORDS}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_UNBOUNDED = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class NotFinite(ValueError):
    """The number is infinite, or not a number."""


class TooLong(ValueError):
    """The number has more digits than can be read."""


def plain(text: str) -> bool | int | float | str | None:
    """The value of a scalar written without quotes and without a tag.

    Raises:
        NotFinite, TooLong: It is a number that JSON or Python has no room for.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:
        return text
    number = _number(text)
    return text if number is None else number


def tagged(text: str, tag: str) -> bool | int | float | str | None:
    """The value of a scalar under one of the core schema's tags (`int`, `str` and so on).

    Raises:
        ValueError: The text is no such value.
    """
    if tag == "str":
        return text
    value = plain(text)
    match tag, value:
        case ("null", None) | ("bool", bool()) | ("float", float()):
            return value
        case "int", int() if not isinstance(value, bool):
            return value
        case "float", int() if not isinstance(value, bool):
            return float(value)
        case _:
            raise ValueError(text)


def finite(text: str) -> float:
    """The floating-point number that the text spells.

    Raises:
        NotFinite: It is larger than any.
    """
    number = float(text)
    if not math.isfinite(number):
        raise NotFinite(text)
    return number


def _number(text: str) -> int | float | None:
    if _WHOLE.fullmatch(text):
        if len(text) > LONGEST_NUMBER:
            raise TooLong(text)
        return int(text)
    if _OCTAL.fullmatch(text):
        return int(text[2:], 8)
    if _HEXADECIMAL.fullmatch(text):
        return int(text[2:], 16)
    if _FLOAT.fullmatch(text):
        return finite(text)
    if _UNBOUNDED.fullmatch(text):
        raise NotFinite(text)
    return None


_SCALARS = frozenset({"null", "bool", "int", "float", "str"})


def resolve(event: yaml.ScalarEvent) -> Tree:
    """The value of a plain or tagged scalar."""
    text, tag, mark = event.value, event.tag, event.start_mark
    try:
        if tag is None:
            return plain(text)
        name = "str" if tag == "!" else tag.removeprefix(CORE)
        if name not in _SCALARS:
            raise unknown_tag(tag, mark)
        return tagged(text, name)
    except NotFinite as error:
        message = f"`{text[:40]}` is no number that JSON can hold"
        raise at(mark, "number-unbounded", message) from error
    except TooLong as error:
        message = f"a number of {len(text):,} digits can't be read"
        raise at(mark, "number-unbounded", message) from error
    except ValueError as error:
        message = f"`{text[:40]}` is no value of the type `{tag}`"
        raise at(mark, "yaml-tag", message) from error
