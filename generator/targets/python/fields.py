"""Fields: what the properties of a model are called, and which a Struct can have."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.diagnostics import Notebook
from generator.emit.text import Code
from generator.ir.declarations import Declaration, Field, Model
from generator.targets.python.identifiers import snake, spelled_out
from generator.targets.python.scope import Claim, settle

# msgspec refuses to call a field so.
_UNENCODABLE = re.compile(r'[\\"\x00-\x1f]')
_REST = "additional"


def is_open(model: Model) -> bool:
    """Whether the class has to keep properties that it doesn't declare."""
    return model.additional is not None or any(
        _UNENCODABLE.search(field.name.wire) for field in model.fields
    )


def received(model: Model) -> tuple[Field, ...]:
    """The properties that the class declares."""
    return tuple(
        field
        for field in model.fields
        if not field.write_only and not _UNENCODABLE.search(field.name.wire)
    )


def name_fields(fields: tuple[Field, ...]) -> dict[str, Code]:
    """The attribute of each property, by its name on the wire."""
    return settle((_claim(field) for field in fields), reserved=())


def rest_name(names: dict[str, Code]) -> Code:
    """The attribute that keeps the undeclared properties of an open model."""
    taken = frozenset(names.values())
    for candidate in (_REST, "additional_properties"):
        if candidate not in taken:
            return Code(candidate)
    return settle([Claim("", (Code(_REST),))], taken)[""]


def note_rests(declarations: Iterable[Declaration], notebook: Notebook) -> None:
    """Say of each open model where the usual name for undeclared properties is a property's."""
    for model in declarations:
        if not isinstance(model, Model) or not is_open(model):
            continue
        rest = rest_name(name_fields(received(model)))
        if rest != _REST:
            notebook.write(
                "name-collision",
                f"`{_REST}` is a property, so that further ones are kept in `{rest}`",
                model.place,
                hint="x-sdk-name gives the property a name of your choice",
            )


def _claim(field: Field) -> Claim:
    spelling = snake(field.name, "unnamed")
    spoken = spelled_out(field.name)
    return Claim(
        field.name.wire,
        (spelling, spoken) if spoken else (spelling,),
        exact=spelling in {field.name.wire, field.name.preferred},
    )
