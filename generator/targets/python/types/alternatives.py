"""An annotation in pieces, and how they are joined to one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from generator.emit.text.code import Code, join
from generator.targets.python.module import Module

# The runtime's module of names that annotations need.
ANNOTATIONS = "._runtime.json.plain_data"

NONE = Code("None")
# Stand for `UnknownValue` and for the runtime's `Number` until all alternatives are known.
UNKNOWN = Code("?")
NUMBER = Code("?number")

# What `|` joins.
Alternatives: TypeAlias = tuple[Code, ...]


def joined(parts: Iterable[Code], module: Module, *, checking: bool = False) -> Code:
    """Join alternatives, each once; `Any` takes in all others, and `None` goes last.

    Args:
        parts: The alternatives.
        module: The module that they stand in; it imports what they take.
        checking: Whether only type checkers read them.
    """
    unique = dict.fromkeys(parts)
    any_ = module.known("typing", "Any")
    if any_ is not None and any_ in unique:
        return any_
    if NUMBER in unique:
        # Beside ints the others are floats.
        has_int = module.known_builtin("int") in unique
        number = (
            module.builtin("float")
            if has_int
            else module.use(ANNOTATIONS, "Number", checking=checking)
        )
        unique = dict.fromkeys(number if part == NUMBER else part for part in unique)
    if UNKNOWN in unique:
        del unique[UNKNOWN]
        # Where any text is one of the values, none is unknown.
        if module.known_builtin("str") not in unique:
            unique[module.use(ANNOTATIONS, "UnknownValue", checking=checking)] = None
    if NONE in unique:
        del unique[NONE]
        unique[NONE] = None
    return join(" | ", unique)
