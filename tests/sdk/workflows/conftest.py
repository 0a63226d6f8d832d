"""The package of the published preview description and an overlay, and calls of it.

The description lies outside of the project, and the overlay declares what it leaves open. What
users write is a module here: its functions take a client, and `…_async` does the same with an
asynchronous one.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from recording_server import Answer, Recorded, RecordingServer, recording

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook, Severity
from generator.pipeline import Run
from generator.progress import Progress

HERE = Path(__file__).parent
PREVIEW = HERE.parents[3] / "shared" / "specs" / "intercom__v0-preview.yaml"


class Outcome(Protocol):
    """Calls a function of a user, `module.name`, with both kinds of clients."""

    def __call__(
        self, answer: Callable[[Recorded], Answer], function: str, *arguments: object
    ) -> tuple[object, list[Recorded]]:
        """What it comes to, and the requests that it sends."""
        ...


@pytest.fixture(scope="session")
def written() -> list[Path]:
    """What users write, one module a subject."""
    apart = ("conftest", "test_")
    return sorted(path for path in HERE.glob("*.py") if not path.name.startswith(apart))


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, written: list[Path]) -> Path:
    """The folder of the package `intercom_preview`, with the modules of its users."""
    if not PREVIEW.exists():
        pytest.skip(f"{PREVIEW} isn't there")
    out = tmp_path_factory.mktemp("workflows")
    wanted = RunOptions(
        source=PREVIEW,
        overlays=(HERE / "overlay.yaml",),
        package="intercom_preview",
        out=out,
    )
    run = Run(Progress())
    pipeline.generate(config.read(wanted, Notebook()), run)
    errors = [one for one in run.notebook.findings if one.severity is Severity.ERROR]
    assert errors == []
    for path in written:
        (out / path.name).write_text(path.read_text("utf-8"), "utf-8")
    return out


@pytest.fixture(scope="module")
def outcome(project: Path) -> Iterator[Outcome]:
    """What functions of users come to, over a loopback server."""
    before = list(sys.path)
    sys.path.insert(0, str(project))
    preview = importlib.import_module("intercom_preview")

    def both(
        answer: Callable[[Recorded], Answer], function: str, *arguments: object
    ) -> tuple[object, list[Recorded]]:
        module, _, name = function.partition(".")
        users = importlib.import_module(module)
        with recording(answer) as server:
            with preview.IntercomPreview(token="t", base_url=server.url) as client:
                first = getattr(users, name)(client, *arguments)
            sent = list(server.requests)
            server.requests.clear()
            again = getattr(users, f"{name}_async")
            second = asyncio.run(_awaited(preview, server, again, arguments))
        assert second == first
        assert [one[:3] for one in server.requests] == [one[:3] for one in sent]
        assert [one.body for one in server.requests] == [one.body for one in sent]
        return first, sent

    yield both
    sys.path[:] = before


async def _awaited(
    preview: Any,
    server: RecordingServer,
    function: Callable[..., Any],
    arguments: tuple[object, ...],
) -> object:
    async with preview.AsyncIntercomPreview(token="t", base_url=server.url) as client:
        return await function(client, *arguments)
