"""Every code that the reader writes stands in the catalogue."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator.reader
from generator.diagnostics.catalogue import CATALOGUE

ROOM = Path(generator.reader.__file__).parent
WRITERS = {"repair", "write", "Unsupported"}


def codes() -> Iterator[str]:
    """The first arguments of all calls that write a finding."""
    for path in sorted(ROOM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else None
            name = called.id if isinstance(called, ast.Name) else name
            match node.args[0]:
                case ast.Constant(value=str(code)) if name in WRITERS:
                    yield code


@pytest.mark.parametrize("code", sorted({*codes()}))
def test_a_code_is_in_the_catalogue(code: str) -> None:
    assert code in CATALOGUE


def test_the_codes_are_found() -> None:
    assert {"keyword-unread", "schema-cycle", "parameter-undeclared"} <= {*codes()}
