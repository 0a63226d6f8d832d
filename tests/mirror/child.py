"""A process that mirrors made-up pages, to be killed: `child.py '{"url": …}'`."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

from intercom_sdk import AsyncIntercom, Intercom
from intercom_sdk.external_pages import MirrorProgress, MirrorReport, SourcePage

SOURCE = 44


def made_pages(numbers: range, version: int = 1, size: int = 0) -> Iterator[SourcePage]:
    """Pages whose content says which they are; every seventh has the same in each version."""
    for number in numbers:
        shown = version if number % 7 else 0
        yield SourcePage(
            external_id=f"page-{number}",
            title=f"Page {number}",
            html=f"<p>{number} in version {shown}</p>" + "x" * size,
            url=f"https://help.example.com/{number}",
        )


async def one_by_one(pages: Iterator[SourcePage]) -> AsyncIterator[SourcePage]:
    """The same pages from an asynchronous iterator."""
    for page in pages:
        yield page


def main(settings: dict[str, Any]) -> MirrorReport:
    """Mirror as the settings say, and print the progress where they want it."""
    options: dict[str, Any] = {
        "token": "t",
        "base_url": settings["url"],
        "rate_limit": settings.get("rate_limit"),
    }
    numbers = range(*settings["numbers"])
    pages = made_pages(numbers, settings.get("version", 1), settings.get("size", 0))
    shown = 0.0

    def show(progress: MirrorProgress) -> None:
        nonlocal shown
        now = time.time()
        if settings.get("shows") and now - shown > 0.05:
            shown = now
            print(json.dumps([now, progress.total, resident()]), flush=True)

    arguments: dict[str, Any] = {
        "journal": settings["journal"],
        "on_missing": settings.get("on_missing", "report"),
        "concurrency": settings["concurrency"],
        "on_progress": show,
    }

    async def mirror() -> MirrorReport:
        async with AsyncIntercom(**options) as client:
            return await client.external_pages.mirror(
                SOURCE, one_by_one(pages), **arguments
            )

    if settings["is_async"]:
        return asyncio.run(mirror())
    with Intercom(**options) as client:
        return client.external_pages.mirror(SOURCE, pages, **arguments)


def resident() -> int:
    """The bytes of memory that this process has, 0 where /proc isn't there."""
    if sys.platform != "linux":
        return 0
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


if __name__ == "__main__":
    report = main(json.loads(sys.argv[1]))
    counts = {
        name: getattr(report, name)
        for name in ("created", "updated", "unchanged", "deleted")
    }
    counts["failed"] = [failure.reason for failure in report.failed]
    counts["missing"] = report.missing
    print(json.dumps(counts))
