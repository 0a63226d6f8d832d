"""The house's rule about ids: they are compared and made, and nothing takes one apart."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
ROOMS = ("ir", "refine", "targets")

# What takes a text apart, or looks for something in it.
TEXT_METHODS = {
    *("endswith", "find", "index", "partition", "removeprefix", "removesuffix"),
    *("replace", "rfind", "rindex", "rpartition", "rsplit", "split", "startswith"),
    *("strip", "lstrip", "rstrip"),
}
ID_NAMES = re.compile(r"(.+_)?(id|identity)")


def is_id(node: ast.AST) -> bool:
    """Whether an expression is an id by its name: `each.id`, `identity`, `parent_id`."""
    name = getattr(node, "attr", getattr(node, "id", ""))
    return isinstance(name, str) and ID_NAMES.fullmatch(name) is not None


def reads_id(node: ast.AST) -> bool:
    """Whether an expression takes an id apart."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=method)) if is_id(value):
            return method in TEXT_METHODS
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=args):
            return any(map(is_id, args))
        case ast.Call(
            func=ast.Attribute(attr="fullmatch" | "match" | "search" | "sub"), args=args
        ):
            return any(map(is_id, args))
        case ast.Subscript(value=value):
            return is_id(value)
        case ast.Compare(left=ast.Constant(value=str()), comparators=[value]):
            return is_id(value)
        case _:
            return False


def test_ids_are_opaque() -> None:
    offenders = [
        f"{path}:{node.lineno}"
        for room in ROOMS
        for path in sorted((GENERATOR / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.expr) and reads_id(node)
    ]
    assert offenders == []


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("each.id.removesuffix('#base')", True),
        ("identity.partition('&')", True),
        ("schema_id[1:]", True),
        ("re.sub('~', '', model.id)", True),
        ("_MARK.search(id)", True),
        ("'/allOf/' in alias.id", True),
        ("f'{id}#base'", False),
        ("known[each.id]", False),
        ("each.id == other.id", False),
        ("name.split('_')", False),
    ],
)
def test_a_look_into_an_id_is_seen(code: str, wanted: bool) -> None:
    found = any(map(reads_id, ast.walk(ast.parse(code))))
    assert found is wanted
