"""What answers come to where formats are types: values of these, or what came, reported."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from chosen_formats import AT, ID, SECONDS, called, create, generated


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with generated(tmp_path_factory.mktemp("formats")) as made:
        yield made


# What comes for a member, what is made of it, and where it departs, if it does.
READ: list[tuple[str, Any, Any, str]] = [
    ("id", "123E4567-E89B-12D3-A456-426614174000", ID, ""),
    ("id", "7", "7", "id"),
    ("id", 7, 7, "id"),
    ("decimal", "0.10", Decimal("0.10"), ""),
    ("decimal", f"{10**20}.{10**20}", Decimal(f"{10**20}.{10**20}"), ""),
    ("decimal", "a", "a", "decimal"),
    ("created_at", SECONDS, AT, ""),
    ("created_at", float(SECONDS), AT, ""),
    ("created_at", 1.5, 1.5, "created_at"),
    ("created_at", "soon", "soon", "created_at"),
    ("created_at", True, True, "created_at"),
    ("created_at", 10**15, 10**15, "created_at"),
    ("created_at", 10**400, 10**400, "created_at"),
    ("paid_at", "", "", ""),
    ("paid_at", SECONDS, AT, ""),
    ("sent_at", SECONDS, AT, ""),
    ("sent_at", True, True, "sent_at"),
    ("owner", 5, 5, ""),
    ("owner", str(ID), ID, ""),
    ("owner", "x", "x", "owner"),
    ("waits", ["P2W"], [timedelta(weeks=2)], ""),
    ("waits", ["PT36H"], [timedelta(hours=36)], ""),
    ("waits", ["P1Y"], ["P1Y"], "waits[0]"),
    ("waits", ["P1M2D"], ["P1M2D"], "waits[0]"),
    ("waits", ["P1D", "P"], [timedelta(days=1), "P"], "waits[1]"),
    ("prices", {"a": "1.0", "b": "x"}, {"a": Decimal("1.0"), "b": "x"}, "prices.b"),
    ("moments", {"a": 0}, {"a": datetime(1970, 1, 1, tzinfo=UTC)}, ""),
    ("moments", {"a": -(10**12)}, {"a": -(10**12)}, "moments.a"),
]


@pytest.mark.parametrize(("member", "came", "want", "departs"), READ)
def test_answers(sdk: Any, member: str, came: Any, want: Any, departs: str) -> None:
    _, results = called(sdk, create(), {"id": str(ID), "uuid": None, member: came})
    for order, drifts in results:
        found = getattr(order, member)
        assert found == want
        assert isinstance(found, bool) is isinstance(want, bool)
        assert drifts == ([departs] if departs else [])


def test_a_time_without_a_zone_and_one_with_a_fraction(sdk: Any) -> None:
    for text, want in {
        "12:00:00": time(12),
        "12:00:00.25Z": time(12, microsecond=250_000, tzinfo=UTC),
        "12:00": "12:00",
    }.items():
        timing = {"time": text, "at": 1}
        value = {"id": str(ID), "uuid": None, "timing": timing}
        _, results = called(sdk, create(), value)
        for order, drifts in results:
            assert order.timing.time == want
            assert drifts == ([] if isinstance(want, time) else ["timing.time"])
