"""Tabs before comments and in blank lines, which YAML allows and libyaml refuses.

YAML 1.2.2, section 6.6: white space of any kind may separate a comment from what is before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from generator.document.parsing.malformed import MENDED, Malformed

# A line of white space with a tab in it, or a tab before a comment behind the dash of a list.
_SUSPECT = re.compile(r"^[ ]*\t[ \t]*(?:#|$)|[-?:]\t+#", re.MULTILINE)
_REST = re.compile(r"(?P<space>[ \t]+)(?P<comment>#[^\n]*)?(?=\r?\n|\r?\Z)")
_LINE = re.compile(r"[ ]*\t[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z)")
# Each tab that is met costs one more reading of the text: so many characters in all.
_MOST_READ = 100_000_000


def without_tabs(text: str) -> str:
    """The text with other white space in the place of tabs that libyaml stumbles over.

    All else keeps its line and column, apart from the `#` of a comment on a line of its own.

    Args:
        text: YAML, without a byte order mark.
    """
    if "\t" not in text:
        return text
    left = _MOST_READ if _SUSPECT.search(text) else 0
    while left > 0 and (offset := _refused(text)) is not None:
        if (better := _better(text, offset)) is None:
            break
        left -= len(text)
        text = better
    return text


def tabs(text: str, plain: str) -> Iterator[Malformed]:
    """Where tabs were that `without_tabs` took out of a text."""
    lines = zip(text.split("\n"), plain.split("\n"), strict=True)
    for number, (line, other) in enumerate(lines, start=1):
        if line != other:
            what = "a comment" if "#" in line else "the end of a line"
            message = (
                f"a tab stands before {what}, where many parsers of YAML take none"
            )
            column = line.index("\t") + 1
            yield Malformed("yaml-tab", message, number, column, MENDED["yaml-tab"])


def _refused(text: str) -> int | None:
    """The offset of the first thing that the parser refuses."""
    parser = yaml.CSafeLoader(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        mark, scalar = error.problem_mark, error.context_mark
        if mark is None or _may_be_content(text, mark, scalar, error.context or ""):
            return None
        return mark.index
    except yaml.YAMLError:
        return None
    return None


def _may_be_content(
    text: str, mark: yaml.Mark, scalar: yaml.Mark | None, context: str
) -> bool:
    """Whether a tab stands in the first line of a block scalar, which sets its indentation."""
    if scalar is None or "block scalar" not in context:
        return False
    return not "".join(text.split("\n")[scalar.line + 1 : mark.line]).strip()


def _better(text: str, offset: int) -> str | None:
    """The text without the tab at an offset; None where something else than a comment follows.

    Lines of the same kind that follow are changed alike.
    """
    found = _REST.match(text, offset)
    if text[offset : offset + 1] != "\t" or found is None:
        return None
    start = text.rfind("\n", 0, offset) + 1
    if text[start:offset].strip(" "):
        end = found.end("space")
        return f"{text[:offset]}{' ' * (end - offset)}{text[end:]}"
    pieces, at = [text[:start]], start
    while (line := _LINE.match(text, at)) and line.end() > at:
        pieces.append(_moved(line[0]))
        at = line.end()
    return "".join([*pieces, text[at:]])


def _moved(line: str) -> str:
    """A line of white space, or of a comment, which begins it then: no scalar can claim it."""
    space, mark, comment = line.partition("#")
    if mark:
        return f"#{space}{comment}"
    return line.replace("\t", " ")
