"""Which values of an enumeration an annotation lists, and what it decodes."""

from __future__ import annotations

from typing import Literal

import msgspec
import pytest

from generator.ir.types import Enumeration, Integer, Number, String, Type
from generator.ir.value import Scalar
from generator.targets.python.enumerations import has_numbers, listed, unlisted

LARGE = 10**20


@pytest.mark.parametrize(
    ("values", "base", "want", "others"),
    [
        (("a", True), String(), ("a", True), None),
        ((1, 2), Integer(), (1, 2), None),
        ((1, LARGE), Integer(), (), Integer()),
        ((0.5, 1), Number(), (), Number()),
        (("a", 1, 1.5), None, ("a",), Number()),
    ],
)
def test_numbers_are_listed_together(
    values: tuple[Scalar, ...],
    base: Type | None,
    want: tuple[Scalar, ...],
    others: Type | None,
) -> None:
    type = Enumeration(values=values, base=base)
    assert (listed(type), unlisted(type)) == (want, others)


def test_whole_numbers_among_others_leave_room_for_more_of_either() -> None:
    assert has_numbers(Enumeration(values=(1, 2), base=Number()))
    assert not has_numbers(Enumeration(values=(1, 2), base=Integer()))
    assert not has_numbers(Enumeration(values=(1, 1.5), base=Number()))
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b"3", type=Literal[1, 2] | float)
    decoded = msgspec.json.Decoder(Literal[1, 2] | int | float)
    assert [decoded.decode(one) for one in (b"1", b"3", b"1.5")] == [1, 3, 1.5]
