"""What differs between two versions of a file's text, and the part of it that has to be parsed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cached_property

from generator.document.files.parsed_form import ParsedFile, parsed_form
from generator.document.files.sources import line_breaks
from generator.document.trees.tree import Entry, Spellings

# Keys that stand for others: those around a part, and the one behind it.
_AROUND = "around"
_BEHIND = "behind"


class TextChange:
    """The lines that differ: from one offset in both texts up to an offset in each."""

    def __init__(self, file: ParsedFile, text: str) -> None:
        """Compare two versions.

        Args:
            file: The file as it was.
            text: What stands in it now.
        """
        self.file = file
        self.text = text
        before, last = file.text, len(file.text)
        most, self._growth = min(last, len(text)), len(text) - last
        same = common(most, lambda a, b: before[a:b] == text[a:b])
        self._start = before.rfind("\n", 0, same) + 1
        now = len(text)
        same = common(
            most - self._start,
            lambda a, b: before[last - b : last - a] == text[now - b : now - a],
        )
        self._end = before.find("\n", last - same) + 1 or last

    def forms(self) -> tuple[bytes, bytes]:
        """The forms of what has to be parsed, before and now; "" for what has faults."""
        parts = self.parts()
        if parts is None:
            return self.file.form, self._form(self.text)
        before, after = parts
        return self._form(before), self._form(after)

    def _form(self, text: str) -> bytes:
        # Whoever compares prose alone, as `common` does, parses nothing.
        from generator.document.parsing.malformed import Malformed  # noqa: PLC0415
        from generator.document.parsing.parse import parse  # noqa: PLC0415 -- as above

        spellings: Spellings = {}
        faults: list[Malformed] = []
        entries: list[Entry] = []
        try:
            found = parse(text, self.file.display, faults.append, spellings, entries)
        except Malformed:
            return b""
        tree, is_json = found
        # Where anchors are now that weren't, the text can't be cut any more.
        is_like = is_json == self.file.is_json and (entries or not self.file.entries)
        return parsed_form(tree, spellings) if is_like and not faults else b""

    def parts(self) -> tuple[str, str] | None:
        """What has to be parsed before and now, to see whether all else is read as before.

        It is the member of one of the outermost objects that the lines are in, between keys that
        stand for those around it and for the next one. So the parser of YAML is, where the part
        begins and where it ends, as it is there when it reads the whole. None where the text
        can't be cut.
        """
        entries = self.file.entries
        number = bisect_left(entries, (self._start,)) - 1
        if number < 0:
            return None
        first = entries[number]
        around = _columns(entries[: number + 1])
        head = "".join(f"{' ' * column}{_AROUND}:\n" for column in around[:-1])
        start, end, tail = first.line_start, len(self.file.text), ""
        for entry in entries[number:]:
            if entry.column <= first.column and entry.line_start >= self._end:
                end, tail = entry.line_start, f"{' ' * entry.column}{_BEHIND}:\n"
                break
        return (
            f"{head}{self.file.text[start:end]}{tail}",
            f"{head}{self.text[start : end + self._growth]}{tail}",
        )

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of the text now, but for those in lines that differ."""
        return tuple(
            Entry(
                entry.offset + self._growth * (entry.offset >= self._end), entry.column
            )
            for entry in self.file.entries
            if not self._start <= entry.offset < self._end
        )

    def moved(self, line: int) -> int | None:
        """The number that a line has now, from 1; None where it, or what it is, may differ."""
        above, before, after = self._lines
        if not (self.file.is_json or self.file.entries):
            # An alias may be of another anchor than before.
            return None
        if line <= above:
            return line
        is_last = self._end == len(self.file.text)
        return None if is_last or line <= above + before else line + after - before

    @cached_property
    def _lines(self) -> tuple[int, int, int]:
        """How many lines stand above those that differ, and how many those were and are."""
        start, end, is_json = self._start, self._end, self.file.is_json
        texts = (
            self.file.text[:start],
            self.file.text[start:end],
            self.text[start : end + self._growth],
        )
        above, before, after = (line_breaks(text, is_json=is_json) for text in texts)
        return above, before, after


def common(most: int, is_same: Callable[[int, int], bool]) -> int:
    """How many items two sequences begin with in common.

    Args:
        most: The length of the shorter one.
        is_same: Whether they are equal from one position up to another.
    """
    if is_same(0, most):
        return most
    start, end = 0, most
    while end - start > 1:
        middle = (start + end) // 2
        if is_same(start, middle):
            start = middle
        else:
            end = middle
    return start


def _columns(entries: Iterable[Entry]) -> list[int]:
    """The columns of the last entry and of those that it is inside of."""
    around: list[int] = []
    for entry in entries:
        while around and around[-1] >= entry.column:
            around.pop()
        around.append(entry.column)
    return around
