"""Where a document says that its operations are served."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.judge.source.original import Original
from tests.judge.wire.request.server_locations import Locations

HOST = "https://judge.example"
OWN = f"{HOST}/own"


def located(tmp_path: Path, root: Any, operation: Any, base_url: str) -> list[str]:
    place = tmp_path / "a.json"
    version = {} if "swagger" in root else {"openapi": "3.1.0"}
    paths = {"/a": {"get": {"responses": {}, **operation}}}
    place.write_text(json.dumps({**version, **root, "paths": paths}), "utf-8")
    original = Original(place)
    [(_, _, item, found)] = original.operations()
    return list(Locations(original).expected(item, found, base_url))


def servers(*urls: str, **variables: Any) -> Any:
    listed = [{"url": url, "variables": variables} for url in urls]
    return {"servers": listed}


@pytest.mark.parametrize(
    ("root", "operation", "base_url", "want"),
    [
        (servers("https://A.example/v1/"), {}, "", ["https://a.example/v1"]),
        (servers("https://a.example:443"), {}, "", ["https://a.example"]),
        (servers("//a.example/x"), {}, "", ["https://a.example/x"]),
        (servers("{at}/x", at={"default": "http://a"}), {}, "", ["http://a/x"]),
        (servers("ws://a.example", "https://b.example"), {}, "", ["https://b.example"]),
        (servers("/v1", "https://b.example"), {}, "", ["https://b.example"]),
        (servers("https://a.example"), {}, HOST, [HOST]),
        (servers("https://a.example"), {}, OWN, [OWN]),
        (servers("a.example/v1"), {}, "", ["https://a.example/v1"]),
        (servers("localhost:8080"), {}, "", ["http://localhost:8080"]),
        (servers("/a.example"), {}, HOST, [f"{HOST}/a.example"]),
        (servers("/api/v1/"), {}, "", []),
        (servers("/api/v1/"), {}, HOST, [f"{HOST}/api/v1"]),
        (servers("api"), {}, HOST, [f"{HOST}/api"]),
        (servers("/api/v1"), {}, OWN, [OWN]),
        (servers("/"), {}, HOST, [HOST]),
        ({}, {}, HOST, [HOST]),
        (
            servers("https://a.example"),
            servers("https://b.example"),
            "",
            ["https://b.example"],
        ),
        (servers("https://a.example"), servers("https://b.example"), HOST, [HOST]),
        (servers("https://a.example/v1"), servers("/v2"), "", ["https://a.example/v2"]),
        (servers("/v1"), servers("https://b.example"), HOST, ["https://b.example"]),
        (servers("https://a.example"), servers("https://"), "", []),
        (servers("https://a.example"), servers("https://"), HOST, [HOST]),
        (
            servers("https://a.example"),
            servers("https://{b}", b={"default": "{own}"}),
            "",
            [],
        ),
        (servers("https://a.example"), servers("https://{b}"), HOST, [HOST]),
        (
            servers("https://a.example"),
            servers("https://{b}", "https://c.example"),
            "",
            ["https://c.example"],
        ),
        (
            {"swagger": "2.0", "host": "a.example", "basePath": "/v1/"},
            {},
            "",
            ["https://a.example/v1"],
        ),
        (
            {"swagger": "2.0", "host": "a.example", "schemes": ["http"]},
            {},
            "",
            ["http://a.example"],
        ),
        (
            {"swagger": "2.0", "host": "a.example", "schemes": ["http", "https"]},
            {},
            "",
            ["https://a.example"],
        ),
        ({"swagger": "2.0", "basePath": "/v1"}, {}, HOST, [f"{HOST}/v1"]),
    ],
)
def test_where_an_operation_is(
    root: Any, operation: Any, base_url: str, want: list[str], tmp_path: Path
) -> None:
    assert located(tmp_path, root, operation, base_url) == want
