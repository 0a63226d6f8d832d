"""YAML text → plain data, by the core schema of YAML 1.2 and with the merge keys of 1.1."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from generator.document.parsing import yaml_errors
from generator.document.parsing.malformed import (
    MENDED,
    MOST_EXPANDED,
    UNBOUNDED,
    Malformed,
    Mend,
    without_unbounded,
)
from generator.document.parsing.nesting import DEEPEST, TOO_DEEP
from generator.document.parsing.yaml_errors import CORE, at, unknown_tag
from generator.document.parsing.yaml_events import Mark
from generator.document.parsing.yaml_frames import Frame, mergeable
from generator.document.parsing.yaml_scalars import STARTS, resolve
from generator.document.parsing.yaml_tabs import tabs, without_tabs
from generator.document.trees.tree import Container, Entry, Spellings, Tree, spell

# Keys that may be none, or say that what follows is merged in.
_KEYS = frozenset({"", "<<"})


def parse_yaml(
    text: str,
    mend: Mend | None = None,
    spellings: Spellings | None = None,
    entries: list[Entry] | None = None,
) -> Tree:
    """Parse a file of one document.

    Args:
        text: The file's text.
        mend: Records keys that are there twice, of numbers that JSON can't hold, and of tags
            that merge keys need none of.
        spellings: Receives the texts of scalars that aren't spelled as their values usually are:
            `1.10`, `0123`, `~`.
        entries: Receives the members of the outermost objects, where aliases don't matter.

    Raises:
        Malformed: It isn't YAML, or holds what JSON has no counterpart for.
    """
    try:
        return _parsed(text, mend, spellings, entries)
    except Malformed as fault:
        if fault.code != "yaml-syntax" or (plain := without_tabs(text)) == text:
            raise
    tree = _parsed(plain, mend, spellings)
    if mend is not None:
        for tab in tabs(text, plain):
            mend(tab)
    return tree


def _parsed(
    text: str,
    mend: Mend | None,
    spellings: Spellings | None,
    entries: list[Entry] | None = None,
) -> Tree:
    faults: list[Malformed] = []
    builder = _Builder(None if mend is None else faults.append)
    take: dict[type[yaml.Event], Callable[..., None]] = {
        yaml.ScalarEvent: builder.scalar,
        yaml.MappingStartEvent: builder.open_mapping,
        yaml.SequenceStartEvent: builder.open_sequence,
        yaml.MappingEndEvent: builder.close_mapping,
        yaml.SequenceEndEvent: builder.close_sequence,
        yaml.AliasEvent: builder.alias,
        yaml.DocumentStartEvent: builder.document,
    }
    event: yaml.Event | None = None
    try:
        parser = yaml.CSafeLoader(text)
        while (following := parser.get_event()) is not None:
            event = following
            if handle := take.get(event.__class__):
                handle(event)
    except yaml.MarkedYAMLError as error:
        raise yaml_errors.syntax(error, text, event, builder.depth) from error
    except yaml.reader.ReaderError as error:
        raise yaml_errors.character(error, text) from error
    if not builder.documents:
        raise Malformed("file-empty", "the file holds no document", 1, 1)
    for fault in faults:
        if mend is not None:
            mend(fault)
    if spellings is not None:
        spellings.update(builder.spellings)
    if entries is not None and all(e.begins_line(text) for e in builder.entries):
        entries += builder.entries
    return without_unbounded(builder.result) if faults else builder.result


class _Builder:
    """Makes the tree out of the parser's events."""

    def __init__(self, mend: Mend | None) -> None:
        self.result: Tree = None
        self.documents = 0
        self.spellings: Spellings = {}
        self._mend = mend
        self._stack: list[Frame] = []
        self._entries: list[Entry] = []
        # What each anchor stands for: the value, how large it is, and a scalar's own text.
        self._anchors: dict[str, tuple[Tree, int, str]] = {}
        self._open: set[str] = set()
        # Values so far, those that aliases stand for counted each time.
        self._size = 0
        self._expanded = 0

    @property
    def depth(self) -> int:
        """How many containers are open."""
        return len(self._stack)

    @property
    def entries(self) -> list[Entry]:
        """The members of the outermost objects; none where something is anchored."""
        return [] if self._anchors else self._entries

    def document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second YAML document starts here, and only one is read"
            raise at(event.start_mark, "yaml-documents", message)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        self._size += 1
        frame = self._stack[-1] if self._stack else None
        if frame and frame.key is None and isinstance(frame.value, dict):
            self._member(frame, event)
            return
        text = event.value
        value: Tree = text
        if event.tag is not None or (event.implicit[0] and text[:1] in STARTS):
            value = self._resolved(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1, text)
        self._put(value, text)

    def _resolved(self, event: yaml.ScalarEvent) -> Tree:
        try:
            return resolve(event)
        except Malformed as fault:
            is_listed = self._is_listed
            self._mended(fault, "it is read as text" if is_listed else "")
            return event.value if is_listed else UNBOUNDED

    @property
    def _is_listed(self) -> bool:
        """Whether the value that comes next is one of an `enum`, which may be meant as text."""
        inner, outer = self._stack[-1:], self._stack[-2:-1]
        return (
            bool(outer) and isinstance(inner[0].value, list) and outer[0].key == "enum"
        )

    def _mended(self, fault: Malformed, hint: str = "") -> None:
        """Report a fault and go on, or raise it."""
        if self._mend is None or fault.code not in MENDED:
            raise fault
        fault.hint = hint or MENDED[fault.code]
        self._mend(fault)

    def open_mapping(self, event: yaml.MappingStartEvent) -> None:
        above = self._stack[-1] if self._stack else None
        self._enter({}, event, "map")
        if not event.flow_style:
            self._stack[-1].indent(above)

    def open_sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._enter([], event, "seq")

    def close_mapping(self, event: yaml.MappingEndEvent) -> None:
        self._stack[-1].merge(self.spellings)
        self.close_sequence(event)

    def close_sequence(
        self, event: yaml.SequenceEndEvent | yaml.MappingEndEvent
    ) -> None:
        frame = self._stack.pop()
        if frame.anchor is not None:
            self._open.discard(frame.anchor)
            self._anchors[frame.anchor] = (frame.value, self._size - frame.before, "")
        self._put(frame.value)

    def alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor
        if name in self._open:
            message = f"the alias `*{name}` stands inside its own anchor"
            raise at(event.start_mark, "yaml-alias", message)
        if name not in self._anchors:
            message = f"nothing before the alias `*{name}` is anchored `&{name}`"
            raise at(event.start_mark, "yaml-alias", message)
        value, size, text = self._anchors[name]
        self._size += size
        self._expanded += size
        if self._expanded > MOST_EXPANDED:
            message = f"aliases stand for more than {MOST_EXPANDED:,} values"
            raise at(event.start_mark, "yaml-alias", message)
        frame = self._stack[-1]
        if isinstance(frame.value, dict) and frame.key is None:
            if not isinstance(value, str):
                raise at(event.start_mark, "yaml-key", "a key has to be text")
            self._claim(frame, value, event.start_mark)
        else:
            self._put(value, text)

    def _enter(
        self,
        value: Container,
        event: yaml.MappingStartEvent | yaml.SequenceStartEvent,
        tag: str,
    ) -> None:
        self._size += 1
        if event.tag is not None and event.tag not in ("!", CORE + tag):
            raise unknown_tag(event.tag, event.start_mark)
        if len(self._stack) >= DEEPEST:
            raise at(event.start_mark, "nesting-too-deep", TOO_DEEP)
        if self._stack:
            above = self._stack[-1]
            if isinstance(above.value, dict) and above.key is None:
                message = "a key has to be text, and is a list or an object"
                raise at(event.start_mark, "yaml-key", message)
        if event.anchor is not None:
            self._open.add(event.anchor)
        self._stack.append(Frame(value, event.anchor, self._size - 1))

    def _member(self, frame: Frame, event: yaml.ScalarEvent) -> None:
        """Take a scalar as the next key: its text, whatever a plain value would mean."""
        key = event.value
        if event.tag is None and event.anchor is None and key not in _KEYS:
            if frame.depth and (mark := event.start_mark):
                self._entries.append(Entry(mark.index, mark.column))
            self._claim(frame, key, event.start_mark)
            return
        plain = event.tag is None and event.implicit[0]
        is_merge = plain and key == "<<"
        if event.tag == CORE + "merge" and key == "<<":
            # What Go writes; `<<` alone means the same.
            self._mended(unknown_tag(event.tag, event.start_mark, "yaml-merge-tag"))
            is_merge = True
        elif event.tag is not None and event.tag not in ("!", CORE + "str"):
            raise unknown_tag(event.tag, event.start_mark)
        if plain and not key:
            raise at(event.start_mark, "yaml-key", "a key is missing before `:`")
        if event.anchor is not None:
            self._anchors[event.anchor] = (key, 1, key)
        if is_merge:
            frame.key = key
            frame.merging = True
            frame.mark = event.start_mark
        else:
            self._claim(frame, key, event.start_mark)

    def _claim(self, frame: Frame, key: str, mark: Mark | None) -> None:
        value = frame.value
        assert isinstance(value, dict)  # noqa: S101 -- a key is due
        if key in value:
            message = f"the key `{key}` stands here a second time"
            self._mended(at(mark, "key-duplicate", message))
        # Reserves the key's place in the order.
        value[key] = None
        frame.key = key

    def _put(self, value: Tree, text: str = "") -> None:
        if not self._stack:
            self.result = value
            return
        frame = self._stack[-1]
        holder = frame.value
        if not isinstance(value, (str, list, dict)):
            key = str(len(holder)) if isinstance(holder, list) else frame.key
            self._note_spelling(holder, key, value, text)
        if isinstance(holder, list):
            holder.append(value)
        elif frame.merging:
            frame.merged += mergeable(value, frame.mark)
            frame.merging, frame.key = False, None
        elif frame.key is not None:
            holder[frame.key] = value
            frame.key = None

    def _note_spelling(
        self, holder: Container, key: str | None, value: Tree, text: str
    ) -> None:
        if key is not None and text != spell(value):
            self.spellings[id(holder), key] = text
        elif key is not None:
            # Of a key that stands there twice, the last one counts.
            self.spellings.pop((id(holder), key), None)
