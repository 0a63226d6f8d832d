"""A mirror in an event loop: it never stops the loop, and ends when it is cancelled."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from intercom_sdk import AsyncIntercom
from intercom_sdk._mirror.journal import Journal
from intercom_sdk.external_pages import SourcePage

from mirror.made import SOURCE, page
from mirror.pages_server import PagesServer


def test_the_journal_does_not_stop_the_event_loop(
    server: PagesServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*arguments: Any) -> str:
        time.sleep(0.5)
        return "new"

    monkeypatch.setattr(Journal, "look_up", slow)

    async def main() -> float:
        longest = 0.0

        async def tick() -> None:
            nonlocal longest
            while True:
                before = time.monotonic()
                await asyncio.sleep(0.01)
                longest = max(longest, time.monotonic() - before)

        async with AsyncIntercom(token="t", base_url=server.url) as client:
            ticking = asyncio.create_task(tick())
            await client.external_pages.mirror(
                SOURCE, [page("a"), page("b")], journal=tmp_path / "journal.sqlite3"
            )
            ticking.cancel()
        return longest

    assert asyncio.run(main()) < 0.4


def test_a_cancelled_mirror_leaves_no_task_and_no_lock(
    server: PagesServer, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.sqlite3"

    def endless() -> Iterator[SourcePage]:
        return (page(f"p{number}") for number in count())

    async def main() -> None:
        async with AsyncIntercom(token="t", base_url=server.url) as client:
            mirror = client.external_pages.mirror
            running = asyncio.create_task(mirror(SOURCE, endless(), journal=journal))
            while len(server.pages) < 50:
                await asyncio.sleep(0.01)
            running.cancel()
            with pytest.raises(asyncio.CancelledError):
                await running
            assert asyncio.all_tasks() == {asyncio.current_task()}
            stood = len(server.pages)
            pages = [page(f"p{number}") for number in range(stood)]
            report = await mirror(SOURCE, pages, journal=journal, on_missing="delete")
            # Those that were on their way may have to be sent again.
            assert report.unchanged >= stood - 8
            assert report.deleted == 0

    asyncio.run(main())
