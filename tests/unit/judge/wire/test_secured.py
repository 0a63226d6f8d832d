"""Which operations show a credential out of the environment, and what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.judge.source.original import Original
from tests.judge.wire.client.environment_credentials import Secured
from tests.judge.wire.loopback import Received

SCHEMES = {
    "key": {"type": "apiKey", "in": "query", "name": "k"},
    "token": {"type": "http", "scheme": "Bearer"},
    "user": {"type": "http", "scheme": "basic"},
}
VARIABLES = {"key": "API_KEY", "token": "API_TOKEN", "user": "USER"}


def secured(folder: Path, needed: Any, **root: Any) -> Secured:
    operation = {"responses": {}} | ({} if needed is None else {"security": needed})
    document = {
        "openapi": "3.1.0",
        "paths": {"/a": {"get": operation}},
        "components": {"securitySchemes": SCHEMES},
        **root,
    }
    path = folder / "a.json"
    path.write_text(json.dumps(document), "utf-8")
    return Secured(Original(path), VARIABLES)


@pytest.mark.parametrize(
    ("security", "root", "want"),
    [
        ([{"key": []}], {}, "key"),
        ([{"token": []}], {}, "token"),
        (None, {"security": [{"token": []}]}, "token"),
        ([{"user": []}], {}, ""),
        ([{"key": [], "token": []}], {}, ""),
        ([{"key": []}, {"token": []}], {}, ""),
        ([], {"security": [{"token": []}]}, ""),
        (None, {}, ""),
    ],
)
def test_one_scheme_alone(
    security: Any, root: dict[str, Any], want: str, tmp_path: Path
) -> None:
    found = secured(tmp_path, security, **root)
    assert found.take("GET", "/a") == want
    assert not found.take("GET", "/a")
    assert not found.take("GET", "/b")


def test_the_credential_has_to_be_there(tmp_path: Path) -> None:
    found = secured(tmp_path, [{"key": []}])
    assert set(found.environment) == set(VARIABLES.values())
    secret = found.environment["API_KEY"]
    for target, headers, is_good in (
        (f"/a?k={secret}", (), True),
        ("/a", (("authorization", f"Bearer {secret}"),), True),
        ("/a?k=x", (("authorization", "Bearer x"),), False),
    ):
        received = Received(method="GET", target=target, headers=headers, body=b"")
        assert (not found.fault("key", received)) is is_good
