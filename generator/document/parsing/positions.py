"""Where the values at some pointers stand in a text.

Trees don't carry positions; a text is gone through again when a diagnostic is printed, and only
for some pointers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from generator.document.parsing import json_tokens
from generator.document.parsing.yaml_events import Mark, ParserEvent, YamlSteps
from generator.document.parsing.yaml_tabs import without_tabs
from generator.document.trees.tree import escape, keys
from generator.document.trees.tree import pointer as pointer_of

# How many aliases inside aliases are followed to where a value is written.
_MOST_ALIASES = 8


class Position(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


class _Wanted:
    """Pointers as a tree of keys, so that all other values are skipped."""

    __slots__ = ("below", "pointer")

    def __init__(self, pointer: str) -> None:
        self.pointer = pointer
        self.below: dict[str, _Wanted] = {}

    @staticmethod
    def of(pointers: Iterable[str]) -> _Wanted:
        """The tree of these pointers; all values on the way to them are wanted as well."""
        root = _Wanted("")
        for pointer in pointers:
            node = root
            for key in keys(pointer):
                if key not in node.below:
                    node.below[key] = _Wanted(f"{node.pointer}/{escape(key)}")
                node = node.below[key]
        return root


class Positions:
    """The positions found in one text, by pointer."""

    def __init__(self, text: str, is_json: bool) -> None:
        self._text = text
        self._is_json = is_json
        self._known: dict[str, Position] = {}
        self._aliases: dict[str, str] = {}
        self._merged: dict[str, str] = {}

    def find(self, pointers: Iterable[str]) -> list[Position]:
        """The position of each pointer, or of the nearest value around it that exists.

        A member's position is that of its key.
        """
        given = list(pointers)
        missing = {pointer for pointer in given if pointer not in self._known}
        # An alias leads to another pointer, which another reading looks for.
        for _ in range(_MOST_ALIASES):
            if not missing:
                break
            wanted = _Wanted.of(missing)
            if not self._read(wanted, skipping=True):
                self._read(wanted, skipping=False)
            moved = {self._through_alias(pointer) for pointer in missing}
            missing = {
                pointer for pointer in moved - missing if pointer not in self._known
            }
        return [self._nearest(pointer) for pointer in given]

    def _nearest(self, pointer: str) -> Position:
        for _ in range(_MOST_ALIASES):
            if pointer in self._known:
                return self._known[pointer]
            pointer = self._through_alias(pointer)
        while pointer and pointer not in self._known:
            pointer = pointer.rpartition("/")[0]
        return self._known.get(pointer, Position(1, 1))

    def _through_alias(self, pointer: str) -> str:
        """Where a value is written that an alias or a merge key brings to a pointer."""
        head = pointer
        while head:
            rest = pointer[len(head) :]
            if target := self._aliases.get(head):
                return target + rest
            above, _, key = head.rpartition("/")
            if head not in self._known and (target := self._merged.get(above)):
                return f"{target}/{key}{rest}"
            head = above
        return pointer

    def _read(self, wanted: _Wanted, *, skipping: bool) -> bool:
        """Go through the text and note the position of everything wanted.

        Args:
            wanted: What to look for.
            skipping: Whether containers with nothing wanted in them are passed over.

        Returns:
            False where an alias leads to what may have been passed over.
        """
        text = self._text
        steps = _JsonSteps(text) if self._is_json else YamlSteps(without_tabs(text))
        anchors: dict[str, str] = {}
        path: list[str] = []
        stack: list[_Level] = []
        here: _Wanted | None = wanted
        for step in steps:
            if step.kind == "close":
                stack.pop()
                path.pop()
                continue
            if stack and (step.kind == "key" or stack[-1].is_list):
                level = stack[-1]
                path[-1] = level.next(step.text)
                here = level.inside.below.get(path[-1]) if level.inside else None
            # Of a key that stands there twice, the last one is read.
            if here and (step.kind == "key" or here.pointer not in self._known):
                self._note(here.pointer, step.at)
            if step.anchor is not None:
                anchors[step.anchor] = pointer_of(path)
            if step.kind == "alias":
                is_merge = bool(path) and path[-1] == "<<" and stack[-1].inside
                if skipping and (here or is_merge):
                    return False
                if step.text in anchors and here is not None:
                    self._aliases[here.pointer] = anchors[step.text]
                elif step.text in anchors and is_merge:
                    self._merged.setdefault(is_merge.pointer, anchors[step.text])
            if step.kind in ("object", "list"):
                if skipping and not (here and here.below):
                    steps.skip()
                    continue
                stack.append(_Level(here, step.kind == "list"))
                path.append("")
        return True

    def _note(self, pointer: str, at: int | Mark | None) -> None:
        if isinstance(at, int):
            found = json_tokens.position_after(self._line_starts, at)
            self._known[pointer] = Position(*found)
        elif at is not None:
            self._known[pointer] = Position(at.line + 1, at.column + 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        return json_tokens.line_starts(self._text)


class _Level:
    """An open container: what is wanted in it, and where in it the reading is."""

    __slots__ = ("index", "inside", "is_list")

    def __init__(self, inside: _Wanted | None, is_list: bool) -> None:
        self.inside = inside
        self.is_list = is_list
        self.index = -1

    def next(self, key: str) -> str:
        """Go on to the next element, or to the member at a key."""
        self.index += 1
        return str(self.index) if self.is_list else key


class _JsonSteps:
    """The steps of JSON text, in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = json_tokens.scan(text)
        self._open: list[bool] = []
        self._opened = 0

    def __iter__(self) -> Iterator[ParserEvent]:
        while (token := next(self._tokens, None)) is not None:
            match token.text:
                case "{" | "[":
                    self._open.append(token.text == "{")
                    self._opened = token.offset
                    kind = "object" if token.text == "{" else "list"
                    yield ParserEvent(kind, token.offset)
                case "}" | "]":
                    self._open.pop()
                    yield ParserEvent("close", token.offset)
                case _ if token.is_key:
                    text = json_tokens.decode(token.text)
                    yield ParserEvent("key", token.offset, text)
                case _:
                    yield ParserEvent("scalar", token.offset)

    def skip(self) -> None:
        """Go on behind the container that the last step has opened."""
        end = json_tokens.end_of_value(self._text, self._opened)
        depth = len(self._open)
        if end is None:
            for step in self:
                if step.kind == "close" and len(self._open) < depth:
                    return
        else:
            self._open.pop()
            self._tokens = json_tokens.scan(self._text, end, self._open)
