"""The texts of a document's files, and the way from a place to its line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Place, Span, Spot
from generator.diagnostics.located import Located
from generator.document.files.inputs import InputLog
from generator.document.files.parsed_form import ParsedFile

if TYPE_CHECKING:
    from generator.document.parsing.positions import Positions

# PyYAML counts these as line breaks; JSON and editors know the first three only.
_YAML_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_JSON_BREAK = re.compile("\r\n|[\n\r]")


def line_breaks(text: str, *, is_json: bool) -> int:
    """How many lines end in a text, counted as the parser counts them."""
    kinds = "\n\r" if is_json else "\n\r\x85\u2028\u2029"
    return sum(map(text.count, kinds)) - text.count("\r\n")


class SourceText:
    """One file's text, without a byte order mark, and whether it was read as JSON."""

    def __init__(self, text: str, is_json: bool) -> None:
        self.text = text.removeprefix("\ufeff")
        self.is_json = is_json

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines without their ends, counted as the parser counts them."""
        breaks = _JSON_BREAK if self.is_json else _YAML_BREAK
        return breaks.split(self.text)

    @cached_property
    def positions(self) -> Positions:
        """Where in the text the values are."""
        # A run whose findings were located by an earlier one parses nothing.
        from generator.document.parsing.positions import Positions  # noqa: PLC0415

        return Positions(self.text, self.is_json)


class Sources:
    """Looks places up in the texts that were read.

    Without a document, texts are read from disk when a place names their file. `inputs` are the
    files that reading the document depends on.
    """

    def __init__(self) -> None:
        self.root = ""
        self.inputs = InputLog()
        # Their content, where a later run may begin with it.
        self.parsed: list[Callable[[], ParsedFile]] | None = None
        self._spans: dict[Place, Span] = {}
        self._lines: dict[tuple[str, int], str] = {}
        self._displays: dict[str, str] = {}
        self._texts: dict[str, SourceText] = {}

    def add(self, name: str, display: str, text: str, *, is_json: bool) -> None:
        """Take a file's text.

        Args:
            name: The file's name among the document's files, "" for the root file.
            display: The file as diagnostics show it, which is what a place names.
            text: What stands in it.
            is_json: Whether it was read as JSON.
        """
        self._displays[name] = display
        self._texts[display] = SourceText(text, is_json)

    @property
    def size(self) -> int:
        """How long all texts are together, in characters."""
        return sum(len(text.text) for text in self._texts.values())

    def display(self, name: str) -> str:
        """How diagnostics show a file of the document."""
        return self._displays.get(name, name)

    def is_json(self, file: str) -> bool:
        """Whether a file, as diagnostics show it, was read as JSON."""
        text = self._text(file)
        return text is not None and text.is_json

    def span(self, place: Place) -> Span:
        """The line and column of one place."""
        return self.spans([place])[0]

    def spans(self, places: Iterable[Place]) -> list[Span]:
        """The lines and columns of several places, for which each text is gone through once."""
        given = list(places)
        self._find(dict.fromkeys(place for place in given if place not in self._spans))
        return [self._spans[place] for place in given]

    def recall(self, located: Iterable[Located]) -> None:
        """Take what an earlier run has found out about places, whose texts aren't read again."""
        for finding, span, line in located:
            if finding.place is not None and span is not None:
                self._spans[finding.place] = span
                self._lines[span.file, span.line] = line

    def _find(self, places: Iterable[Place]) -> None:
        by_file: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            if isinstance(place, Spot):
                self._spans[place] = Span(place.file, place.line, place.column)
            else:
                by_file[place.file].append(place)
        for file, wanted in by_file.items():
            text = self._text(file)
            pointers = [place.pointer for place in wanted]
            positions = (
                text.positions.find(pointers) if text else [(1, 1)] * len(wanted)
            )
            for place, (line, column) in zip(wanted, positions, strict=True):
                self._spans[place] = Span(file, line, column, place.pointer)

    def line(self, file: str, number: int) -> str:
        """One line of a file, "" when there is none."""
        if (known := self._lines.get((file, number))) is not None:
            return known
        text = self._text(file)
        if text is None or not 0 < number <= len(text.lines):
            return ""
        return text.lines[number - 1]

    def _text(self, file: str) -> SourceText | None:
        if file not in self._texts:
            try:
                text = Path(file).read_text("utf-8", errors="replace")
            except (OSError, ValueError):
                return None
            is_json = file.lower().endswith(".json")
            self._texts[file] = SourceText(text, is_json)
        return self._texts[file]
