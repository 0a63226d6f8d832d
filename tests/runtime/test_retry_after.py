"""When servers want to be asked again: what their headers say, what is waited, what errors tell."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
from driver import Driver, FakeTime
from fault_server import FaultServer, Step, reply
from sdk_runtime.errors import ResponseError
from sdk_runtime.response.retry import retry_after, retry_delay

Connect = Callable[..., Driver]

NOW = 1_700_000_000.0
GMT = "Tue, 14 Nov 2023 22:13:25 GMT"


# The headers of a 429; what it asks for in seconds, and what is waited.
@pytest.mark.parametrize(
    ("headers", "asked", "waited"),
    [
        ({}, None, 0.5),
        ({"retry-after": "3"}, 3.0, 3.0),
        ({"Retry-After": "3"}, 3.0, 3.0),
        ({"retry-after": " 3 "}, 3.0, 3.0),
        ({"retry-after": "0"}, 0.0, 0.0),
        ({"retry-after": "1.5"}, 1.5, 1.5),
        ({"retry-after": "60"}, 60.0, 60.0),
        ({"retry-after": "61"}, 61.0, None),
        ({"retry-after": "86400"}, 86400.0, None),
        ({"retry-after": "999999999"}, 999999999.0, None),
        ({"retry-after": "9" * 5000}, None, 0.5),
        ({"retry-after": "-5"}, None, 0.5),
        ({"retry-after": "soon"}, None, 0.5),
        ({"retry-after": "nan"}, None, 0.5),
        ({"retry-after": "inf"}, None, 0.5),
        ({"retry-after": "1e9"}, None, 0.5),
        ({"retry-after": "٣"}, None, 0.5),
        ({"retry-after": ""}, None, 0.5),
        ({"retry-after": GMT}, 5.0, 5.0),
        ({"retry-after": "Tue Nov 14 22:13:25 2023"}, 5.0, 5.0),
        ({"retry-after": "Tuesday, 14-Nov-23 22:13:25 GMT"}, 5.0, 5.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:15 GMT"}, 0.0, 0.0),
        ({"retry-after": "Tue, 14 Nov 1923 22:13:15 GMT"}, 0.0, 0.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:23:20 GMT"}, 600.0, None),
        ({"retry-after": "Sat, 25 Nov 2023 22:13:20 GMT"}, 11 * 86400.0, None),
        ({"retry-after": "Tue, 14 Nov 9999 22:13:20 GMT"}, 251698233600.0, None),
        ({"retry-after": "Tue, 99 Nov 2023 22:13:25 GMT"}, None, 0.5),
        ({"retry-after": "Tue, 14 Nov 99999999999999999999 22:13:25 GMT"}, None, 0.5),
        ({"retry-after": ["1", "5"]}, 5.0, 5.0),
        ({"retry-after": ["5", "1"]}, 5.0, 5.0),
        ({"Retry-After": "1", "retry-after": "70"}, 70.0, None),
        ({"retry-after": ["2", GMT]}, 5.0, 5.0),
        ({"retry-after": ["soon", "2"]}, 2.0, 2.0),
        ({"retry-after": "1, 5"}, 5.0, 5.0),
        ({"retry-after-ms": "1500"}, 1.5, 1.5),
        ({"retry-after-ms": "1500", "retry-after": "1"}, 1.5, 1.5),
        ({"retry-after-ms": "1500", "retry-after": "2"}, 2.0, 2.0),
        ({"x-ms-retry-after-ms": "250"}, 0.25, 0.25),
        ({"retry-after-ms": "-1"}, None, 0.5),
        ({"x-ratelimit-reset": "1700000004"}, 4.0, 4.5),
        ({"x-ratelimit-reset": "1699999999"}, None, 0.5),
        ({"x-ratelimit-reset": "1700003600"}, 3600.0, None),
        ({"x-ratelimit-reset": "1700950400"}, 11 * 86400.0, None),
        ({"x-ratelimit-reset": "1700000004000"}, None, 0.5),
        ({"x-ratelimit-reset": "later"}, None, 0.5),
        ({"x-ratelimit-reset": "1700000004", "x-ratelimit-remaining": "0"}, 4.0, 4.5),
        ({"x-ratelimit-reset": "1700000004", "x-ratelimit-remaining": "9"}, None, 0.5),
        ({"retry-after": "2", "x-ratelimit-reset": "1700000009"}, 9.0, 9.5),
        ({"retry-after": "20", "x-ratelimit-reset": "1700000009"}, 20.0, 20.0),
        ({"retry-after": "soon", "x-ratelimit-reset": "1700000009"}, 9.0, 9.5),
    ],
)
def test_pauses(
    headers: dict[str, str | list[str]], asked: float | None, waited: float | None
) -> None:
    found = pairs(headers)
    assert retry_after(429, found, lambda: NOW) == asked
    assert retry_delay(429, found, 0, lambda: 1.0, lambda: NOW) == waited


def pairs(headers: dict[str, str | list[str]]) -> list[tuple[bytes, bytes]]:
    return [
        (name.encode(), value.encode())
        for name, values in headers.items()
        for value in ([values] if isinstance(values, str) else values)
    ]


# Servers name the end of the period in answers of any kind.
@pytest.mark.parametrize(
    ("status", "remaining", "want"),
    [
        (404, None, None),
        (404, "12", None),
        (500, None, None),
        (503, None, 4.0),
        (503, "12", None),
        (403, "0", 4.0),
        (403, "12", None),
        (429, None, 4.0),
    ],
)
def test_a_reset_counts_where_nothing_is_left(
    status: int, remaining: str | None, want: float | None
) -> None:
    found = [(b"X-RateLimit-Reset", b"1700000004")]
    if remaining is not None:
        found.append((b"X-RateLimit-Remaining", remaining.encode()))
    assert retry_after(status, found, lambda: NOW) == want


@pytest.mark.parametrize(
    ("fault", "want"),
    [
        (reply(429, headers={"Retry-After": "3600"}), 3600.0),
        (reply(503, headers={"Retry-After": "Sat, 25 Nov 2023 22:13:20 GMT"}), 950400),
        (reply(404, headers={"Retry-After": "2"}), 2.0),
        (reply(429, headers={"Retry-After": "0"}), 0.0),
        (reply(200, "{", headers={"Retry-After": "7"}), 7.0),
        (reply(429), None),
    ],
)
def test_errors_say_when_to_come_back(
    connect: Connect, server: FaultServer, fault: Step, want: float | None
) -> None:
    server.default = fault
    with pytest.raises(ResponseError) as caught:
        connect(time=FakeTime()).send()
    assert caught.value.retry_after == want
    assert want is None or isinstance(caught.value.retry_after, float)
    assert pickle.loads(pickle.dumps(caught.value)).retry_after == want


def test_dates_are_in_gmt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    found = [(b"Retry-After", b"Tue Nov 14 22:13:25 2023")]
    assert retry_after(429, found, lambda: NOW) == 5.0
