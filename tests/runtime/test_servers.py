"""Named servers."""

from __future__ import annotations

import pytest
from sdk_runtime.errors import ArgumentError
from sdk_runtime.servers import choose_server

SERVERS = {"us": "https://api.example.com", "eu": "https://api.eu.example.com"}


def test_a_name_picks_its_server() -> None:
    assert choose_server(SERVERS, "eu", "region") == "https://api.eu.example.com"


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ArgumentError, match=r"region is 'mars'.*'us', 'eu'"):
        choose_server(SERVERS, "mars", "region")
