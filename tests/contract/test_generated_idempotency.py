"""Keys by which a repeated request is known: who gets one, and what is retried with it."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from recording_server import Answer, Recorded, recording

from tests.contract.conftest import CASES, Made

CASE = CASES / "clients" / "idempotency" / "spec.yaml"
KEY = "idempotency-key"


@pytest.fixture(scope="module")
def pay(package_of: Callable[[Any], Made]) -> Made:
    return package_of(yaml.safe_load(CASE.read_text("utf-8")))


# A call, the header that its key is in, and the key: "" for a new one, None for none.
CALLS: list[tuple[Callable[[Any, Any], Any], str, str | None]] = [
    (lambda c, o: c.payments.create(amount=1), KEY, ""),
    (
        lambda c, o: c.payments.create(amount=1, options=o(idempotency_key=True)),
        KEY,
        "",
    ),
    (lambda c, o: c.payments.create(options=o(idempotency_key="k 1")), KEY, "k 1"),
    (lambda c, o: c.payments.create(options=o(headers={KEY: "h"})), KEY, "h"),
    (lambda c, o: c.payments.create(options=o(idempotency_key=False)), KEY, None),
    (lambda c, o: c.payments.capture("1"), "x-request-key", ""),
    (lambda c, o: c.payments.capture("1", x_request_key="k"), "x-request-key", "k"),
    (lambda c, o: c.refunds.create(), "x-idempotency-key", None),
    (lambda c, o: c.refunds.create(x_idempotency_key="k"), "x-idempotency-key", "k"),
    (
        lambda c, o: c.refunds.create(options=o(idempotency_key=True)),
        "x-idempotency-key",
        "",
    ),
    (
        lambda c, o: c.refunds.create(
            x_idempotency_key="k", options=o(idempotency_key="o")
        ),
        "x-idempotency-key",
        "o",
    ),
    (lambda c, o: c.notes.create(), KEY, None),
    (lambda c, o: c.notes.create(options=o(idempotency_key=True)), KEY, ""),
    (lambda c, o: c.notes.create(options=o(idempotency_key="k")), KEY, "k"),
]


def attempts(pay: Made, kind: str, call: Callable[[Any, Any], Any]) -> list[Recorded]:
    """The requests of one call, whose first attempt fails."""

    def answer(request: Recorded) -> Answer:
        return Answer({"amount": 1}, 500 if len(server.requests) == 1 else 200)

    options = pay.module.RequestOptions
    with recording(answer) as server:
        client = pay.clients[kind == "async"](base_url=server.url)
        try:
            if kind == "async":
                asyncio.run(awaited(client, call, options))
            else:
                with client:
                    call(client, options)
        except pay.module.ServerError:
            assert len(server.requests) == 1
        return server.requests


async def awaited(client: Any, call: Callable[[Any, Any], Any], options: Any) -> None:
    async with client:
        await call(client, options)


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(("call", "header", "key"), CALLS)
def test_a_call_with_a_key_is_retried_with_the_same_one(
    pay: Made, kind: str, call: Callable[[Any, Any], Any], header: str, key: str | None
) -> None:
    requests = attempts(pay, kind, call)
    found = [request.headers.get(header) for request in requests]
    if key is None:
        assert found == [None]
        return
    assert len(found) == 2
    assert found[0] == found[1]
    if key:
        assert found[0] == key
    else:
        assert uuid.UUID(found[0]).version == 4
        again = attempts(pay, kind, call)[0].headers[header]
        assert again != found[0]


def test_the_documentation_says_which_methods_send_one(pay: Made) -> None:
    said = "Each call sends a key of its own as `Idempotency-Key`."
    folder = f"{pay.module.__name__}/resources"
    assert said in pay.read(f"{folder}/payments.py")
    assert "Each call" not in pay.read(f"{folder}/refunds.py")
