"""What type checkers say of a package in which formats are types, and of its use."""

from __future__ import annotations

from pathlib import Path

import pytest
from checkers import mypy_lines, pyright_lines
from chosen_formats import generated

USE = """\
from datetime import datetime, time, timezone
from decimal import Decimal
from typing import assert_type
from uuid import UUID, uuid4

from made_formats import MadeFormats, UnixTime
from made_formats.models import Timing

client = MadeFormats(since=datetime.now(timezone.utc))
order = client.orders.create(
    id=uuid4(),
    uuid=None,
    decimal=Decimal("1"),
    paid_at="now",
    timing={"time": time(1), "at": datetime.now(timezone.utc), "ends": [5]},
)
assert_type(order.id, UUID)
assert_type(order.decimal, Decimal | None)
assert_type(order.created_at, UnixTime | None)
again = client.orders.get("x", 5, since=order.created_at)
client.batches.replace_orders(body=[order, again])
Timing(time=time(1), at=UnixTime.now(timezone.utc))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("formats")
    with generated(out):
        (out / "use.py").write_text(USE)
    return out


def test_mypy_strict(folder: Path) -> None:
    assert mypy_lines(folder, "-p", "made_formats", "-m", "use") == set()


def test_pyright_strict(folder: Path) -> None:
    assert pyright_lines(folder, "made_formats", "use.py") == set()
