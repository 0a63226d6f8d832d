"""YAML text → plain data."""

from __future__ import annotations

import pytest

from generator.document.parsing.malformed import Malformed
from generator.document.parsing.nesting import DEEPEST
from generator.document.parsing.parse_yaml import parse_yaml
from generator.document.trees.tree import Tree

MEANINGS: list[tuple[str, Tree]] = [
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("Off", "Off"),
    ("true", True),
    ("FALSE", False),
    ("tRue", "tRue"),
    ("null", None),
    ("~", None),
    ("Null", None),
    ("nULL", "nULL"),
    ("2020-01-01", "2020-01-01"),
    ("2020-01-01T10:00:00Z", "2020-01-01T10:00:00Z"),
    ("12:30:45", "12:30:45"),
    ("190:20:30.15", "190:20:30.15"),
    ("12", 12),
    ("+12", 12),
    ("-12", -12),
    ("012", 12),
    ("0o17", 15),
    ("0x1F", 31),
    ("0b11", "0b11"),
    ("1_000", "1_000"),
    ("1.5", 1.5),
    (".5", 0.5),
    ("1.", 1.0),
    ("1e3", 1000.0),
    ("-1.5E-2", -0.015),
    (".", "."),
    ("-", [None]),
    ("+", "+"),
    ("1.0.0", "1.0.0"),
    ("=", "="),
    ("'12'", "12"),
    ('"true"', "true"),
    ("!!str 12", "12"),
    ("! 12", "12"),
    ("!!int '12'", 12),
    ("!!float 12", 12.0),
    ("!!bool 'true'", True),
    ("!!null ''", None),
    ("!!map {a: 1}", {"a": 1}),
    ("!!seq [1]", [1]),
    ("|\n  a\n  b\n", "a\nb\n"),
    ("[a, {b: c}]", ["a", {"b": "c"}]),
    ("200: ok", {"200": "ok"}),
    ("2020-01-01: a", {"2020-01-01": "a"}),
    ("true: a\nno: b\nnull: c", {"true": "a", "no": "b", "null": "c"}),
    ("0x10: a\n1.0: b", {"0x10": "a", "1.0": "b"}),
    ("'': a", {"": "a"}),
    ("? a\n: b", {"a": "b"}),
    ("a:\nb: ", {"a": None, "b": None}),
    ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}),
    ("a: &x k\n*x : v", {"a": "k", "k": "v"}),
    ("&x k: *x", {"k": "k"}),
    (
        "a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3}",
        {"a": {"p": 1, "q": 2}, "b": {"p": 1, "q": 3}},
    ),
    ("a: {<<: [{p: 1}, {p: 2, q: 3}]}", {"a": {"p": 1, "q": 3}}),
    ("'<<': a", {"<<": "a"}),
    ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
    ("---\na: 1\n...\n", {"a": 1}),
    ("%YAML 1.2\n---\na: 1", {"a": 1}),
    ("a: \U0001f600 中", {"a": "\U0001f600 中"}),
    ('"\\ud83d\\ude00"', "\U0001f600"),
]


@pytest.mark.parametrize(("text", "want"), MEANINGS)
def test_meaning(text: str, want: Tree) -> None:
    if text == '"\\ud83d\\ude00"':
        # libyaml has no surrogate pairs; such a file is JSON, and read as that.
        with pytest.raises(Malformed, match="Unicode"):
            parse_yaml(text)
        return
    got = parse_yaml(text)
    assert got == want
    assert repr(got) == repr(want)  # 1 == 1.0 == True, and they aren't the same


REFUSED = [
    ("", "file-empty", 1, 1),
    ("# nothing\n", "file-empty", 1, 1),
    ("a: 1\nb: 2\na: 3", "key-duplicate", 3, 1),
    ("200: a\n'200': b", "key-duplicate", 2, 1),
    ("{a: {b: 1, b: 2}}", "key-duplicate", 1, 12),
    ("a: !ruby/object 1", "yaml-tag", 1, 4),
    ("a: !!python/object/apply:os.system [x]", "yaml-tag", 1, 4),
    ("a: !!binary aGk=", "yaml-tag", 1, 4),
    ("a: !!timestamp 2020-01-01", "yaml-tag", 1, 4),
    ("a: !!set {b}", "yaml-tag", 1, 4),
    ("a: !!int x", "yaml-tag", 1, 4),
    ("!!int 1: a", "yaml-tag", 1, 1),
    ("a: *nowhere", "yaml-alias", 1, 4),
    ("a: &x [*x]", "yaml-alias", 1, 8),
    ("a: &x {b: {c: *x}}", "yaml-alias", 1, 15),
    ("[a]: 1", "yaml-key", 1, 1),
    ("? {a: b}\n: 1", "yaml-key", 1, 3),
    ("?\n: a", "yaml-key", 1, 2),
    ("a: &x 1\n*x : v", "yaml-key", 2, 1),
    ("a: {<<: 1}", "yaml-merge", 1, 5),
    ("a: {<<: [{}, 1]}", "yaml-merge", 1, 5),
    ("a: .nan", "number-unbounded", 1, 4),
    ("a: -.INF", "number-unbounded", 1, 4),
    ("a: 1e999", "number-unbounded", 1, 4),
    ("a: " + "9" * 5000, "number-unbounded", 1, 4),
    ("a: 1\n---\nb: 2", "yaml-documents", 2, 1),
    ("a: [1, 2", "yaml-syntax", 2, 1),
    ("a: b: c", "yaml-syntax", 1, 5),
    ("a:\n\t- b", "yaml-syntax", 2, 1),
    ("a: 'b", "yaml-syntax", 1, 6),
    ("a: @b", "yaml-syntax", 1, 4),
    ("a: x\x07y", "yaml-syntax", 1, 5),
    ("é: 1\nb: x\x1by", "yaml-syntax", 2, 5),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED)
def test_refusal(text: str, code: str, line: int, column: int) -> None:
    with pytest.raises(Malformed) as caught:
        parse_yaml(text)
    fault = caught.value
    assert (fault.code, fault.line, fault.column) == (code, line, column)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000 + "]" * 5000,
        "{a: " * 5000 + "1" + "}" * 5000,
        "".join(f"{' ' * depth}a:\n" for depth in range(5000)),
        "- " * 5000 + "x",
        # What the parser says of them depends on its version, or is another fault further on.
        "x: y\na: " + "[" * 5000,
        "a: ['it''s [', \"[\", # [[\n" + "[" * 5000 + "]" * 5000,
        "{a: [it's, " * 500,
        "[" * 300 + "'open",
        "a:\n- b: " + "[" * 300 + "}",
    ],
)
def test_nesting_is_refused_where_it_gets_too_deep(text: str) -> None:
    with pytest.raises(Malformed, match="nested more than") as caught:
        parse_yaml(text)
    assert caught.value.code == "nesting-too-deep"


@pytest.mark.parametrize(
    "text",
    [
        "a: '" + "[" * 300 + "' x",
        "[a, " + "[], " * 300 + "}",
        '["' + "[" * 300 + '", }',
        "a: [b # " + "[" * 300 + "\n}",
        "[" * DEEPEST + "}",
    ],
)
def test_brackets_that_nest_nothing_are_no_nesting(text: str) -> None:
    with pytest.raises(Malformed) as caught:
        parse_yaml(text)
    assert caught.value.code == "yaml-syntax"


def test_the_deepest_nesting_is_read() -> None:
    value = parse_yaml("[" * DEEPEST + "]" * DEEPEST)
    depth = 0
    while isinstance(value, list):
        depth += 1
        value = value[0] if value else None
    assert depth == DEEPEST


def test_aliases_that_expand_without_bound_are_refused() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    with pytest.raises(Malformed, match="aliases stand for more") as caught:
        parse_yaml("\n".join(rows))
    assert caught.value.code == "yaml-alias"


def test_many_aliases_of_small_values_are_read() -> None:
    rows = ["base: &base {type: string}", *(f"k{n}: *base" for n in range(5000))]
    value = parse_yaml("\n".join(rows))
    assert isinstance(value, dict)
    assert len(value) == 5001
    assert value["k4999"] == {"type": "string"}


def test_merged_keys_come_first_and_own_keys_win() -> None:
    value = parse_yaml("a: &x {p: 1, q: 2}\nb: {r: 3, <<: *x, p: 4}")
    assert isinstance(value, dict)
    merged = value["b"]
    assert isinstance(merged, dict)
    assert list(merged.items()) == [("p", 4), ("q", 2), ("r", 3)]
