"""Calls of the package of a case, over loopback, by both of its clients."""

from __future__ import annotations

import asyncio
import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from recording_server import Answer, Recorded, recording

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress
from generator.targets.python.names import package_names

CASES = Path(__file__).parents[1] / "cases"
Call = Callable[[Any], Any]


@contextmanager
def generated(case: str, package: str, out: Path) -> Iterator[Any]:
    """The package of a case, importable within the context."""
    source = CASES / case
    single = source / "spec.yaml"
    source = single if single.exists() else source
    wanted = RunOptions(source=source, package=package, out=out)
    pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
    sys.path.insert(0, str(out))
    yield importlib.import_module(package)
    sys.path.remove(str(out))


def called(
    sdk: Any, call: Call, value: Any = None, **more: Any
) -> tuple[list[Recorded], list[Any]]:
    """The requests of both clients, and what their calls return or raise."""
    found: list[Any] = []
    kind = package_names.default_client(sdk.__name__)
    status = 204 if value is None else 200
    with recording(lambda request: Answer(value, status)) as server:
        drifts: list[str] = []

        def note(drift: Any) -> None:
            drifts.append(drift.path)

        options: dict[str, Any] = {"base_url": server.url, "on_drift": note, **more}
        with getattr(sdk, kind)(**options) as client:
            try:
                found.append((call(client), [*drifts]))
            except sdk.errors.ArgumentError as error:
                found.append(str(error))
        drifts.clear()

        async def run() -> None:
            async with getattr(sdk, f"Async{kind}")(**options) as client:
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


def run(folder: Path, *command: str) -> str:
    """What a Python module prints when it is run in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout
