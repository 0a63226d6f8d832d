"""Declarations and types as tests look into them."""

from __future__ import annotations

from pathlib import Path

from reader_documents import Result, read_schemas

from generator.ir.declarations import Model
from generator.ir.types import Type
from generator.ir.unrefined import Compound, Inline


def model(result: Result, identity: str = "It") -> Model:
    found = result.declaration(identity)
    assert isinstance(found, Model)
    return found


def read_model(folder: Path, schema: object) -> Model:
    return model(read_schemas(folder, {"It": schema}))


def parts(type: Type) -> tuple[Type, ...]:
    assert isinstance(type, Compound)
    return type.parts


def inline(type: Type) -> Model:
    assert isinstance(type, Inline)
    return type.model
