"""JSON text → plain data."""

from __future__ import annotations

import json

import pytest

from generator.document.parsing.malformed import Malformed
from generator.document.parsing.nesting import DEEPEST
from generator.document.parsing.parse import decode, parse
from generator.document.parsing.parse_json import parse_json
from generator.document.trees.tree import Tree

MEANINGS: list[tuple[str, Tree]] = [
    ('{"a": [1, 2.5, true, null, "x"]}', {"a": [1, 2.5, True, None, "x"]}),
    ('{"200": {}}', {"200": {}}),
    ('"\\ud83d\\ude00"', "\U0001f600"),
    ("9" * 4300, int("9" * 4300)),
    ("1e2", 100.0),
    (" [ ] ", []),
]


@pytest.mark.parametrize(("text", "want"), MEANINGS)
def test_meaning(text: str, want: Tree) -> None:
    assert parse_json(text) == want


REFUSED = [
    ("", "file-empty", 1, 1),
    (" \n ", "file-empty", 1, 1),
    (r'{"a": "\ud83d"}', "surrogate-alone", 1, 8),
    (r'{"\udc00": "\ud83d\ude00"}', "surrogate-alone", 1, 3),
    ('{"a" 1}', "json-syntax", 1, 6),
    ('{"a": 1} x', "json-syntax", 1, 10),
    ("{'a': 1}", "json-syntax", 1, 2),
    ('{"a": "b\nc"}', "json-syntax", 1, 9),
    ('{"a": 1,\n "b": {"a": 1, "c": 2,\n  "c": 3}}', "key-duplicate", 3, 3),
    ('{"a": 1, "\\u0061": 2}', "key-duplicate", 1, 10),
    ('{"a": NaN}', "number-unbounded", 1, 7),
    ('{"b": "NaN", "a":\n-Infinity}', "number-unbounded", 2, 1),
    ('{"a": 1e999}', "number-unbounded", 1, 7),
    ('{"a": ' + "9" * 5000 + "}", "number-unbounded", 1, 7),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED)
def test_refusal(text: str, code: str, line: int, column: int) -> None:
    with pytest.raises(Malformed) as caught:
        parse_json(text)
    fault = caught.value
    assert (fault.code, fault.line, fault.column) == (code, line, column)


@pytest.mark.parametrize("depth", [DEEPEST + 1, 900, 5000, 100_000])
@pytest.mark.parametrize(("left", "right"), [("[", "]"), ('{"a":', "}")])
def test_nesting_is_refused_where_it_gets_too_deep(
    left: str, right: str, depth: int
) -> None:
    with pytest.raises(Malformed, match="nested more than") as caught:
        parse_json(left * depth + "1" + right * depth)
    fault = caught.value
    assert fault.code == "nesting-too-deep"
    assert (fault.line, fault.column) == (1, DEEPEST * len(left) + 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # Too deep whatever else is wrong, and however far a parser would get.
        ("[" * 300 + "x", "nesting-too-deep"),
        ("[" * 5000 + '"open', "nesting-too-deep"),
        ('{"a":' * 5000, "nesting-too-deep"),
        ('{"a": [' * 150 + "]", "nesting-too-deep"),
        ("[" * DEEPEST, "json-syntax"),
        ("[" * DEEPEST + "]}" * DEEPEST, "json-syntax"),
        ("]" * 5000, "json-syntax"),
    ],
)
def test_faulty_text_is_bounded_alike(text: str, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        parse_json(text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "text",
    [
        '"' + "[" * 5000 + '"',
        '{"a": "' + r"\"[{" * 5000 + '"}',
        "[" + "[]," * 5000 + "[]]",
        "[" + '{"]": "["},' * 5000 + "[]]",
    ],
)
def test_brackets_that_nest_nothing_are_read(text: str) -> None:
    assert parse_json(text) == json.loads(text)


def test_the_deepest_nesting_is_read() -> None:
    assert isinstance(parse_json("[" * DEEPEST + "]" * DEEPEST), list)


CHOICES: list[tuple[str, str, Tree, bool]] = [
    ("a.json", '{"a": 1}', {"a": 1}, True),
    ("a.JSON", '{"a": 1}', {"a": 1}, True),
    ("a.yaml", '{"a": 1}', {"a": 1}, True),
    ("a.yaml", "{a: 1}", {"a": 1}, False),
    ("a.yaml", "a: 1", {"a": 1}, False),
    ("openapi", "a: 1", {"a": 1}, False),
    ("openapi", '{"a": "\\/"}', {"a": "/"}, True),
]


@pytest.mark.parametrize(("name", "text", "want", "is_json"), CHOICES)
def test_choice_of_the_language(
    name: str, text: str, want: Tree, is_json: bool
) -> None:
    assert parse(text, name) == (want, is_json)


def test_a_json_file_has_to_be_json() -> None:
    with pytest.raises(Malformed, match="expecting value"):
        parse("a: 1", "a.json")


def test_json_in_a_yaml_file_is_held_to_the_same_rules() -> None:
    with pytest.raises(Malformed, match="second time"):
        parse('{"a": 1, "a": 2}', "a.yaml")


TEXTS = [
    (b"a: 1", "a: 1"),
    (b"\xef\xbb\xbfa: 1", "a: 1"),
    ("é".encode(), "é"),
]


@pytest.mark.parametrize(("content", "want"), TEXTS)
def test_decoding(content: bytes, want: str) -> None:
    assert decode(content) == want


UNDECODABLE = [
    (b"a: 1\nb: \xff", 2, 4),
    ("é: ".encode() + b"\xe9", 1, 4),
    ("a".encode("utf-16"), 1, 1),
    ("a".encode("utf-16-be").replace(b"\x00a", b"\xfe\xff\x00a"), 1, 1),
    (b"a: \x00", 1, 4),
    (b"\xed\xa0\x80", 1, 1),
]


@pytest.mark.parametrize(("content", "line", "column"), UNDECODABLE)
def test_other_encodings_are_refused(content: bytes, line: int, column: int) -> None:
    with pytest.raises(Malformed) as caught:
        decode(content)
    fault = caught.value
    assert (fault.code, fault.line, fault.column) == ("file-encoding", line, column)
