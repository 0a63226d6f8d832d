"""Calls of the package of types/formats, in which all formats are types that can be."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

from recording_server import Answer, Recorded, recording

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress

CASE = Path(__file__).parents[1] / "cases" / "types" / "formats"
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
Call = Callable[[Any], Any]


@contextmanager
def generated(out: Path) -> Iterator[Any]:
    """The package of the case, importable within the context."""
    wanted = RunOptions(source=CASE, package="made_formats", out=out)
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    sys.path.insert(0, str(out))
    yield importlib.import_module("made_formats")
    sys.path.remove(str(out))


def called(
    sdk: Any, call: Call, value: Any = None, **more: Any
) -> tuple[list[Recorded], list[Any]]:
    """The requests of both clients, and what their calls return or raise."""
    found: list[Any] = []
    status = 204 if value is None else 200
    with recording(lambda request: Answer(value, status)) as server:
        drifts: list[str] = []

        def note(drift: Any) -> None:
            drifts.append(drift.path)

        options: dict[str, Any] = {"base_url": server.url, "on_drift": note, **more}
        with sdk.MadeFormats(**options) as client:
            try:
                found.append((call(client), [*drifts]))
            except sdk.errors.ArgumentError as error:
                found.append(str(error))
        drifts.clear()

        async def run() -> None:
            async with sdk.AsyncMadeFormats(**options) as client:
                try:
                    found.append((await call(client), [*drifts]))
                except sdk.errors.ArgumentError as error:
                    found.append(str(error))

        asyncio.run(run())
        return server.requests, found


def sent(sdk: Any, call: Call, value: Any = None) -> Recorded:
    """The request that both clients make alike."""
    (first, second), _ = called(sdk, call, value)
    assert first[:3] == second[:3]
    return first


def create(**values: Any) -> Call:
    return lambda client: client.orders.create(id=ID, uuid=None, **values)
