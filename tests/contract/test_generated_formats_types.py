"""What type checkers say of a package in which formats are types, and of its use."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from both_clients import run
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
    found = run(folder, "mypy", "--strict", "-p", "made_formats", "-m", "use")
    assert found.startswith("Success"), found


def test_pyright_strict(folder: Path) -> None:
    project = {"include": ["made_formats", "use.py"], "typeCheckingMode": "strict"}
    (folder / "pyrightconfig.json").write_text(json.dumps(project))
    report = json.loads(
        run(folder, "pyright", "--pythonpath", sys.executable, "--outputjson")
    )
    assert report["summary"]["filesAnalyzed"] > 50
    assert report["generalDiagnostics"] == []
