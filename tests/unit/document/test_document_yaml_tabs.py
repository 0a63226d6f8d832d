"""Tabs before comments, which YAML allows; and the tag that Go writes before merge keys."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from generator.document.parsing.malformed import Malformed
from generator.document.parsing.parse_yaml import parse_yaml
from generator.document.trees.tree import Tree
from tests.unit.document.loading import LENIENT, STRICT, Load
from tests.unit.document.texts import HEAD

# The text, what it is read as, and the lines of tabs that are reported.
READ: list[tuple[str, Tree, list[int]]] = [
    ("a: 1\t# c\nb: 2\n", {"a": 1, "b": 2}, []),
    ("a:\t# c\n  b: 2\n", {"a": {"b": 2}}, []),
    ("a: 1\n\t# c\nb: 2\n", {"a": 1, "b": 2}, [2]),
    ("a:\n  b: 1\n  \t# c\n  d: 2\n", {"a": {"b": 1, "d": 2}}, [3]),
    ("\t# c\na: 1\n", {"a": 1}, [1]),
    ("a:\n\t# c\n  b: 1\n", {"a": {"b": 1}}, [2]),
    ("a:\n  -\t# c\n    b: 1\n", {"a": [{"b": 1}]}, [2]),
    ("a:\n  - b\n\t# c\n  - d\n", {"a": ["b", "d"]}, [3]),
    ('a: "x"\n\t# c\nb: 2\n', {"a": "x", "b": 2}, [2]),
    ("a: {b: 1}\r\n\t# c\r\nd: 2\r\n", {"a": {"b": 1}, "d": 2}, [2]),
    ("a: 1\n\t# c\n \t# d\n\t\n  \t# e\nb: 2\n", {"a": 1, "b": 2}, [2, 3, 4, 5]),
    ("a: 1\n\t\nb: 2\n", {"a": 1, "b": 2}, [2]),
    ("a: 1\n\t# c", {"a": 1}, [2]),
    ("a: |\n  x\n\t# c\nb: 2\n", {"a": "x\n", "b": 2}, [3]),
    ("a: |\n  x\n\t\t\t# c\nb: 2\n", {"a": "x\n", "b": 2}, [3]),
    # What belongs to a scalar stays in it.
    ("a: |\n  x\n  \t# c\nb: 2\n", {"a": "x\n\t# c\n", "b": 2}, []),
    ('a: "x\n\t# c"\nb: 2\n\t# d\n', {"a": "x # c", "b": 2}, [4]),
    ("a: |\n  x\n  \t# c\nb: 2\n\t# d\n", {"a": "x\n\t# c\n", "b": 2}, [5]),
]


@pytest.mark.parametrize(("text", "want", "lines"), READ)
def test_what_is_read(text: str, want: Tree, lines: list[int]) -> None:
    reported: list[Malformed] = []
    assert parse_yaml(text, reported.append) == want
    assert [(one.code, one.line) for one in reported] == [
        ("yaml-tab", n) for n in lines
    ]
    assert parse_yaml(text) == want  # strictly as well: it is YAML


REFUSED = [
    ("a:\n\tb: 1\n", 2, 1),
    ("a: 1\n\t# c\n\tb: 2\n", 3, 1),
    ("a:\n  -\tb: 1\n    c: 2\n", 2, 4),
    ("a: x\n\t# c\n  y\n", 3, 3),
    # It may be the text that the scalar begins with.
    ("a: |\n  \t# c\n", 2, 3),
    ("a: |\n\n\t# c\n  x\n", 3, 1),
]


@pytest.mark.parametrize(("text", "line", "column"), REFUSED)
def test_a_tab_that_indents_is_refused(text: str, line: int, column: int) -> None:
    with pytest.raises(Malformed) as caught:
        parse_yaml(text)
    fault = caught.value
    assert (fault.code, fault.line, fault.column) == ("yaml-syntax", line, column)


@pytest.mark.parametrize("policy", [LENIENT, STRICT])
def test_places_behind_a_tab_are_found(loaded: Load, policy: object) -> None:
    text = HEAD + "\t# the paths\npaths:\n  \t# a\n  /a: {}\n"
    got = loaded({"openapi.yaml": text}, policy)
    node = got.root.at("", "/paths/~1a")
    assert node is not None
    span = got.sources.span(node.place)
    assert (span.line, span.column) == (6, 3)
    assert got.errors == []


MERGES: list[tuple[str, Tree, tuple[int, int]]] = [
    ("a: &a {p: 1}\nb:\n  !!merge <<: *a\n  q: 2\n", {"p": 1, "q": 2}, (3, 3)),
    ("a: &a {p: 1}\nb: {q: 2, !!merge <<: *a}\n", {"p": 1, "q": 2}, (2, 11)),
    ("a: &a {p: 1}\nb: {!!merge <<: [*a, {q: 2}]}\n", {"p": 1, "q": 2}, (2, 5)),
    ("a: &a {p: 1, q: 1}\nb: {!!merge <<: *a, q: 2}\n", {"p": 1, "q": 2}, (2, 5)),
    (
        "b: {!<tag:yaml.org,2002:merge> '<<': {p: 1}, q: 2}\n",
        {"p": 1, "q": 2},
        (1, 5),
    ),
]


@pytest.mark.parametrize(("text", "want", "place"), MERGES)
def test_a_merge_key_may_have_its_tag(
    text: str, want: Tree, place: tuple[int, int]
) -> None:
    reported: list[Malformed] = []
    tree = parse_yaml(text, reported.append)
    assert isinstance(tree, dict)
    assert tree["b"] == want
    (fault,) = reported
    assert fault.code == "yaml-merge-tag"
    assert (fault.line, fault.column) == place
    with pytest.raises(Malformed, match="!!merge"):
        parse_yaml(text)


@pytest.mark.parametrize("text", ["!!merge a: 1", "a: !!merge <<", "!!merge <<: 1"])
def test_a_merge_tag_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        parse_yaml(text, lambda _: None)


def test_members_that_a_tagged_merge_brings_have_their_places(loaded: Load) -> None:
    text = HEAD + "x-a: &a\n  /a: {}\npaths:\n  !!merge <<: *a\n"
    got = loaded({"openapi.yaml": text}, LENIENT)
    assert [(one.code, one.severity) for one in got.findings] == [
        ("yaml-merge-tag", Severity.REPAIR)
    ]
    assert got.locations("yaml-merge-tag") == [("openapi.yaml", 6, 3)]
    node = got.root.at("", "/paths/~1a")
    assert node is not None
    assert got.sources.span(node.place).line == 4
