"""Formats that sdk.toml chooses as types, from Python to the wire and back, over loopback."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

import httpx2
import pytest
from chosen_formats import AT, EAST, ID, ORDER, SECONDS, called, create, generated, sent


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with generated(tmp_path_factory.mktemp("formats")) as made:
        yield made


def test_parameters(sdk: Any) -> None:
    request = sent(
        sdk,
        lambda client: client.orders.get(
            ID,
            AT,
            least=Decimal("1.10"),
            ids=[ID, "other"],
            since=AT.astimezone(EAST),
            moments=[AT, 5],
            opens=time(9, 30),
            x_wait=timedelta(hours=36),
            x_since=AT,
            trace=ID,
        ),
        ORDER,
    )
    assert request.path == f"/orders/{ID}/{SECONDS}"
    assert request.query == (
        ("least", "1.10"),
        ("ids", str(ID)),
        ("ids", "other"),
        ("since", str(SECONDS)),
        ("moments", str(SECONDS)),
        ("moments", "5"),
        ("opens", "09:30:00"),
    )
    assert request.headers["x-wait"] == "P1DT43200S"
    assert request.headers["x-since"] == str(SECONDS)
    assert request.headers["cookie"] == f"trace={ID}"


def test_options_of_the_client(sdk: Any) -> None:
    for given, want in (AT, str(SECONDS)), (7, "7"), (None, None):
        options = {"since": given, "client_id": ID}
        (request, _), _ = called(
            sdk, lambda client: client.orders.get(ID, 1), ORDER, **options
        )
        assert request.headers.get("x-client-since") == want
        assert request.headers["x-client-id"] == str(ID)
    with pytest.raises(sdk.errors.ArgumentError, match="since: a fraction"):
        sdk.MadeFormats(since=AT.replace(microsecond=1))


# What is passed for a member of an order, and what is sent.
BODIES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"decimal": Decimal("1.10")}, {"decimal": "1.10"}),
    ({"decimal": "x"}, {"decimal": "x"}),
    ({"paid_at": AT}, {"paid_at": SECONDS}),
    ({"paid_at": 7}, {"paid_at": 7}),
    ({"paid_at": "now"}, {"paid_at": "now"}),
    # Either would do for a moment, and text says more.
    ({"sent_at": AT}, {"sent_at": "2025-01-31T12:00:00Z"}),
    ({"owner": ID}, {"owner": str(ID)}),
    ({"owner": 5}, {"owner": 5}),
    ({"waits": [timedelta(days=-1), "P1Y"]}, {"waits": ["-P1D", "P1Y"]}),
    ({"prices": {"a": Decimal("1E+3")}}, {"prices": {"a": "1E+3"}}),
    ({"moments": {"a": AT, "b": 5}}, {"moments": {"a": SECONDS, "b": 5}}),
    ({"ref": ID}, {"ref": str(ID)}),
    (
        {"timing": {"time": time(12, tzinfo=EAST), "at": AT, "ends": (AT,)}},
        {"timing": {"time": "12:00:00+02:00", "at": SECONDS, "ends": [SECONDS]}},
    ),
    (
        {"steps": [{"time": "12:00", "at": AT}, {"time": "", "at": 5}]},
        {"steps": [{"time": "12:00", "at": SECONDS}, {"time": "", "at": 5}]},
    ),
    (
        {"extra": {"at": AT, "more": AT}},
        {"extra": {"at": SECONDS, "more": "2025-01-31T12:00:00Z"}},
    ),
]


@pytest.mark.parametrize(("given", "want"), BODIES)
def test_bodies(sdk: Any, given: dict[str, Any], want: dict[str, Any]) -> None:
    assert sent(sdk, create(**given), ORDER).json == {
        "id": str(ID),
        "uuid": None,
        **want,
    }


def test_what_was_read_is_sent_back(sdk: Any) -> None:
    _, [(order, drifts), _] = called(sdk, create(), ORDER)
    assert drifts == []
    assert (order.id, order.decimal, order.owner) == (ID, Decimal("12.50"), ID)
    assert order.created_at == order.paid_at == order.sent_at == AT
    assert order.created_at.tzinfo is UTC
    assert order.timing.time == time(12, tzinfo=EAST)
    assert order.waits == [timedelta(days=1), timedelta(seconds=0.5)]
    request = sent(
        sdk, lambda client: client.batches.replace_orders(body=[order]), [str(ID)]
    )
    assert request.json == [ORDER | {"waits": ["P1D", "PT0.5S"]}]
    # A moment that came as seconds is text where a text belongs.
    moved = sent(sdk, create(sent_at=order.created_at, paid_at=order.sent_at), ORDER)
    assert moved.json["sent_at"] == "2025-01-31T12:00:00Z"
    assert moved.json["paid_at"] == SECONDS


def test_lines(sdk: Any, tmp_path: Path) -> None:
    def timings() -> list[Any]:
        timing = sdk.models.Timing(time=time(1), at=sdk.UnixTime.fromtimestamp(5, UTC))
        return [{"time": time(9), "at": AT, "ends": [AT, 1]}, timing]

    async def stream() -> AsyncIterator[Any]:
        for timing in timings():
            yield timing

    first = f'{{"time":"09:00:00","at":{SECONDS},"ends":[{SECONDS},1]}}'
    lines = f'{first}\n{{"time":"01:00:00","at":5}}\n'.encode()
    found: list[bytes] = []

    def keep(request: httpx2.Request) -> httpx2.Response:
        found.append(request.read())
        return httpx2.Response(204)

    async def keep_async(request: httpx2.Request) -> httpx2.Response:
        found.append(await request.aread())
        return httpx2.Response(204)

    async def send(body: Any) -> None:
        own = httpx2.AsyncClient(transport=httpx2.MockTransport(keep_async))
        async with sdk.AsyncMadeFormats(http_client=own) as client:
            await client.batches.send_lines(body=body)

    (tmp_path / "lines").write_bytes(lines)
    own = httpx2.Client(transport=httpx2.MockTransport(keep))
    with (
        sdk.MadeFormats(http_client=own) as client,
        (tmp_path / "lines").open("rb") as file,
    ):
        for body in (timings(), iter(timings()), lines, lines.decode(), file):
            client.batches.send_lines(body=body)
    for body in (timings(), iter(timings()), stream()):
        asyncio.run(send(body))
    assert found == [lines] * 8


def test_forms(sdk: Any) -> None:
    def send(client: Any) -> Any:
        return client.forms.send(
            time=time(9), at=AT, ends=[AT, 1], price=Decimal("0.10")
        )

    assert parse_qsl(sent(sdk, send).body.decode()) == [
        ("time", "09:00:00"),
        ("at", str(SECONDS)),
        ("ends", str(SECONDS)),
        ("ends", "1"),
        ("price", "0.10"),
    ]


def test_parts(sdk: Any) -> None:
    def send(client: Any) -> Any:
        timing = {"time": time(9), "at": AT}
        return client.forms.send_parts(
            file=b"x",
            id=ID,
            price=Decimal("0.10"),
            at=sdk.Part(AT, {"X-A": "1"}),
            ends=[AT],
            timing=timing,
        )

    (request, _), _ = called(sdk, send)
    body = request.body.decode()
    assert f"\r\n\r\n{ID}\r\n" in body
    assert "\r\n\r\n0.10\r\n" in body
    assert body.count(f"\r\n\r\n{SECONDS}\r\n") == 2
    assert f'{{"time":"09:00:00","at":{SECONDS}}}' in body


def test_text_that_is_json_or_not(sdk: Any) -> None:
    _, results = called(sdk, lambda client: client.tokens.get(), str(ID))
    assert results == [(ID, [])] * 2


# What can't be sent, and what the error says first.
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"paid_at": AT.replace(tzinfo=None)}, "paid_at: a datetime without a time zone"),
    ({"paid_at": AT.replace(microsecond=1)}, "paid_at: a fraction of a second"),
    ({"moments": {"a": AT.replace(microsecond=1)}}, "moments.a: a fraction"),
    (
        {"steps": [{"time": "", "at": AT.replace(tzinfo=None)}]},
        "steps[0].at: a datetime",
    ),
    ({"decimal": Decimal("NaN")}, "decimal: NaN can't be sent"),
    ({"prices": {"a": Decimal("-Infinity")}}, "prices.a: -Infinity can't be sent"),
    (
        {"timing": {"time": time(1, tzinfo=ZoneInfo("Europe/Berlin")), "at": 1}},
        "timing.time: a time in a zone",
    ),
]


@pytest.mark.parametrize(("given", "says"), REFUSED)
def test_what_cannot_be_sent(sdk: Any, given: dict[str, Any], says: str) -> None:
    requests, results = called(sdk, create(**given), ORDER)
    assert requests == []
    assert [result[: len(says)] for result in results] == [says, says]


def test_parameters_that_cannot_be_sent(sdk: Any) -> None:
    def get(client: Any) -> Any:
        return client.orders.get(ID, 1, moments=[AT.replace(microsecond=1)])

    requests, results = called(sdk, get, ORDER)
    assert requests == []
    assert [result[:24] for result in results] == ["moments[0]: a fraction o"] * 2


def test_a_unix_time_is_a_datetime_that_json_has_as_seconds(sdk: Any) -> None:
    moment = sdk.UnixTime(2025, 1, 31, 12, tzinfo=UTC)
    assert moment == AT
    timing = sdk.models.Timing(time=time(1), at=moment)
    assert json.loads(sdk.to_json(timing)) == {"time": "01:00:00", "at": SECONDS}
    late = sdk.models.Timing(time=time(1), at=moment + timedelta(milliseconds=1))
    with pytest.raises(sdk.errors.ArgumentError, match="a fraction of a second"):
        sdk.to_json(late)
