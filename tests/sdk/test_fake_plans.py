"""`FakeIntercom` does what a test asks for, and refuses what the API doesn't know."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from intercom_sdk import AsyncIntercom, Intercom, RequestOptions, errors, raw
from intercom_sdk import request as request_endpoint
from intercom_sdk.testing import Call, FakeIntercom, UnexpectedRequest

SDK = Path(__file__).parents[2] / "generated" / "intercom" / "python"
PAGE: dict[str, Any] = {
    "title": "Returns",
    "html": "<p>30 days</p>",
    "locale": "en",
    "source_id": 44,
    "external_id": "returns",
}


@pytest.fixture
def fake() -> FakeIntercom:
    return FakeIntercom()


@pytest.fixture
def client(fake: FakeIntercom) -> Iterator[Intercom]:
    with Intercom(token="tok_1", transport=fake, strict=True) as made:
        yield made


def test_calls_fail_on_demand(client: Intercom, fake: FakeIntercom) -> None:
    fake.fail("notes.create", status=429, times=2)
    answer = raw(client.notes.create, "c1", body="Hello")
    assert (answer.retries, len(fake.calls), answer.data.id) == (2, 3, "1")
    fake.fail("notes.retrieve", status=503, times=None, headers={"X-Request-Id": "r1"})
    with pytest.raises(errors.ServerError) as caught:
        client.notes.retrieve("1")
    assert (caught.value.request_id, caught.value.attempts) == ("r1", 3)
    fake.fail("notes.create", status=422, body={"errors": [{"code": "blank"}]})
    with pytest.raises(errors.UnprocessableEntityError) as refused:
        client.notes.create("c1", body="")
    assert refused.value.errors == [{"code": "blank"}]


def test_the_time_to_wait_is_sent(client: Intercom, fake: FakeIntercom) -> None:
    fake.fail("notes.retrieve", status=429, retry_after=7)
    with pytest.raises(errors.RateLimitError) as caught:
        client.notes.retrieve("34", options=RequestOptions(max_retries=0))
    assert caught.value.retry_after == 7


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("refused", errors.APIConnectionError),
        ("dropped", errors.APIConnectionError),
        ("cut", errors.APIConnectionError),
        ("timeout", errors.APITimeoutError),
        (OSError("no route"), errors.APIConnectionError),
    ],
)
def test_connections_fail_on_demand(
    error: Any, kind: type[Exception], fake: FakeIntercom
) -> None:
    fake.fail("notes.retrieve", error=error, times=2)
    with (
        Intercom(token="t", transport=fake, max_retries=0) as client,
        pytest.raises(kind) as caught,
    ):
        client.notes.retrieve("34")
    assert type(caught.value) is kind

    async def later() -> None:
        async with AsyncIntercom(token="t", transport=fake, max_retries=0) as client:
            with pytest.raises(kind):
                await client.notes.retrieve("34")
            assert (await client.notes.retrieve("34")).id == "34"

    asyncio.run(later())


def test_a_test_answers_itself(client: Intercom, fake: FakeIntercom) -> None:
    fake.respond(
        "notes.retrieve", {"type": "note", "id": "5", "created_at": 1, "body": "b"}
    )
    assert client.notes.retrieve("anything").id == "5"
    note = client.notes.create("c1", body="model")
    fake.respond("notes.retrieve", note, times=1)
    assert client.notes.retrieve("anything").body == "model"
    assert client.notes.retrieve("anything").body == "b"
    fake.fail("notes.retrieve", status=404)
    with pytest.raises(errors.NotFoundError):
        client.notes.retrieve("anything")

    def found(call: Call) -> object:
        return {"id": call.path.rpartition("/")[2], "query": call.query}

    fake.respond("GET /admins/{}", found)
    answer = request_endpoint(client, "GET", "/admins/3", query={"a": 1})
    assert answer == {"id": "3", "query": {"a": "1"}}
    assert fake.calls[-1].operation == "GET /admins/{}"


def test_requests_that_the_api_does_not_know_are_refused(
    client: Intercom, fake: FakeIntercom
) -> None:
    with pytest.raises(UnexpectedRequest, match=r"fake.respond\('GET /admins'"):
        request_endpoint(client, "GET", "/admins")
    wrong: Any = 5
    with pytest.raises(AssertionError, match="body: expected a string, found 5"):
        client.notes.create("c1", body=wrong)
    with pytest.raises(UnexpectedRequest, match="source_id: expected an integer"):
        client.external_pages.create(**{**PAGE, "source_id": "x"})
    with pytest.raises(UnexpectedRequest, match="locale: expected 'en'"):
        client.external_pages.create(**{**PAGE, "locale": "xx"})
    assert len(fake.refused) == 4


@pytest.mark.parametrize(
    ("name", "near"),
    [("note.create", "notes.create"), ("notes.remove", "notes.")],
)
def test_unknown_names_list_those_near(
    name: str, near: str, fake: FakeIntercom
) -> None:
    for plan in (fake.fail, fake.respond):
        with pytest.raises(LookupError, match=near):
            plan(name)
    with pytest.raises(LookupError, match="there is no resource 'pages'"):
        fake.add("pages", {})
    fault: Any = "broken"
    with pytest.raises(LookupError, match="'refused', 'dropped', 'timeout', 'cut'"):
        fake.fail("notes.create", error=fault)


FIXTURE = """
import pytest
from intercom_sdk import Intercom, errors, request
from intercom_sdk.testing import FakeIntercom, fake_intercom


@pytest.mark.parametrize("number", range(2))
def test_each_has_its_own(fake_intercom: FakeIntercom, number: int) -> None:
    assert fake_intercom.calls == []
    client = Intercom(token="t", transport=fake_intercom)
    assert client.notes.create("c1", body="b").id == "1"


def test_swallowed(fake_intercom: FakeIntercom) -> None:
    with pytest.raises(errors.APIError):
        request(Intercom(token="t", transport=fake_intercom), "GET", "/nowhere")
"""


def test_the_fixture_gives_each_test_a_fake(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(FIXTURE)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
    ]
    environment = {**os.environ, "PYTHONPATH": str(SDK)}
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, env=environment
    )
    assert "3 passed, 1 error" in done.stdout, done.stdout
    assert "UnexpectedRequest: the API has no GET /nowhere" in done.stdout
