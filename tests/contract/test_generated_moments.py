"""Moments where an API takes unix times, from callers' datetimes to the wire, over loopback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from both_clients import called, generated, sent

AT = datetime(2025, 1, 31, 12, tzinfo=UTC)
EAST = AT.astimezone(timezone(timedelta(hours=2)))
TEXT = "2025-01-31T12:00:00Z"
S = 1738324800
EVENT = {"created_at": S, "read_at": S, "by_name": {"a": 1}, "when": {"gt": S}}


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with generated(
        "types/moments", "made_moments", tmp_path_factory.mktemp("moments")
    ) as made:
        yield made


def test_parameters(sdk: Any) -> None:
    request = sent(
        sdk,
        lambda client: client.events.create(
            EAST,
            created_at=1,
            since=AT,
            among=[AT, 5, EAST],
            range={"gt": AT, "lt": 7},
            x_since=AT,
        ),
        EVENT,
    )
    assert request.path == f"/events/{S}"
    assert request.query == (
        ("since", str(S)),
        ("among", str(S)),
        ("among", "5"),
        ("among", str(S)),
        ("range[gt]", str(S)),
        ("range[lt]", "7"),
    )
    assert request.headers["x-since"] == str(S)


def test_an_option_of_the_client(sdk: Any) -> None:
    for given, want in (AT, str(S)), (7, "7"):
        (request, _), _ = called(
            sdk, lambda c: c.events.create(1, created_at=1), EVENT, since=given
        )
        assert request.headers["x-client-since"] == want


def deep(levels: int, inner: Any) -> Any:
    for _ in range(levels):
        inner = {"created_at": 1, "causes": [inner]}
    return inner


# What is passed beside the time that an event began, and what is sent.
BODIES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"ended_at": AT}, {"ended_at": S}),
    ({"ended_at": 5}, {"ended_at": 5}),
    ({"text_at": AT}, {"text_at": TEXT}),
    # Either would do for a moment, and text says more.
    ({"either": AT}, {"either": TEXT}),
    ({"when": AT}, {"when": S}),
    ({"when": {"gt": AT}}, {"when": {"gt": S}}),
    ({"by_name": {"a": AT, "b": 5}}, {"by_name": {"a": S, "b": 5}}),
    ({"causes": ({"created_at": AT},)}, {"causes": [{"created_at": S}]}),
    (
        {"causes": [deep(12, {"created_at": EAST, "when": EAST})]},
        {"causes": [deep(12, {"created_at": S, "when": S})]},
    ),
    (
        {"filter": {"kind": "date", "value": AT}},
        {"filter": {"kind": "date", "value": S}},
    ),
    (
        {"filter": {"kind": "text", "value": AT}},
        {"filter": {"kind": "text", "value": TEXT}},
    ),
    (
        {
            "filter": {
                "kind": "all",
                "filters": [
                    {"kind": "all", "filters": [{"kind": "date", "value": AT}]}
                ],
            }
        },
        {
            "filter": {
                "kind": "all",
                "filters": [{"kind": "all", "filters": [{"kind": "date", "value": S}]}],
            }
        },
    ),
    (
        {"further": {"name": "n", "at": AT, "more": AT}},
        {"further": {"name": "n", "at": TEXT, "more": S}},
    ),
    ({"pair": (AT, AT)}, {"pair": [S, TEXT]}),
]


@pytest.mark.parametrize(("given", "want"), BODIES)
def test_bodies(sdk: Any, given: dict[str, Any], want: dict[str, Any]) -> None:
    before = repr(given)
    request = sent(
        sdk, lambda client: client.events.create(1, created_at=AT, **given), EVENT
    )
    assert request.json == {"created_at": S, **want}
    assert repr(given) == before


def test_forms_and_lists(sdk: Any) -> None:
    form = sent(sdk, lambda c: c.events.replace_batch(at=AT, range={"lt": AT}))
    assert form.body == f"at={S}&range=%7B%22lt%22%3A{S}%7D".encode()
    batch = sent(sdk, lambda c: c.events.create_batch(body=[{"created_at": AT}]))
    assert batch.json == [{"created_at": S}]


def test_models_have_seconds_and_are_sent_back(sdk: Any) -> None:
    _, [(event, drifts), _] = called(
        sdk, lambda client: client.events.create(1, created_at=1), EVENT
    )
    assert drifts == []
    assert (event.created_at, event.read_at, event.when.gt) == (S, S, S)
    request = sent(sdk, lambda client: client.events.create_batch(body=[event]))
    assert request.json == [EVENT]


NAIVE = datetime(2025, 1, 31, 12)
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"since": NAIVE}, r"since: .*aware"),
    ({"among": [AT, NAIVE]}, r"among\[1\]: .*aware"),
    ({"range": {"gt": NAIVE}}, r"range\.gt: .*aware"),
    ({"ended_at": NAIVE}, r"ended_at: .*aware"),
    ({"causes": [{"created_at": 1, "ended_at": NAIVE}]}, r"causes\[0\].ended_at: .*"),
    ({"ended_at": AT.replace(microsecond=1)}, "ended_at: a fraction"),
]


ENDLESS: dict[str, Any] = {"kind": "all", "filters": []}
ENDLESS["filters"].append(ENDLESS)
REFUSED.append(({"filter": ENDLESS}, ".*nested too deeply"))


@pytest.mark.parametrize(("given", "message"), REFUSED)
def test_a_naive_datetime_is_refused(
    sdk: Any, given: dict[str, Any], message: str
) -> None:
    requests, found = called(
        sdk, lambda client: client.events.create(1, created_at=1, **given), EVENT
    )
    assert requests == []
    for error in found:
        assert re.match(message, error)


def test_the_documentation_says_unix_seconds(sdk: Any) -> None:
    assert "since: Unix seconds" in sdk.MadeMoments().events.create.__doc__
    text = sdk.models.Event.__module__
    assert text.endswith("_models.events")
    assert not hasattr(sdk, "UnixTime")
