"""The faults found in the official client, each shown absent from ours."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from intercom_sdk import Intercom, RateLimitError, raw
from payloads import NOTE, PAGE, SOURCE, listing
from recording_server import Answer, Recorded, recording


def paged(request: Recorded) -> Answer:
    """Three pages by cursor, the second of them empty."""
    cursor = dict(request.query).get("starting_after")
    items, following = {None: (1, "b"), "b": (0, "c"), "c": (1, None)}[cursor]
    pointer = {"page": 2, "starting_after": following} if following else None
    return Answer(listing(*[NOTE] * items, next=pointer))


def test_1_each_page_is_asked_for_once() -> None:
    with recording(paged) as server, Intercom(token="t", base_url=server.url) as client:
        assert len(list(client.notes.list("1"))) == 2
    asked = [dict(request.query).get("starting_after") for request in server.requests]
    assert asked == [None, "b", "c"]


def test_2_retries_are_on_and_counted_exactly() -> None:
    def busy(request: Recorded) -> Answer:
        return Answer({}, 503, (("Retry-After", "0"),))

    for max_retries in (0, 1, 3):
        with (
            recording(busy) as server,
            Intercom(token="t", base_url=server.url, max_retries=max_retries) as client,
        ):
            with pytest.raises(Exception, match="503"):
                client.notes.retrieve(1)
            assert len(server.requests) == max_retries + 1
    with recording(busy) as server, Intercom(token="t", base_url=server.url) as client:
        with pytest.raises(Exception, match="503"):
            client.notes.retrieve(1)
        assert len(server.requests) == 3


def test_3_the_ai_content_lists_go_past_page_1() -> None:
    def urls(request: Recorded) -> Answer:
        item = SOURCE if "sources" in request.path else PAGE
        if dict(request.query).get("page") == "2":
            return Answer(listing(item))
        url = f"http://{request.headers['host']}{request.path}?page=2&per_page=50"
        return Answer(listing(item, next=url))

    with recording(urls) as server, Intercom(token="t", base_url=server.url) as client:
        assert len(list(client.external_pages.list())) == 2
        assert len(list(client.content_import_sources.list())) == 2
    assert len(server.requests) == 4


def test_4_an_empty_page_with_a_cursor_goes_on() -> None:
    with recording(paged) as server, Intercom(token="t", base_url=server.url) as client:
        sizes = [len(page.items) for page in client.notes.list("1").pages()]
    assert sizes == [1, 0, 1]


@pytest.mark.parametrize("following", ["/contacts/1/notes?page=2", "?page=2"])
def test_5_next_may_be_a_url(following: str) -> None:
    def urls(request: Recorded) -> Answer:
        return Answer(listing(NOTE, next=None if request.query else following))

    with recording(urls) as server, Intercom(token="t", base_url=server.url) as client:
        assert len(list(client.notes.list("1"))) == 2
    assert server.requests[1].path == "/contacts/1/notes"


def test_6_the_last_page_costs_no_further_request() -> None:
    with (
        recording(lambda _: Answer(listing(NOTE, page=1, total_pages=1))) as server,
        Intercom(token="t", base_url=server.url) as client,
    ):
        assert len(list(client.notes.list("1", page=1))) == 1
        assert len(server.requests) == 1


def test_7_every_request_names_the_api_version() -> None:
    with recording(lambda _: Answer(NOTE)) as server:
        for version in (None, "2.14"):
            options = {"api_version": version} if version else {}
            with Intercom(token="t", base_url=server.url, **options) as client:
                client.notes.retrieve(1)
    sent = [request.headers["intercom-version"] for request in server.requests]
    assert sent == ["Unstable", "2.14"]


def test_8_a_path_parameter_never_calls_another_endpoint() -> None:
    with (
        recording(lambda _: Answer(NOTE)) as server,
        Intercom(token="t", base_url=server.url) as client,
    ):
        client.notes.retrieve("123/archive?x=")
    assert server.requests[0].path == "/notes/123%2Farchive%3Fx%3D"
    assert server.requests[0].query == ()


def test_9_the_token_variable_is_read_when_the_client_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with recording(lambda _: Answer(NOTE)) as server:
        for token in ("first", "second"):
            monkeypatch.setenv("INTERCOM_TOKEN", token)
            with Intercom(base_url=server.url) as client:
                client.notes.retrieve(1)
    sent = [request.headers["authorization"] for request in server.requests]
    assert sent == ["Bearer first", "Bearer second"]


def test_9_there_are_close_logging_request_ids_and_a_rate_limit_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    limited = Answer(
        {"type": "error.list", "errors": []}, 429, (("X-Request-Id", "r-1"),)
    )
    with recording(lambda _: limited) as server:
        client = Intercom(token="t", base_url=server.url, max_retries=0)
        with (
            caplog.at_level(logging.DEBUG, "intercom_sdk"),
            pytest.raises(RateLimitError) as error,
        ):
            client.notes.retrieve(1)
        client.close()
    assert error.value.status_code == 429
    assert error.value.request_id == "r-1"
    assert any("/notes/1" in record.getMessage() for record in caplog.records)


def test_10_first_use_loads_one_resource_and_no_other_decoder() -> None:
    """What `make bench` times: the first resource brings its own models and nothing else."""
    program = (
        "import sys; from intercom_sdk import Intercom; Intercom(token='t').notes;"
        "print(*sorted(name for name in sys.modules"
        " if name.startswith('intercom_sdk.') or name == 'pydantic'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )
    loaded = set(done.stdout.split())
    assert "intercom_sdk._models.notes" in loaded
    assert "intercom_sdk._models.external_pages" not in loaded
    assert "pydantic" not in loaded


def test_raw_gives_status_headers_and_request_id() -> None:
    reply = Answer(NOTE, 200, (("X-Request-Id", "r-2"),))
    with (
        recording(lambda _: reply) as server,
        Intercom(token="t", base_url=server.url) as client,
    ):
        response = raw(client.notes.retrieve, 34)
    assert (response.status, response.request_id, response.data.id) == (
        200,
        "r-2",
        "34",
    )
