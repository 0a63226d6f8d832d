"""The same calls through the official client and ours, against one recording server."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from calls import CALLS, CONTACT, Call, run, run_async
from intercom import Intercom as Official
from intercom_sdk import AsyncIntercom, Intercom
from payloads import answer_value, listing
from recording_server import Answer, Recorded, recording

# What differs, where, and why. A difference that no longer occurs fails its test.
VERSION_HEADER = "the official client leaves the API version to the app's dashboard"
WASTED_REQUEST = (
    "the official page list asks for a page 2 that the first answer ruled out"
)
DIFFERENCES: dict[str, set[str]] = {
    call.line: {VERSION_HEADER} for call in CALLS if call.official is not None
}
DIFFERENCES[f"GET /contacts/{CONTACT}/notes"].add(WASTED_REQUEST)


def answer(request: Recorded) -> Answer:
    value = answer_value(request.method, request.path)
    if ("page", "2") in request.query:
        value = listing()
    return Answer(value, 204 if value is None else 200)


def requests_of(call: Call, who: str) -> list[Recorded]:
    with recording(answer) as server:
        if who == "official":
            assert call.official is not None
            # The official client has no close(): its transport is made and closed here.
            with httpx.Client() as transport:
                call.official(
                    Official(token="t", base_url=server.url, httpx_client=transport)
                )
        elif who == "sync":
            with Intercom(token="t", base_url=server.url) as client:
                run(call, client)
        else:
            asyncio.run(call_async(call, server.url))
        return server.requests


async def call_async(call: Call, url: str) -> None:
    async with AsyncIntercom(token="t", base_url=url) as client:
        await run_async(call, client)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.line)
@pytest.mark.parametrize("who", ["sync", "async"])
def test_a_call_is_one_request_of_the_documented_line(call: Call, who: str) -> None:
    (request,) = requests_of(call, who)
    assert f"{request.method} {request.path}" == call.line
    assert request.headers["intercom-version"] == "Unstable"
    assert request.headers["authorization"] == "Bearer t"


@pytest.mark.parametrize(
    "call", [call for call in CALLS if call.official], ids=lambda call: call.line
)
def test_the_official_client_sends_the_same_but_for_the_listed(call: Call) -> None:
    ours, theirs = requests_of(call, "sync"), requests_of(call, "official")
    assert (ours[0].method, ours[0].path) == (theirs[0].method, theirs[0].path)
    assert ours[0].query == theirs[0].query
    assert ours[0].json == theirs[0].json
    found = set()
    if "intercom-version" not in theirs[0].headers:
        found.add(VERSION_HEADER)
    if len(theirs) == len(ours) + 1 and ("page", "2") in theirs[1].query:
        found.add(WASTED_REQUEST)
    else:
        assert len(theirs) == len(ours)
    assert found == DIFFERENCES[call.line]


def test_company_notes_can_be_created_here_only() -> None:
    assert [call.line.split()[0] for call in CALLS if call.official is None] == ["POST"]
    with httpx.Client() as transport:
        official = Official(token="t", httpx_client=transport)
        assert not hasattr(official.unstable.notes, "create_company_note")
