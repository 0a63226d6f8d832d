"""What joining the variants of a union loses is said."""

from __future__ import annotations

import pytest
from refine_values import api, const, field, model, union

from generator.diagnostics import Notebook, Severity
from generator.ir.types import Array, Integer, String, Type
from generator.refine.unions.join import join_unions

DATE = String(format="date")


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        (union(String(format="uuid"), const("inbox")), ["union-joined"]),
        (union(DATE, String(format="uuid")), ["union-joined"]),
        (union(DATE, String(format="date-time"), const("now")), ["union-joined"]),
        # No text is both.
        (union(DATE, String(format="date-time")), []),
        (union(String(format="date-time"), DATE, Integer()), []),
        (union(Array(item=DATE), String(format="date-time")), []),
        # What the items are tells the lists apart, and where it doesn't their union is warned of.
        (union(Array(item=String()), Array(item=Integer())), []),
        (union(Array(item=DATE), Array(item=String(format="uuid"))), ["union-joined"]),
        # Any text is one of the variants, and so the whole.
        (union(String(), DATE), []),
        (union(DATE, String(format="date-time"), String()), []),
        (union(const("a"), String()), []),
        (union(DATE, Integer()), []),
    ],
)
def test_formats_and_items_that_joining_loses_are_warned_of(
    given: Type, codes: list[str]
) -> None:
    notebook = Notebook()
    join_unions(api(model("It", field("x", given))), notebook)
    assert [one.code for one in notebook.findings] == codes
    for one in notebook.findings:
        assert one.severity is Severity.WARNING
        assert one.place is not None
