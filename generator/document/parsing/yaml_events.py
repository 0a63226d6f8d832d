"""YAML text as a row of steps with their marks, for looking up positions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple, Protocol

import yaml

_STARTS = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})


class Mark(Protocol):
    """A position in the text, counted from 0."""

    line: int
    column: int


class ParserEvent(NamedTuple):
    """One happening in a text: a container opens or closes, a key, a scalar or an alias.

    `at` is the parser's mark, or in JSON an offset. `text` is a key or an alias's name.
    """

    kind: str
    at: int | Mark | None
    text: str = ""
    anchor: str | None = None


class YamlSteps:
    """The steps in order, as far as the text is YAML."""

    def __init__(self, text: str) -> None:
        self._parser = yaml.CSafeLoader(text)
        # For each open container whether a key is due; None in a list.
        self._due: list[bool | None] = []

    def __iter__(self) -> Iterator[ParserEvent]:
        due = self._due
        while (event := self._next()) is not None:
            if event.__class__ in _ENDS:
                due.pop()
                yield ParserEvent("close", event.start_mark)
            elif isinstance(event, yaml.NodeEvent):
                key_due = bool(due) and due[-1] is True
                if due and due[-1] is not None:
                    due[-1] = not due[-1]
                if event.__class__ in _STARTS:
                    is_list = isinstance(event, yaml.SequenceStartEvent)
                    due.append(None if is_list else True)
                yield _step(event, key_due)

    def skip(self) -> None:
        """Go on behind the container that the last step has opened."""
        depth, next_event = 1, self._parser.get_event
        with suppress(yaml.YAMLError):
            while depth and (event := next_event()) is not None:
                kind = event.__class__
                if kind in _STARTS:
                    depth += 1
                elif kind in _ENDS:
                    depth -= 1
        self._due.pop()

    def _next(self) -> yaml.Event | None:
        try:
            return self._parser.get_event()
        except yaml.YAMLError:
            return None


def _step(event: yaml.NodeEvent, key_due: bool) -> ParserEvent:
    at, anchor = event.start_mark, event.anchor
    match event:
        case yaml.ScalarEvent():
            return ParserEvent("key" if key_due else "scalar", at, event.value, anchor)
        case yaml.AliasEvent():
            return ParserEvent("alias", at, anchor or "")
        case yaml.SequenceStartEvent():
            return ParserEvent("list", at, anchor=anchor)
        case _:
            return ParserEvent("object", at, anchor=anchor)
