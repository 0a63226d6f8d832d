"""A mirror that is killed at twenty points, under faults, limits and broken connections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mirror import killing
from mirror.child import SOURCE, made_pages
from mirror.pages_server import FAULTS, PagesServer

SEED = 14
GONE = 40


@pytest.mark.slow
@pytest.mark.parametrize(("is_async", "count"), [(False, 2_000), (True, 10_000)])
def test_each_page_stands_once_with_its_last_content(
    tmp_path: Path, is_async: bool, count: int
) -> None:
    settings: dict[str, Any] = {
        "journal": str(tmp_path / "journal.sqlite3"),
        "is_async": is_async,
        "concurrency": killing.CONCURRENCY,
        "rate_limit": "auto",
    }
    server = PagesServer(SEED, limit=500)
    with server.running():
        settings["url"] = server.url
        others = {(SOURCE, "by hand"): {"id": "x"}, (45, "page-1"): {"id": "y"}}
        server.pages |= others
        # What an earlier run had: some pages that change, some that stay and some that go.
        earlier = {**settings, "numbers": [0, count // 10], "version": 0}
        killing.mirror_with_kills(server, earlier, kills=0)
        server.stop_at(killing.points(count, SEED))
        wanted = {**settings, "numbers": [GONE, count], "on_missing": "delete"}
        killed = killing.mirror_with_kills(server, wanted, killing.KILLS)
    report = killed.report
    assert (report["failed"], report["missing"]) == ([], [])
    for key, page in others.items():
        assert server.pages.pop(key) == page
    kept = {page.external_id: page.html for page in made_pages(range(GONE, count))}
    stands = {key[1]: page["html"] for key, page in server.pages.items()}
    assert stands == kept
    assert {key[0] for key in server.pages} == {SOURCE}
    assert len({page["id"] for page in server.pages.values()}) == len(kept)
    assert server.most_at_once == 1
    assert set(FAULTS) <= server.faults.keys()
    again = killing.resent(server)
    assert max(again) <= killing.CONCURRENCY
