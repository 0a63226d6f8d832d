"""What arguments are called that stand for fields of a body."""

from __future__ import annotations

import pytest
from notes_api import CREATE, field

from generator.ir.types import String
from generator.targets.python.argument_names import key_of, name_arguments
from generator.targets.python.fields import name_fields


@pytest.mark.parametrize("wires", [("",), ("", "body"), ("body", "", "id")])
def test_a_field_is_called_as_the_attribute_is(wires: tuple[str, ...]) -> None:
    fields = tuple(field(wire, String()) for wire in wires)
    arguments = name_arguments(CREATE, (), fields)
    attributes = name_fields(fields)
    assert attributes[""] == "unnamed"
    assert {key_of(each): attributes[each.name.wire] for each in fields}.items() <= (
        arguments.items()
    )
