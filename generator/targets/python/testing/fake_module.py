"""View of the module `testing` of a package, without its data."""

from __future__ import annotations

import msgspec

from generator.emit.text.code import Code, literal
from generator.ir.name import Name
from generator.targets.python.names.identifiers import snake
from generator.targets.python.types.symbol_table import SymbolTable

# The runtime's modules that `testing.py` imports.
NEEDED = tuple(
    f"._runtime.testing.{name}" for name in ("calls", "description", "fake", "fixture")
)


class TestingView(msgspec.Struct, frozen=True):
    """The module `testing.py`."""

    fake: Code
    client: Code
    fixture: Code
    fixture_key: Code


def view_testing(symbols: SymbolTable) -> TestingView:
    """View the public module."""
    client = symbols.options.client
    fixture = Code(f"fake_{snake(Name(wire=client), 'client')}")
    return TestingView(
        fake=Code(f"Fake{client}"),
        client=Code(client),
        fixture=fixture,
        fixture_key=literal(fixture),
    )
