"""Named servers."""

from __future__ import annotations

import pytest
from sdk_runtime.errors import ArgumentError
from sdk_runtime.transport.urls import choose_server, fill_server

SERVERS = {"us": "https://api.example.com", "eu": "https://api.eu.example.com"}


def test_a_name_picks_its_server() -> None:
    assert choose_server(SERVERS, "eu", "region") == "https://api.eu.example.com"


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ArgumentError, match=r"region is 'mars'.*'us', 'eu'"):
        choose_server(SERVERS, "mars", "region")


@pytest.mark.parametrize(
    ("url", "variables", "want"),
    [
        ("https://{a}.example/{b}", {"a": "eu", "b": "v1"}, "https://eu.example/v1"),
        ("https://h.example:{port}", {"port": 8443}, "https://h.example:8443"),
        ("{root}/v1", {"root": "http://localhost:5055"}, "http://localhost:5055/v1"),
        ("{root}/v1", {"root": "https://h.example/"}, "https://h.example/v1"),
        ("{root}/v1", {"root": "//h.example"}, "https://h.example/v1"),
        ("//{host}/v1", {"host": "h.example"}, "https://h.example/v1"),
        ("/{path}", {"path": "api/v1"}, "/api/v1"),
        ("https://{host}/v1", {"host": "http://localhost:1"}, "http://localhost:1/v1"),
        ("https://{host}/v1", {"host": "https://h.example/"}, "https://h.example/v1"),
    ],
)
def test_variables_are_filled_in(
    url: str, variables: dict[str, object], want: str
) -> None:
    assert fill_server(url, variables) == want
