"""What the constructor of the generated clients takes."""

from __future__ import annotations

import asyncio
import inspect
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx2
import pytest
from intercom_sdk import (
    ArgumentError,
    AsyncIntercom,
    Drift,
    Intercom,
    IntercomError,
)
from payloads import NOTE

SDK = Path(__file__).parents[2] / "generated" / "intercom" / "python"


def hosts_of(**options: object) -> list[str]:
    """Where a client with these options sends a request."""
    hosts: list[str] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        hosts.append(str(request.url))
        return httpx2.Response(200, json=NOTE)

    with httpx2.Client(transport=httpx2.MockTransport(handle)) as transport:
        client = Intercom(token="t", http_client=transport, **options)  # type: ignore[arg-type]  # a table's row
        client.notes.retrieve(34)
    return hosts


@pytest.mark.parametrize(
    ("options", "url"),
    [
        ({}, "https://api.intercom.io/notes/34"),
        ({"region": "us"}, "https://api.intercom.io/notes/34"),
        ({"region": "eu"}, "https://api.eu.intercom.io/notes/34"),
        ({"region": "au"}, "https://api.au.intercom.io/notes/34"),
        ({"base_url": "https://proxy.example/x/"}, "https://proxy.example/x/notes/34"),
        (
            {"region": "eu", "base_url": "https://proxy.example"},
            "https://proxy.example/notes/34",
        ),
    ],
)
def test_region_and_base_url_decide_where(options: dict[str, object], url: str) -> None:
    assert hosts_of(**options) == [url]


@pytest.mark.parametrize("client", [Intercom, AsyncIntercom])
def test_an_unknown_region_is_refused(client: type) -> None:
    with pytest.raises(IntercomError, match="region is 'mars'"):
        client(token="t", region="mars")


@pytest.mark.parametrize("client", [Intercom, AsyncIntercom])
def test_a_missing_token_names_its_variable(
    client: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INTERCOM_TOKEN", raising=False)
    with pytest.raises(IntercomError, match="INTERCOM_TOKEN"):
        client()


@pytest.mark.parametrize("client", [Intercom, AsyncIntercom])
@pytest.mark.parametrize("name", [*inspect.signature(Intercom).parameters])
def test_an_argument_of_a_wrong_type_is_named(client: type, name: str) -> None:
    given: dict[str, object] = {"token": "tok_12345678", name: object()}
    with pytest.raises(ArgumentError, match=rf"^{name} "):
        client(**given)


@pytest.mark.parametrize(
    ("author", "paths"),
    [
        ({"type": "admin", "id": 1}, []),
        (None, []),
        ({"type": "admin", "id": 1, "avatar": None}, []),
        ({"type": "admin", "id": 1, "job_title": None}, ["author.job_title"]),
        ({"type": "admin", "id": 1, "team_ids": None}, ["author.team_ids"]),
    ],
)
def test_null_is_drift_where_the_spec_rules_it_out(
    author: dict[str, object] | None, paths: list[str]
) -> None:
    drifts: list[Drift] = []
    answer = httpx2.Response(200, json={**NOTE, "author": author})
    with httpx2.Client(transport=httpx2.MockTransport(lambda _: answer)) as transport:
        client = Intercom(token="t", http_client=transport, on_drift=drifts.append)
        note = client.notes.retrieve(34)
    assert [drift.path for drift in drifts] == paths
    if note.author:
        assert note.author.job_title is None
        assert note.author.team_ids is None


def test_the_asynchronous_client_takes_its_own_transport() -> None:
    async def main() -> str:
        transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json=NOTE))
        async with httpx2.AsyncClient(transport=transport) as http_client:
            client = AsyncIntercom(token="t", http_client=http_client)
            return (await client.notes.retrieve(34)).id

    assert asyncio.run(main()) == "34"


COPIES = """
from __future__ import annotations

from intercom_sdk import AsyncIntercom, Intercom, Timeout


class Tenant(Intercom):
    tenant = ""


def copied(client: Intercom, mine: Tenant) -> Tenant:
    one: Intercom = client.with_options(token="t", region="eu", timeout=Timeout(read=5))
    one.with_options(headers={"X-A": "1"}, on_drift=print).notes.retrieve(1)
    return mine.with_options(max_retries=0, deadline=None)


async def copied_too(client: AsyncIntercom) -> AsyncIntercom:
    async with client.with_options(strict=True, user_agent_suffix="a/1") as copy:
        await copy.notes.retrieve(1)
    return client.with_options()
"""


@pytest.mark.parametrize(
    "call", ["tokn='t'", "timeout='5'", "headers=['a']", "proxy=''"]
)
def test_options_of_copies_have_types(tmp_path: Path, call: str) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text(f"{COPIES}\n\nIntercom().with_options({call})\n", "utf-8")
    (tmp_path / "right.py").write_text(COPIES, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "right.py", "wrong.py"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "MYPYPATH": str(SDK)},
    )
    last = len(wrong.read_text("utf-8").splitlines())
    assert done.stdout.startswith(f"wrong.py:{last}: error"), done.stdout
    assert "Found 1 error in 1 file" in done.stdout


@pytest.mark.parametrize("client", [Intercom, AsyncIntercom])
def test_an_option_that_a_copy_doesn_t_know(client: Any) -> None:
    made = client(token="t")
    with pytest.raises(TypeError, match="tokn"):
        made.with_options(tokn="t")
    with pytest.raises(ArgumentError, match=r"^proxy .* new client"):
        made.with_options(proxy="")
    with pytest.raises(ArgumentError, match="region is 'mars'"):
        made.with_options(region="mars")
    assert repr(made.with_options(region="eu")).endswith(
        " of https://api.eu.intercom.io>"
    )
