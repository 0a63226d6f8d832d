"""Packages with an overlay that names methods, and what both of their clients send."""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from recording_server import Answer, Recorded, recording

from generator import config, pipeline
from generator.config import RunOptions
from generator.pipeline import Run
from generator.progress import Progress

FOLDER = Path(__file__).parent / "variants"
PREVIEW = Path(__file__).parents[2] / "../shared/specs/intercom__v0-preview.yaml"
Call = Callable[[Any], Any]


@contextmanager
def generated(document: Path, overlay: str, package: str, out: Path) -> Iterator[Any]:
    """The package of a document, with an overlay unless that is "", importable meanwhile."""
    overlays = (FOLDER / overlay,) if overlay else ()
    wanted = RunOptions(source=document, overlays=overlays, package=package, out=out)
    run = Run(Progress())
    pipeline.generate(config.read(wanted, run.notebook), run)
    faults = [one for one in run.notebook.findings if one.code.startswith("methods-")]
    assert faults == []
    sys.path.insert(0, str(out))
    yield importlib.import_module(package)
    sys.path.remove(str(out))


def sent(
    kinds: tuple[Any, Any], call: Call, line: str = "", **options: Any
) -> list[Any]:
    """What both clients send as a body, None for none, or the errors that they raise.

    Args:
        kinds: The classes of both clients.
        call: The call.
        line: The method and the path that it goes to, where that matters.
        options: What the clients are made with.
    """
    found: list[Any] = []
    with recording(lambda request: Answer({"id": "1", "data": ["x"]})) as server:
        options |= {"base_url": server.url}

        async def run() -> None:
            async with kinds[1](**options) as client:
                await call(client)

        def run_sync() -> None:
            with kinds[0](**options) as client:
                call(client)

        for attempt in (run_sync, lambda: asyncio.run(run())):
            try:
                attempt()
                request = server.requests[-1]
                assert line in {"", f"{request.method} {request.path}"}
                found.append(_read(request))
            except ValueError as error:
                found.append(str(error))
    return found


def _read(request: Recorded) -> Any:
    if request.headers.get("content-type", "application/json") == "application/json":
        return request.json
    return request.body.decode()
