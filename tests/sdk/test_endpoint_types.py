"""What type checkers make of the functions beside the clients."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SDK = ROOT / "generated" / "intercom" / "python"
CONSUMER = """\
from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

from typing_extensions import assert_type

from intercom_sdk import AsyncDownload, AsyncIntercom, AsyncPager, Download, File
from intercom_sdk import Failure, Intercom, Pager, RateLimitState, RequestOptions
from intercom_sdk import Response, map_concurrently, paginate, rate_limit, request
from intercom_sdk.models import Note


def calls(client: Intercom) -> None:
    assert_type(request(client, "GET", "/a", type=Note), Note)
    assert_type(request(client, "GET", "/a", type=list[Note]), list[Note])
    assert_type(request(client, "GET", "/a"), Any)
    assert_type(request(client, "GET", "/a", type=Response[Note]), Response[Note])
    assert_type(request(client, "GET", "/a", type=Download), Download)
    assert_type(client.raw_request("GET", "/a", type=Note), Response[Note])
    assert_type(client.raw_request("GET", "/a"), Response[Any])
    union: Note | int = request(client, "GET", "/a", type=Note | int)
    request(
        client,
        "POST",
        "/a/{id}",
        path_values={"id": 1},
        query={"b": [1]},
        headers={"X-C": "d"},
        body={"file": File(b"e"), "union": union},
        options=RequestOptions(timeout=1),
    )
    plain = paginate(client, "GET", "/a", items="data", next="next")
    assert_type(plain, Pager[Any, Any])
    pager = paginate(
        client, "GET", "/a", items="data", page={"parameter": "page"}, type=Note
    )
    assert_type(pager, Pager[Note, Any])


async def awaited(client: AsyncIntercom) -> None:
    assert_type(request(client, "GET", "/a", type=Note), Awaitable[Note])
    assert_type(await request(client, "GET", "/a"), Any)
    assert_type(await request(client, "GET", "/a", type=AsyncDownload), AsyncDownload)
    assert_type(await client.raw_request("GET", "/a", type=Note), Response[Note])
    pager = paginate(client, "GET", "/a", items=["data"], next="next", type=Note)
    assert_type(pager, AsyncPager[Note, Any])
    assert_type([item async for item in pager], list[Note])


def at_once(client: Intercom, ids: list[str]) -> None:
    for note in map_concurrently(client.notes.retrieve, ids):
        assert_type(note, Note)
    found = list(map_concurrently(client.notes.retrieve, ids, errors="collect"))
    assert_type(found, list[Note | Failure[str]])
    with map_concurrently(lambda number: number + 1, range(3), ordered=False) as later:
        assert_type(next(later), int)
    limited = client.with_options(rate_limit="auto").with_options(rate_limit=2.5)
    assert_type(rate_limit(limited), RateLimitState | None)


async def awaited_at_once(client: AsyncIntercom, ids: list[str]) -> None:
    async for note in map_concurrently(client.notes.retrieve, ids):
        assert_type(note, Note)
    results = map_concurrently(client.notes.retrieve, ids, errors="collect")
    assert_type([one async for one in results], list[Note | Failure[str]])
    async with map_concurrently(client.notes.retrieve, ids, ordered=False) as later:
        assert_type(await anext(later), Note)
"""


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(cwd)},
    )
    return done.stdout


def test_both_checkers_know_what_comes_back(tmp_path: Path) -> None:
    shutil.copytree(SDK / "intercom_sdk", tmp_path / "intercom_sdk")
    (tmp_path / "consumer.py").write_text(CONSUMER)
    said = run("mypy", "--strict", "consumer.py", cwd=tmp_path)
    assert said.startswith("Success"), said
    project = {"include": ["consumer.py"], "typeCheckingMode": "strict"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(project))
    command = ("pyright", "--pythonpath", sys.executable, "--outputjson")
    report = json.loads(run(*command, cwd=tmp_path))
    assert report["summary"]["filesAnalyzed"] == 1
    assert report["generalDiagnostics"] == []
