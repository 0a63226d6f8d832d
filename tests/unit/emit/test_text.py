"""Encoders: whatever goes in comes out as itself, and does nothing else."""

from __future__ import annotations

import ast
import math
import sys
import tomllib
import warnings

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.text.code import (
    Code,
    JsonValue,
    Unprintable,
    docstring,
    join,
    literal,
    toml_string,
)
from generator.emit.text.invisible import ESCAPED, legible

HOSTILE = [
    "",
    "plain",
    "quote \" and ' both",
    '"""',
    '""""',
    "'''",
    'ends with "',
    "ends with \\",
    '\\"""',
    '\\\\"""',
    "\\",
    '"',
    '""" + __import__("os").system("touch pwned") + """',
    "a\rimport os",
    "a\r\nb",
    "nul \0 here",
    "\x1b[31mred",
    "{% raw %}{{ 7*7 }}{# x #}",
    "f{string} {0} %s %(x)s $x ${x}",
    "\N{RIGHT-TO-LEFT OVERRIDE}evil\N{POP DIRECTIONAL FORMATTING}",
    "\ud800 half",
    "\udfff\ud800",
    "\ufeffbom",
    "zero\u200bwidth",
    "\u2028line\u2029paragraph\x85next\x0b\x0c",
    "# -*- coding: utf-7 -*-",
    "tab\there",
    "\N{THUMBS UP SIGN} \N{MAN}\u200d\N{WOMAN} é 中文",
    "\\N{BULLET} \\x41 \\u0041 \\101",
    "\U0010ffff \ue000 \ufffe",
    "x" * 300,
    " leading and trailing ",
    "\n\n",
    "first\n\n    code\n        deeper\n  less\n",
]

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
    max_leaves=12,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_literal_of_hostile_text(text: str) -> None:
    code = literal(text)
    assert isinstance(code, Code)
    assert ast.literal_eval(code) == text
    assert not ESCAPED.search(code)


def test_literal_of_every_character() -> None:
    for start in range(0, sys.maxunicode + 1, 0x1000):
        text = "".join(map(chr, range(start, start + 0x1000)))
        assert ast.literal_eval(literal(text)) == text


@given(json_values)
def test_literal_evaluates_to_its_value(value: JsonValue) -> None:
    assert ast.literal_eval(literal(value)) == value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "None"),
        (True, "True"),
        (-0.0, "-0.0"),
        (1e16, "1e+16"),
        ("it's", '"it\'s"'),
        ('say "x"', "'say \"x\"'"),
        ("both \" and '", '"both \\" and \'"'),
        ([], "[]"),
        ({"a": [1, {"b": None}]}, '{"a": [1, {"b": None}]}'),
    ],
)
def test_literal_spelling(value: JsonValue, code: str) -> None:
    assert literal(value) == code


@pytest.mark.parametrize(
    "number", [10**5000, -(10**5000), 2**2000, -(2**1999)], ids=int.bit_length
)
def test_literal_of_huge_integers(number: int) -> None:
    assert ast.literal_eval(literal(number)) == number


def test_literal_of_a_subclass_of_str_is_that_of_its_text() -> None:
    class Loud(str):
        def __repr__(self) -> str:
            return "print('pwned')"

        __str__ = __repr__

    assert literal(Loud("calm")) == '"calm"'


def nested(depth: int) -> JsonValue:
    value: JsonValue = None
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value", [math.inf, -math.inf, math.nan, [{"x": math.inf}], nested(5000)]
)
def test_literal_refuses_what_has_none(value: JsonValue) -> None:
    with pytest.raises(Unprintable):
        literal(value)


@given(st.text(st.characters()))
def test_literal_is_stable_under_black(text: str) -> None:
    source = f"x = {literal(text)}\n"
    assert black.format_str(source, mode=black.Mode()) == source


def module_with(text: str, indent: int) -> str:
    head = ["", "def f():\n", "class A:\n    def f(self):\n"][indent // 4]
    return f"{head}{' ' * indent}{docstring(text.split(chr(10)), indent)}\n"


def docstring_in(source: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tree = ast.parse(source)
        compile(tree, "module", "exec")
    nodes = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef)
    ]
    expressions = [node for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    assert len(expressions) == 1
    found = [text for node in nodes if (text := ast.get_docstring(node)) is not None]
    assert len(found) == 1
    return found[0]


def check_docstring(text: str, indent: int) -> None:
    source = module_with(text, indent)
    assert docstring_in(source).split() == legible(text).split()
    assert black.format_str(source, mode=black.Mode()) == source
    assert not ESCAPED.search(source.replace("\n", ""))


@pytest.mark.parametrize("indent", [0, 4, 8])
@pytest.mark.parametrize("text", HOSTILE)
def test_docstring_of_hostile_text(text: str, indent: int) -> None:
    check_docstring(text, indent)


@given(st.text(st.characters()), st.sampled_from([0, 4, 8]))
def test_docstring_of_any_text(text: str, indent: int) -> None:
    check_docstring(text, indent)


@given(st.text("\\\"' \n\taN{}0", max_size=30), st.sampled_from([0, 4, 8]))
def test_docstring_of_quotes_and_backslashes(text: str, indent: int) -> None:
    check_docstring(text, indent)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("One line.", '"""One line."""'),
        ("", '""" """'),
        ('He said "hi"', '"""He said "hi" """'),
        ("Sum.\n\nMore.", '"""Sum.\n\n    More.\n    """'),
        (
            "Sum.\n\nArgs:\n    a: One.",
            '"""Sum.\n\n    Args:\n        a: One.\n    """',
        ),
        ("C:\\new", '"""C:\\\\new"""'),
        ("a\tb", '"""a   b"""'),
    ],
)
def test_docstring_layout(text: str, want: str) -> None:
    assert docstring(text.split("\n"), 4) == want


def test_docstring_folds_long_lines_under_their_own_text() -> None:
    text = "Short.\n\nArgs:\n    name: " + "word " * 30 + "\n- " + "item " * 30
    lines = docstring(text.split("\n"), 8).split("\n")
    assert all(len(line) <= 88 for line in lines)
    assert lines[3].startswith("            name: word")
    assert lines[4].startswith("                word")
    assert lines[6].startswith("        - item")
    assert lines[7].startswith("          item")


def test_docstring_leaves_lines_of_code_whole() -> None:
    lines = ["Short.", "", "Example:", Code("    call(" + "word " * 30 + '"\\n")')]
    made = docstring(lines, 8)
    assert made.split("\n")[3].strip() == "call(" + "word " * 30 + '"\\\\n")'


@pytest.mark.parametrize("text", HOSTILE)
def test_toml_string_of_hostile_text(text: str) -> None:
    parsed = tomllib.loads(f"x = {toml_string(text)}")["x"]
    assert parsed == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_toml_string_of_any_text(text: str) -> None:
    assert tomllib.loads(f"x = {toml_string(text)}")["x"] == text


def test_join_keeps_code_code() -> None:
    joined = join(", ", [literal(1), literal("a")])
    assert joined == '1, "a"'
    assert isinstance(joined, Code)
