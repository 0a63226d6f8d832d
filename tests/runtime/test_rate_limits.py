"""What responses and errors say of a rate limit."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from driver import Driver, FakeTime, method
from fault_server import FaultServer, does, reply
from sdk_runtime.call.endpoint import paginate, request
from sdk_runtime.call.raw import raw, stream
from sdk_runtime.errors import APIConnectionError, RateLimitError, ResponseError
from sdk_runtime.response.response import Headers, RateLimit, rate_limit_of

Connect = Callable[..., Driver]
NOW = 1_700_000_000.0
SOON = datetime.fromtimestamp(NOW + 30, UTC)
HALF = timedelta(seconds=0.5)
GMT = "Tue, 14 Nov 2023 22:13:50 GMT"


def said(*triple: Any) -> RateLimit:
    limit, remaining, reset = triple
    return RateLimit(limit=limit, remaining=remaining, reset=reset)


@pytest.mark.parametrize(
    ("headers", "want"),
    [
        ({}, None),
        ({"Content-Type": "a/b", "Retry-After": "3"}, None),
        (
            {"X-RateLimit-Limit": "10000", "X-RateLimit-Remaining": "9999"}
            | {"X-RateLimit-Reset": "1700000030"},
            said(10000, 9999, SOON),
        ),
        (
            {"x-rate-limit-limit": "5", "x-rate-limit-remaining": "0"}
            | {"x-rate-limit-reset": "30"},
            said(5, 0, SOON),
        ),
        (
            {"RateLimit-Limit": "100, 100;w=60", "RateLimit-Remaining": "50"}
            | {"RateLimit-Reset": "30"},
            said(100, 50, SOON),
        ),
        ({"X-RateLimit-Remaining": "7"}, said(None, 7, None)),
        ({"X-Rate-Limit": "700", "X-Rate-Limit-Remaining": "9"}, said(700, 9, None)),
        ({"X-RateLimit-Limit": "10;window=1"}, said(10, None, None)),
        ({"X-RateLimit-Limit": "1,000"}, said(1000, None, None)),
        ({"X-RateLimit-Limit": "100,100;w=60"}, said(100, None, None)),
        ({"X-RateLimit-Limit": "1,00"}, said(1, None, None)),
        (
            {"X-HubSpot-RateLimit-Max": "100", "X-HubSpot-RateLimit-Remaining": "9"}
            | {"X-HubSpot-RateLimit-Daily": "250,000"},
            said(100, 9, None),
        ),
        # What stands in the header of the current draft, and of the one before.
        (
            {"RateLimit": '"default";r=50;t=30'}
            | {"RateLimit-Policy": '"default";q=100;w=60'},
            said(100, 50, SOON),
        ),
        (
            {"RateLimit": '"day";r=500;t=9000, "mi,;nute";r=3;t=30'}
            | {"RateLimit-Policy": '"day";q=1000;w=86400,"mi,;nute";q=10;w=60'},
            said(10, 3, SOON),
        ),
        ({"RateLimit": "default;r=50"}, said(None, 50, None)),
        ({"RateLimit": "limit=100, remaining=50, reset=30"}, said(100, 50, SOON)),
        ({"RateLimit-Policy": '"default";q=100;w=60'}, said(100, None, None)),
        # With a vendor's word, or what is counted.
        (
            {"x-ratelimit-limit-requests": "60", "x-ratelimit-limit-tokens": "150000"}
            | {
                "x-ratelimit-remaining-tokens": "9",
                "x-ratelimit-reset-requests": "30s",
            },
            said(60, None, SOON),
        ),
        (
            {"acme-ratelimit-requests-limit": "50"}
            | {"acme-ratelimit-requests-reset": "2023-11-14T22:13:50Z"},
            said(50, None, SOON),
        ),
        ({"X-RateLimit-Reset-After": "30.0"}, said(None, None, SOON)),
        ({"X-RateLimit-Reset-Ms": "30000"}, said(None, None, SOON)),
        ({"X-RateLimit-Reset-Ms": "1700000030000"}, said(None, None, SOON)),
        ({"X-RateLimit-Reset": "1700000030000"}, said(None, None, SOON)),
        ({"X-RateLimit-Reset": "1700000030.5"}, said(None, None, SOON + HALF)),
        ({"X-RateLimit-Reset": GMT}, said(None, None, SOON)),
        ({"X-RateLimit-Reset": "2023-11-14T23:13:50+01:00"}, said(None, None, SOON)),
        ({"X-RateLimit-Reset": "2023-11-14 22:13:50"}, said(None, None, SOON)),
        ({"X-RateLimit-Reset": "30000ms"}, said(None, None, SOON)),
        ({"X-RateLimit-Reset": "0m30s"}, said(None, None, SOON)),
        ({"X-RateLimit-Reset": "0"}, said(None, None, SOON - timedelta(seconds=30))),
        # Nonsense.
        ({"X-RateLimit-Limit": "many"}, None),
        ({"X-RateLimit-Limit": "-1", "X-RateLimit-Remaining": "1e3"}, None),
        ({"X-RateLimit-Limit": "12.5", "X-RateLimit-Remaining": ""}, None),
        ({"X-RateLimit-Limit": "٣"}, None),
        ({"X-RateLimit-Limit": "9" * 400}, None),
        ({"X-RateLimit-Reset": "9" * 400}, None),
        ({"X-RateLimit-Reset": "nan"}, None),
        ({"X-RateLimit-Reset": "-5"}, None),
        ({"X-RateLimit-Reset": "soon"}, None),
        ({"X-RateLimit-Reset": ""}, None),
        ({"X-RateLimit-Reset": "0000-00-00"}, None),
        ({"X-RateLimit-Reset": "Tue, 99 Nov 2023 22:13:25 GMT"}, None),
        ({"X-RateLimit-Reset": "9999999999999999"}, None),
        ({"RateLimit": ""}, None),
        ({"RateLimit": '"default'}, None),
        ({"RateLimit": '"default";r=x;t=-1'}, None),
        ({"RateLimit-Used": "5"}, None),
        ({"X-RateLimit-Limit": "x", "RateLimit-Limit": "5"}, said(5, None, None)),
    ],
)
def test_what_headers_say(headers: dict[str, str], want: RateLimit | None) -> None:
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    assert rate_limit_of(Headers(pairs), NOW) == want


LIMITED = {"X-RateLimit-Limit": "9", "X-RateLimit-Remaining": "0"} | {
    "X-RateLimit-Reset": "30"
}
WANT = said(9, 0, SOON)


def test_everything_that_came_has_it(connect: Connect, server: FaultServer) -> None:
    driver = connect(time=FakeTime())
    server.default = reply(200, '{"data": [1]}', LIMITED)
    client: Any = driver.client
    call: Any = request
    lists: Any = paginate(client, "GET", "/x", items="data", next="next")
    pages = driver.collect(lists.pages())
    found = [
        driver.wait(raw(call, client, "GET", "/x")),
        driver.wait(stream(call, client, "GET", "/x")),
        *pages,
    ]
    assert [one.rate_limit for one in found] == [WANT] * 3
    driver.collect(found[1])
    server.default = reply(200)
    assert driver.respond().rate_limit is None


def test_errors_have_it(connect: Connect, server: FaultServer) -> None:
    driver = connect(time=FakeTime(), max_retries=0)
    server.default = reply(429, "{}", LIMITED)
    with pytest.raises(RateLimitError) as caught:
        driver.send()
    assert caught.value.rate_limit == WANT
    assert pickle.loads(pickle.dumps(caught.value)).rate_limit == WANT
    server.default = reply(404)
    with pytest.raises(ResponseError) as other:
        driver.send(method("POST"))
    assert other.value.rate_limit is None
    server.default = does(lambda connection: None)
    with pytest.raises(APIConnectionError) as lost:
        driver.send()
    assert lost.value.rate_limit is None
