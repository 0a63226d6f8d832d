"""YAML text as a row of steps with their marks, for looking up positions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

import yaml


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


def yaml_steps(text: str) -> Iterator[ParserEvent]:
    """The steps in order, as far as the text is YAML."""
    # For each open container whether a key is due; None in a list.
    due: list[bool | None] = []
    parser = yaml.CSafeLoader(text)
    try:
        while (event := parser.get_event()) is not None:
            match event:
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    due.pop()
                    yield ParserEvent("close", event.start_mark)
                case yaml.NodeEvent():
                    key_due = bool(due) and due[-1] is True
                    if due and due[-1] is not None:
                        due[-1] = not due[-1]
                    yield _step(event, key_due)
                    if isinstance(event, yaml.CollectionStartEvent):
                        is_list = isinstance(event, yaml.SequenceStartEvent)
                        due.append(None if is_list else True)
                case _:
                    pass
    except yaml.YAMLError:
        return


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
