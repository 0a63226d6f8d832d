"""Keys of responses, and the statuses that answers under them come with."""

from __future__ import annotations

import pytest

from tests.judge.packages.inventory import invented, missing
from tests.judge.source.status_keys import as_key, has_body, statuses_of


@pytest.mark.parametrize(
    ("written", "want"),
    [
        ("200", "200"),
        ("4xx", "4XX"),
        ("4XX", "4XX"),
        ("40X", "4XX"),
        (" 404 ", "404"),
        ("Default", "default"),
        ("600", ""),
        ("OK", ""),
        ("20", ""),
    ],
)
def test_keys(written: str, want: str) -> None:
    assert as_key(written) == want


@pytest.mark.parametrize(
    ("key", "keys", "want"),
    [
        ("404", {"404"}, [404]),
        ("4XX", {"4XX"}, [400]),
        ("4XX", {"4XX", "400"}, [418]),
        ("default", {"default", "200"}, [500, 400]),
        ("default", {"default", "200", "5XX"}, [400]),
        ("default", {"default", "404"}, [200, 500, 400]),
        ("2XX", {"2XX", "200"}, [299]),
    ],
)
def test_statuses(key: str, keys: set[str], want: list[int]) -> None:
    assert list(statuses_of(key, keys)) == want


@pytest.mark.parametrize(
    ("method", "status", "want"),
    [
        ("GET", 200, True),
        ("HEAD", 200, False),
        ("GET", 204, False),
        ("GET", 100, False),
    ],
)
def test_bodies(method: str, status: int, want: bool) -> None:
    assert has_body(method, status) is want


A, B = ("GET", "/a"), ("PUT", "/b")


@pytest.mark.parametrize(
    ("declared", "made", "refused", "lacking", "more"),
    [
        ([A, B], {A, B}, 0, [], []),
        ([A, B], {A}, 1, [], []),
        ([A, B], {A}, 0, ["PUT /b"], []),
        ([A, B], {A, ("POST", "/b")}, 0, ["PUT /b"], ["POST /b"]),
        ([A, B], {("GET", "/")}, 1, ["GET /a", "PUT /b"], ["GET /"]),
    ],
)
def test_operations(
    declared: list[tuple[str, str]],
    made: set[tuple[str, str]],
    refused: int,
    lacking: list[str],
    more: list[str],
) -> None:
    found = missing(declared, made, refused)
    assert [each.partition(":")[0] for each in found] == lacking
    assert [each.partition(":")[0] for each in invented(declared, made)] == more
