"""The YAML parser's errors as faults of the text, with their places."""

from __future__ import annotations

import yaml

from generator.document.parsing.json_tokens import position
from generator.document.parsing.malformed import Malformed
from generator.document.parsing.nesting import TOO_DEEP, too_deep_in_flow
from generator.document.parsing.yaml_events import Mark

CORE = "tag:yaml.org,2002:"


def syntax(
    error: yaml.MarkedYAMLError, text: str, last: yaml.Event | None, depth: int
) -> Malformed:
    """The fault of a text that isn't YAML.

    The parser reads a line of brackets to its end, or to a bound of its own, before it gives an
    event for the first of them; so those after the last event are counted here.

    Args:
        error: What the parser says.
        text: The file's text.
        last: The last event that came.
        depth: How many containers are open after it.
    """
    content = text.removeprefix("\ufeff")
    mark = error.problem_mark or error.context_mark
    start = last.end_mark.index if last and last.end_mark else 0
    end = mark.index + 1 if mark is not None else len(content)
    offset = too_deep_in_flow(content, start, end, depth)
    if offset is not None:
        return Malformed("nesting-too-deep", TOO_DEEP, *position(content, offset))
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    if mark is not None and content[mark.index :][:1] == "\t":
        message = "a tab stands here, where YAML takes spaces alone"
        return Malformed("yaml-syntax", message, line, column, "Indent with spaces.")
    message = ", ".join(text for text in (error.problem, error.context) if text)
    return Malformed("yaml-syntax", message, line, column)


def character(error: yaml.reader.ReaderError, text: str) -> Malformed:
    """The fault of a character; the reader counts bytes."""
    before = text.encode()[: error.position].decode(errors="ignore")
    message = f"YAML allows no such character here ({error.reason})"
    return Malformed("yaml-syntax", message, *position(before, len(before)))


def unknown_tag(tag: str, mark: Mark | None, code: str = "yaml-tag") -> Malformed:
    """A tag that means nothing in JSON."""
    shown = tag.replace(CORE, "!!")
    return at(mark, code, f"the tag `{shown}` has no meaning here")


def at(mark: Mark | None, code: str, message: str, hint: str = "") -> Malformed:
    """A fault at a mark of the parser's."""
    if mark is None:
        return Malformed(code, message, 1, 1, hint)
    return Malformed(code, message, mark.line + 1, mark.column + 1, hint)
