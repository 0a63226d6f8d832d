"""`create_autospec` knows the resources of a client, and the signatures of their methods."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import create_autospec, seal

import pytest
from intercom_sdk import AsyncIntercom, Intercom, models
from intercom_sdk.resources import notes

SDK = Path(__file__).parents[2] / "generated" / "intercom" / "python"
NOTE = models.Note(type="note", id="1", created_at=1, body="b")


@pytest.mark.parametrize("instance", [True, False])
@pytest.mark.parametrize("spec_set", [True, False])
def test_methods_have_their_signatures(instance: bool, spec_set: bool) -> None:
    client = create_autospec(Intercom, spec_set=spec_set, instance=instance)
    assert isinstance(client.notes, notes.Notes) or not instance
    client.notes.retrieve.return_value = NOTE
    assert client.notes.retrieve("1") is NOTE
    client.notes.create("1", body="b")
    client.notes.create.assert_called_once_with("1", body="b")
    for wrong in (
        client.notes.retrieve,
        lambda: client.notes.retrieve("1", "2"),
        lambda: client.notes.create("1"),
        lambda: client.notes.create("1", text="b"),
    ):
        with pytest.raises(TypeError):
            wrong()
    for missing in (
        lambda: client.note,
        lambda: client.notes.remove,
        lambda: client.external_pages.mirror_all,
    ):
        with pytest.raises(AttributeError):
            missing()


def test_methods_are_awaited() -> None:
    client = create_autospec(AsyncIntercom, instance=True)
    client.notes.retrieve.return_value = NOTE

    async def main() -> Any:
        with pytest.raises(TypeError):
            await client.notes.retrieve()
        return await client.notes.retrieve("1")

    assert asyncio.run(main()) is NOTE
    client.notes.retrieve.assert_awaited_once_with("1")


def test_a_client_that_is_made_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    made = create_autospec(Intercom)
    client = made("token", timeout=5)
    client.notes.retrieve.return_value = NOTE
    seal(made)
    assert client.notes.retrieve("1") is NOTE
    with pytest.raises(TypeError):
        made("token", retries=5)
    with pytest.raises(TypeError):
        client.notes.retrieve()


def test_a_client_has_its_resources_as_before() -> None:
    client = Intercom("t")
    assert type(client.notes) is notes.Notes
    assert client.notes is client.notes
    assert client.__dict__["notes"] is client.notes
    copy = client.with_options(timeout=5)
    assert "notes" not in copy.__dict__
    seen: Any = Intercom.notes
    assert seen is notes.Notes


def test_no_resource_is_loaded_before_it_is_used() -> None:
    code = (
        "import sys, intercom_sdk\nclient = intercom_sdk.Intercom('t')\n"
        "client.with_options(timeout=3)\n"
        "print([n for n in sys.modules if n.startswith('intercom_sdk.resources.')])"
    )
    environment = {**os.environ, "PYTHONPATH": str(SDK)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment
    )
    assert done.stdout == "[]\n"
