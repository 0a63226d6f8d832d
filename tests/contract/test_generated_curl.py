"""The commands that errors print of requests: without what the document declares as secret."""

from __future__ import annotations

import asyncio
import shlex
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from recording_server import Answer, recording

from tests.contract.conftest import CASES, Made

CASE = CASES / "clients" / "passwords" / "spec.yaml"

ENTRY = {
    "name": "n",
    "magic": "m1",
    "written": "w1",
    "count": 5,
    "keys": [{"teeth": "t1", "next": {"teeth": "t2"}}],
}
SHOWN = (
    '{"name":"n","magic":"[secret]","written":"[secret]","count":5,'
    '"keys":[{"teeth":"[secret]","next":{"teeth":"[secret]"}}]}'
)
CALLS: list[tuple[Callable[[Any], Any], list[str]]] = [
    (
        lambda c: c.doors.open(phrase="p1", x_word="x1", **ENTRY),
        ["/doors?phrase=[secret]", "X-Word: [secret]", SHOWN],
    ),
    (
        lambda c: c.forms.send(hush="h1", name="n"),
        ["/forms", "hush=[secret]&name=n"],
    ),
    (lambda c: c.forms.open_plain(name="n"), ["/open", '{"name":"n"}']),
]


@pytest.fixture(scope="module")
def doors(package_of: Callable[[Any], Made]) -> Made:
    return package_of(yaml.safe_load(CASE.read_text("utf-8")))


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(("call", "shown"), CALLS)
def test_what_the_command_shows(
    doors: Made, kind: str, call: Callable[[Any], Any], shown: list[str]
) -> None:
    with recording(lambda request: Answer(None, 404)) as server:
        client = doors.clients[kind == "async"](base_url=server.url)
        with pytest.raises(doors.module.NotFoundError) as caught:
            asyncio.run(call(client)) if kind == "async" else call(client)
        words = shlex.split(caught.value.curl())
        assert f"{server.url}{shown[0]}" in words
        assert {*shown[1:]} <= {*words}
