"""Calls of the package of types/formats, in which all formats are types that can be."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import both_clients
from both_clients import Call, called, sent

__all__ = ["called", "sent"]

ID = UUID("123e4567-e89b-12d3-a456-426614174000")
AT = datetime(2025, 1, 31, 12, tzinfo=UTC)
SECONDS = 1738324800
EAST = timezone(timedelta(hours=2))
ORDER = {
    "id": str(ID),
    "uuid": None,
    "decimal": "12.50",
    "created_at": SECONDS,
    "paid_at": SECONDS,
    "sent_at": "2025-01-31T12:00:00Z",
    "owner": str(ID),
    "waits": ["P1D", "PT0.5S"],
    "prices": {"a": "1E+3"},
    "moments": {"a": -1},
    "timing": {"time": "12:00:00+02:00", "at": 0, "ends": [SECONDS]},
    "steps": [{"time": "12:00:00", "at": 1}],
    "extra": {"at": SECONDS, "more": 1},
}


def generated(out: Path) -> AbstractContextManager[Any]:
    """The package of the case, importable within the context."""
    return both_clients.generated("types/formats", "made_formats", out)


def create(**values: Any) -> Call:
    return lambda client: client.orders.create(id=ID, uuid=None, **values)
