"""After an edit of one text a run makes what one without a cache makes, whatever the text is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import cli
from generator.cache import prose_edit
from generator.exit_codes import FAILED
from generator.ir.text_edit import TextEdit
from tests.unit.cache.edited_document import DOCUMENT
from tests.unit.emit.trees import tree

NEW = [
    "Other words.",
    "It \"quotes\", has a \\ and {{ braces }}, ends with '''.",
    "Two\n\nparagraphs | of\ntext",
    "  é\u200b ",
    "\u200b",
    "",
    "A shared text.",
]


def ways(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The keys that lead to each text of a document."""
    if isinstance(value, dict | list):
        members = value.items() if isinstance(value, dict) else enumerate(value)
        for key, member in members:
            yield from ways(member, (*way, key))
    elif isinstance(value, str):
        yield way


def edited(way: tuple[Any, ...], text: str) -> Any:
    document = json.loads(json.dumps(DOCUMENT))
    holder = document
    for key in way[:-1]:
        holder = holder[key]
    holder[way[-1]] = text
    return document


PROSE = [way for way in ways(DOCUMENT) if way[-1] in {"description", "summary"}]
OTHERS = [way for way in ways(DOCUMENT) if way[-1] not in {"description", "summary"}]


class Place:
    """A document, generated with a cache and without."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys
        self.write(DOCUMENT)
        self.generate("cached")

    def write(self, document: Any) -> None:
        text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True)
        (self._folder / "api.yaml").write_text(text, "utf-8")

    def generate(self, out: str, *arguments: str) -> tuple[object, ...]:
        """What a run writes and says, and whether it has read the document."""
        folder = self._folder / out
        given = ("--spec", "api.yaml", "--out", str(folder), *arguments)
        code = cli.main(["generate", "--package", "tiny", "--target", "python", *given])
        said = self._capsys.readouterr()
        self.has_read = "load" in said.out
        says = re.sub(r"(seconds|files) .*", "", said.out).replace(out, "")
        # A run that fails leaves what was there.
        return code, says, said.err, tree(folder) if code != FAILED else None

    def check(self) -> None:
        assert self.generate("cached") == self.generate("cold", "--no-cache")


@pytest.fixture
def place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Place:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(tmp_path / "cache"))
    return Place(tmp_path, capsys)


def test_any_prose_may_be_edited(place: Place) -> None:
    """One edit after the other, each of another text than the one before."""
    for number, way in enumerate(PROSE):
        place.write(edited(way, NEW[number % len(NEW)]))
        place.check()


def test_any_other_text_may_be_edited(place: Place) -> None:
    for way in OTHERS[::3]:
        place.write(edited(way, "other"))
        place.check()


@pytest.mark.parametrize("text", NEW[:4])
@pytest.mark.parametrize(
    "way",
    [
        pytest.param(("components", "schemas", "Note", "description"), id="schema"),
        pytest.param(
            ("components", "schemas", "Note", "properties", "body", "description"),
            id="property",
        ),
        pytest.param(("paths", "/notes", "get", "description"), id="operation"),
        pytest.param(("tags", 0, "description"), id="resource"),
        pytest.param(("info", "description"), id="document"),
    ],
)
def test_edited_prose_is_all_that_is_read(
    place: Place, way: tuple[Any, ...], text: str
) -> None:
    place.write(edited(way, text))
    before = place.generate("cached")
    assert not place.has_read
    assert place.generate("cached") == before
    assert place.generate("cold", "--no-cache") == before


def test_comments_and_layout_are_read_past(place: Place, tmp_path: Path) -> None:
    """Findings move with what they are about."""
    path = tmp_path / "api.yaml"
    path.write_text(f"# About it.\n\n{path.read_text('utf-8')}", "utf-8")
    before = place.generate("cached")
    assert not place.has_read
    assert place.generate("cold", "--no-cache") == before


def test_an_edit_of_another_spelling_is_no_edit_of_prose(
    place: Place, tmp_path: Path
) -> None:
    """`1.0` and `1.00` are one number, and two texts."""
    path = tmp_path / "api.yaml"
    text = path.read_text("utf-8").replace("x-number: 1.5", "x-number: 1.50")
    path.write_text(text.replace("The body.", "Its body."), "utf-8")
    place.generate("cached")
    assert place.has_read
    place.check()


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ({"description": "a"}, {"description": "b"}, TextEdit("a", "b")),
        ({"description": "a\\"}, {"description": 'a"'}, TextEdit("a\\", 'a"')),
        ({"summary": "a", "x": 1}, {"summary": "ab", "x": 1}, TextEdit("a", "ab")),
        ({"description": "a"}, {"description": "a"}, TextEdit("", "")),
        ({"description": "a", "x": 1}, {"description": "b", "x": 2}, None),
        ({"description": "a", "summary": "a"}, {"description": "b"}, None),
        ({"title": "a"}, {"title": "b"}, None),
        ({"description": "a"}, {"description": 1}, None),
        ({"description": {"x": "a"}}, {"description": {"x": "b"}}, None),
        ({"description": "a", "b": '"'}, {"description": 'a","b":"'}, None),
        ({"x": '"description":"a'}, {"x": '"description":"b'}, None),
    ],
)
def test_the_only_edited_text(old: Any, new: Any, wanted: TextEdit | None) -> None:
    before, after = (json.dumps(one, separators=(",", ":")) for one in (old, new))
    assert prose_edit.find_edit([(before.encode(), after.encode())]) == wanted
