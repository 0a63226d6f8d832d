"""A text of which a part is parsed again is read as if all of it were."""

from __future__ import annotations

import random

import pytest

from generator.cache.prose_edit import find_edit
from generator.document.files.parsed_form import ParsedFile, parsed_form
from generator.document.files.sources import SourceText
from generator.document.files.text_change import TextChange
from generator.document.parsing.malformed import Malformed
from generator.document.parsing.parse import parse
from generator.document.trees.tree import Entry, Spellings, Tree, entries, pointer

TEXT = r"""# A text of everything.
openapi: 3.1.0
info:
  title: "Notes: 'all'"
  description: Of people,
    and of others 😀.
  version: 1.10
tags:
- name: notes
  description: >-
    What people
     write: down.

    # no comment

- {name: "a # b", description: 'it''s'}
paths:
  # Before a path.
  /notes:
    summary: All notes.   # behind it

    get:
        description: |2
           info:
             description: An example.
        responses: {"200": {description: "All
          of them."}, '404': {
        description: none}}
    ? post
    : description: A longer key.
      responses: {}
  "/notes/{id}":
    get:
      summary: One note.
      parameters:
        - name: id
          description:
            Its id,
            which is short.
          schema: {type: string}

      responses:
        200:
          description: ""
components:
  schemas:
      Note:
        description: A note, \"so\".
        enum: [0123, ~, 1e3, no]

        properties:
          description:
            description: Of the note.
x-last: &last [1, 2]
x-end: The end.
"""
LONG_KEY = "    ? post\n    : description: A longer key.\n      responses: {}\n"
PLAIN = TEXT.replace(LONG_KEY, "").replace("&last ", "")
TEXTS = {
    "plain": PLAIN,
    "windows": PLAIN.replace("\n", "\r\n"),
    "old": PLAIN.replace("Of people", "Of\u2028    people").replace(
        "[1, 2]", "[1,\r  2]"
    ),
    "merged": PLAIN.replace("paths:\n", "paths:\n  <<: {/notes: {summary: b}}\n"),
    "anchored": TEXT.replace(LONG_KEY, "").replace("x-end: The", "x-end: *last\n#"),
    "long key": TEXT.replace("&last ", ""),
    "marked": f"%YAML 1.1\n---\n{PLAIN}...\n",
    "json": '{"info": {"description": "a",\n"x": [1.0, 2]},\n"y": "b"}',
}
NAMES = {"json": "a.json"}
PIECES = (
    *("word", ":", ": ", "-", "- ", "#", " #", "\n", "\n\n", " ", "  ", "    ", "\t"),
    *(
        "'",
        '"',
        "\\",
        "|",
        ">",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&a ",
        "*last",
        "<<: ",
        "!!str ",
    ),
    *(
        "? ",
        "---\n",
        "...\n",
        "description: x\n",
        "  description: x\n",
        "\r",
        "\x85",
        "é",
    ),
    *("around:\n", "behind:\n", "/notes:\n", "~", "1.0", "%"),
)


def read(name: str, text: str) -> tuple[Tree, bytes] | None:
    spellings: Spellings = {}
    faults: list[Malformed] = []
    try:
        tree, is_json = parse(text, name, faults.append, spellings)
    except Malformed:
        return None
    is_plain = not faults and is_json == (name == "a.json")
    return (tree, parsed_form(tree, spellings)) if is_plain else None


def file(kind: str) -> ParsedFile:
    name, text = NAMES.get(kind, "a.yaml"), TEXTS[kind]
    found: list[Entry] = []
    spellings: Spellings = {}
    tree, is_json = parse(text, name, None, spellings, found)
    form = parsed_form(tree, spellings)
    return ParsedFile("", name, is_json, text, tuple(found), form)


def pointers(tree: Tree, way: tuple[str, ...] = ()) -> list[str]:
    found = [pointer(way)]
    if isinstance(tree, dict | list):
        for key, value in entries(tree):
            found += pointers(value, (*way, key))
    return found


def lines(text: str, wanted: list[str], *, is_json: bool) -> list[tuple[int, int]]:
    found = SourceText(text, is_json).positions.find(wanted)
    return [(line, column) for line, column in found]


def edited(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    end = at + chance.choice((0, 0, 1, 3, 30))
    return (
        text[:at]
        + "".join(chance.choices(PIECES, k=chance.choice((1, 2, 3))))
        + text[end:]
    )


@pytest.mark.parametrize("kind", TEXTS)
def test_a_part_says_what_the_whole_says(kind: str) -> None:
    """Whatever is edited, however it is written: seen in the part alone, and in the whole."""
    before, chance = file(kind), random.Random(kind)  # noqa: S311 -- no secret
    tree, _ = read(before.display, before.text) or (None, b"")
    wanted = pointers(tree)
    found = lines(before.text, wanted, is_json=before.is_json)
    seen = 0
    for _ in range(500):
        text = edited(before.text, chance)
        change = TextChange(before, text)
        edit = find_edit([change.forms()])
        if edit is None:
            continue
        seen += 1
        whole = read(before.display, text)
        assert whole is not None, text
        assert find_edit([(before.form, whole[1])]) == edit, text
        now = lines(text, wanted, is_json=before.is_json)
        for (line, column), position in zip(found, now, strict=True):
            moved = change.moved(line)
            assert moved is None or (moved, column) == position, text
        again: list[Entry] = []
        parse(text, before.display, None, None, again)
        assert {*change.entries} <= {*again}, text
    assert seen > 10


@pytest.mark.parametrize(
    ("kind", "count"),
    [("plain", 17), ("windows", 17), ("merged", 17), ("anchored", 0), ("long key", 0)],
)
def test_where_a_text_can_be_cut(kind: str, count: int) -> None:
    """Not where an alias may bring an anchor's text elsewhere, nor beside keys of many lines."""
    assert len(file(kind).entries) == count


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        pytest.param(
            "One note.",
            "A note.",
            "around:\n  around:\n    get:\n      summary: A note.\n      parameters:\n",
            id="method",
        ),
        pytest.param(
            "A note, ", "One, ", "around:\n  around:\n      Note:\n", id="schema"
        ),
        pytest.param(
            "The end.", "An end.", "x-last: [1, 2]\nx-end: An end.\n", id="end"
        ),
        pytest.param("# A text", "# One", None, id="before all"),
    ],
)
def test_the_part_that_is_parsed(old: str, new: str, part: str | None) -> None:
    parts = TextChange(file("plain"), PLAIN.replace(old, new)).parts()
    if part is None:
        assert parts is None
    else:
        assert parts is not None
        assert parts[1].startswith(part)
        assert len(parts[1]) < len(PLAIN) / 3
