"""Parsed text as plain Python data, and the JSON Pointers (RFC 6901) that lead into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

Tree: TypeAlias = bool | int | float | str | list["Tree"] | dict[str, "Tree"] | None
Container: TypeAlias = list["Tree"] | dict[str, "Tree"]

# What a scalar's text is where it isn't the one that its value is usually written as: by the
# identity of the container that it stands in, and its key or position there.
Spellings: TypeAlias = dict[tuple[int, str], str]


class Entry(NamedTuple):
    """The key of a member in a text of lines: the offset of its first character, and its column."""

    offset: int
    column: int

    @property
    def line_start(self) -> int:
        """The offset of the line that it stands in."""
        return self.offset - self.column

    def begins_line(self, text: str) -> bool:
        """Whether nothing but spaces stands before it, such as the `?` of a key that is long."""
        return not text[self.line_start : self.offset].strip(" ")


# Enough for any list; converting longer digits is a cost that a document shouldn't choose.
_LONGEST_POSITION = 9


def escape(key: str) -> str:
    """One key as it stands in a pointer."""
    if "~" in key or "/" in key:
        return key.replace("~", "~0").replace("/", "~1")
    return key


def unescape(token: str) -> str:
    """The key that a pointer's token means."""
    if "~" in token:
        return token.replace("~1", "/").replace("~0", "~")
    return token


def keys(pointer: str) -> tuple[str, ...]:
    """The keys that a pointer (`/paths/~1notes`, or "") goes through."""
    return tuple(unescape(token) for token in pointer.split("/")[1:])


def pointer(path: Sequence[str | int]) -> str:
    """The pointer that goes through these keys and positions."""
    return "".join(f"/{escape(str(key))}" for key in path)


def child(value: Tree, key: str) -> Tree:
    """The member or element of a container at a pointer's token.

    Raises:
        KeyError: Nothing is there.
    """
    if isinstance(value, dict):
        return value[key]
    if isinstance(value, list) and is_position(key) and int(key) < len(value):
        return value[int(key)]
    raise KeyError(key)


def descend(value: Tree, way: Iterable[str | int]) -> Tree:
    """The value at the end of these keys and positions.

    Raises:
        KeyError: Nothing is there.
    """
    for key in way:
        value = child(value, str(key))
    return value


def find(value: Tree, way: Iterable[str | int]) -> Tree:
    """The value at the end of these keys and positions, None when there is none."""
    try:
        return descend(value, way)
    except KeyError:
        return None


def entries(container: Container) -> Iterable[tuple[str, Tree]]:
    """The members of an object by key, or the elements of a list by position."""
    if isinstance(container, dict):
        return container.items()
    return ((str(index), item) for index, item in enumerate(container))


def without(value: dict[str, Tree], *keys: str) -> dict[str, Tree]:
    """An object that lacks some of another one's members."""
    return {key: item for key, item in value.items() if key not in keys}


def put(container: Container, key: str | int, value: Tree) -> None:
    """Replace a member or an element."""
    if isinstance(container, dict):
        container[str(key)] = value
    else:
        container[int(key)] = value


def as_list(value: Tree) -> Tree:
    """A list that PHP wrote as an object, since its keys have a gap; anything else as it is."""
    if isinstance(value, dict) and value and all(map(str.isdecimal, value)):
        return [*value.values()]
    return value


def spell(value: Tree) -> str:
    """A scalar as JSON and YAML usually write it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def is_position(key: str) -> bool:
    """Whether a key can be a position in a list: digits without a leading zero."""
    return (
        key.isascii()
        and key.isdigit()
        and len(key) <= _LONGEST_POSITION
        and (key == "0" or key[0] != "0")
    )


def describe(value: Tree) -> str:
    """The type of a value in the document's words, for messages."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case dict():
            return "an object"
