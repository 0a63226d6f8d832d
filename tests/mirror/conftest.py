"""A server for pages, and mirrors of both kinds of clients."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from intercom_sdk import AsyncIntercom, Intercom
from intercom_sdk.external_pages import MirrorReport, SourcePage

from mirror.made import SOURCE, Mirror
from mirror.pages_server import PagesServer


@pytest.fixture
def server() -> Iterator[PagesServer]:
    with PagesServer().running() as running:
        yield running


@pytest.fixture(params=["sync", "async", "async iterator"])
def mirror(
    request: pytest.FixtureRequest, server: PagesServer, tmp_path: Path
) -> Mirror:
    """Mirrors pages with a client of either kind."""

    async def one_by_one(pages: Iterable[SourcePage]) -> AsyncIterator[SourcePage]:
        for page in pages:
            yield page

    def run(pages: Iterable[SourcePage], **more: Any) -> MirrorReport:
        more = {"journal": tmp_path / "journal.sqlite3", **more}
        source = more.pop("source", SOURCE)
        made = {"token": "t", "base_url": server.url, **more.pop("client", {})}
        if request.param == "sync":
            with Intercom(**made) as client:
                return client.external_pages.mirror(source, pages, **more)

        async def main() -> MirrorReport:
            given = pages if request.param == "async" else one_by_one(pages)
            async with AsyncIntercom(**made) as client:
                return await client.external_pages.mirror(source, given, **more)

        return asyncio.run(main())

    return run
