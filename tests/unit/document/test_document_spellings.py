"""The own texts of scalars whose values are usually written in another way."""

from __future__ import annotations

import pytest

from generator.document.parsing.parse import parse
from generator.document.trees.tree import Spellings, Tree
from tests.unit.document.loading import LENIENT, Load
from tests.unit.document.texts import HEAD

# A scalar, its value, and its text where it isn't the usual one.
SCALARS: list[tuple[str, Tree, str | None]] = [
    ("1.10", 1.1, "1.10"),
    ("1.1", 1.1, None),
    ("0123", 123, "0123"),
    ("123", 123, None),
    ("+1", 1, "+1"),
    ("-0", 0, "-0"),
    ("0x1F", 31, "0x1F"),
    ("0o17", 15, "0o17"),
    ("1e3", 1000.0, "1e3"),
    (".5", 0.5, ".5"),
    ("1.", 1.0, "1."),
    ("2.0", 2.0, None),
    ("True", True, "True"),
    ("true", True, None),
    ("FALSE", False, "FALSE"),
    ("~", None, "~"),
    ("null", None, None),
    ("Null", None, "Null"),
    ("!!float 1", 1.0, "1"),
    # These are texts for YAML 1.2.
    ("1_000", "1_000", None),
    ("12:30:00", "12:30:00", None),
    ("2022-01-01", "2022-01-01", None),
    ("no", "no", None),
    ("'1.10'", "1.10", None),
]


@pytest.mark.parametrize(("text", "value", "spelling"), SCALARS)
def test_spellings(text: str, value: Tree, spelling: str | None) -> None:
    for whole, key in ((f"[a, {text}]", "1"), (f"k: {text}", "k")):
        spellings: Spellings = {}
        tree, _ = parse(whole, "a.yaml", None, spellings)
        assert isinstance(tree, (dict, list))
        assert [*(tree.values() if isinstance(tree, dict) else tree)][-1] == value
        want = {} if spelling is None else {(id(tree), key): spelling}
        assert spellings == want


MEMBERS = [
    ("a: &x 1.10\nb: *x", {"a": "1.10", "b": "1.10"}),
    (
        "a: &x {k: 1.10, l: 0123}\nb: {<<: *x, l: 123, m: 1.1}",
        {"a/k": "1.10", "a/l": "0123", "b/k": "1.10"},
    ),
    ("a: &x {k: 1.10}\nb: {k: 1.1, <<: *x}", {"a/k": "1.10"}),
]


@pytest.mark.parametrize(("text", "want"), MEMBERS)
def test_aliases_and_merge_keys(text: str, want: dict[str, str]) -> None:
    spellings: Spellings = {}
    tree, _ = parse(text, "a.yaml", None, spellings)
    assert isinstance(tree, dict)
    names = {id(tree): ""}
    names |= {id(value): f"{key}/" for key, value in tree.items()}
    found = {f"{names[owner]}{key}": value for (owner, key), value in spellings.items()}
    assert found == want


def test_of_a_key_that_stands_there_twice_the_last_one_counts() -> None:
    spellings: Spellings = {}
    parse("a: 1.10\na: 1.1\n", "a.yaml", lambda _: None, spellings)
    assert spellings == {}


def test_numbers_that_json_cant_hold_are_texts_in_an_enum() -> None:
    tree, _ = parse("enum: [.inf, 1e400, 1]\nother: [.nan]", "a.yaml", lambda _: None)
    assert tree == {"enum": [".inf", "1e400", 1], "other": []}


def test_overlays_and_upgrades_keep_the_text(loaded: Load) -> None:
    swagger = (
        'swagger: "2.0"\ninfo: {title: T, version: 1.10}\npaths:\n'
        "  /a: {get: {parameters: [{name: q, in: query, type: string, enum: [1.10]}],"
        " responses: {200: {description: A.}}}}\n"
    )
    overlay = (
        "overlay: 1.0.0\ninfo: {title: O, version: '1'}\n"
        "actions: [{target: $.info, update: {title: 0123}}]\n"
    )
    files = {"openapi.yaml": swagger, "overlay.yaml": overlay}
    document = loaded(files, LENIENT, folder=True).root
    enum = document.at("", "/paths/~1a/get/parameters/0/schema/enum/0")
    info = document.at("", "/info")
    assert enum
    assert info
    assert enum.text == "1.10"
    assert (info.string("version"), info.string("title")) == ("1.10", "0123")


def test_lists_of_names_take_other_scalars_as_their_texts(loaded: Load) -> None:
    names = "[1.10, no, null, true, ~, 404, a, a, 1_000, 2022-01-01]"
    text = HEAD + f"paths: {{}}\nx-a: {{required: {names}, flag: yes, off: 'off'}}\n"
    node = loaded({"openapi.yaml": text}, LENIENT).root.at("", "/x-a")
    assert node
    want = "1.10 no null true ~ 404 a 1_000 2022-01-01"
    assert node.texts("required") == tuple(want.split())
    assert (node.flag("flag"), node.flag("off", default=True)) == (True, False)
