"""What a program makes of the requests that a server sends to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest


def test_payloads(generated: Callable[..., Any]) -> None:
    sdk, _ = generated("clients/webhooks", lambda _: httpx2.Response(204))
    models, parse = sdk.models, sdk.parse
    assert parse(models.Pet, b'{"name":"a"}').name == "a"
    assert parse(models.PetsMovedPayload, '[{"name":"b"}]')[0].name == "b"
    assert parse(models.JobDonePayload, b'[{"id":1}]')[0].id == 1
    changed = models.PetChangedPayload
    assert parse(changed, b'{"name":"c"}').name == "c"
    assert parse(changed, b'{"old":"d"}').old == "d"
    readme = Path(sdk.__file__).parents[1] / "README.md"
    assert "event = parse(models.Pet, body)" in readme.read_text()


def test_payloads_that_depart(generated: Callable[..., Any]) -> None:
    sdk, _ = generated("clients/webhooks", lambda _: httpx2.Response(204))
    found: list[Any] = []
    assert sdk.parse(sdk.models.Job, b'{"id":"x"}', on_drift=found.append).id == "x"
    assert [drift.where for drift in found] == ["Job"]
    with pytest.raises(sdk.errors.DriftError):
        sdk.parse(sdk.models.Job, b'{"id":"x"}', strict=True)
    with pytest.raises(sdk.errors.APIResponseError):
        sdk.parse(sdk.models.Job, b"id=1")
