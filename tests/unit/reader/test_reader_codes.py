"""Every code that the reader and refine write stands in the catalogue."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator.reader
import generator.refine
from generator.diagnostics.catalogue import CATALOGUE

ROOMS = [Path(each.__file__).parent for each in (generator.reader, generator.refine)]
WRITERS = {"repair", "write", "Unsupported"}


def codes() -> Iterator[str]:
    """The codes in all calls that write a finding."""
    for path in sorted(path for room in ROOMS for path in room.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            given = [each.value for each in node.keywords if each.arg == "code"]
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else None
            name = called.id if isinstance(called, ast.Name) else name
            given += node.args[:1] if name in WRITERS else []
            for each in given:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield each.value


@pytest.mark.parametrize("code", sorted({*codes()}))
def test_a_code_is_in_the_catalogue(code: str) -> None:
    assert code in CATALOGUE


def test_the_codes_are_found() -> None:
    assert {"keyword-unread", "schema-cycle", "parameter-undeclared"} <= {*codes()}
