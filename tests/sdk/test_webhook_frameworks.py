"""The README's receivers of webhooks, in FastAPI, Flask and Django as they are installed."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import django
import markdown
import pytest
import snippets
import yaml
from django.conf import settings
from django.test import RequestFactory
from intercom_sdk import errors, models, parse_event, to_dict, verify

ROOT = Path(__file__).parents[2]
README = ROOT / "generated" / "intercom" / "python" / "README.md"
WEBHOOKS = ROOT / "spec" / "intercom" / "webhooks.yaml"
SECRET = "a-client-secret"
EXAMPLE: dict[str, Any] = yaml.safe_load(WEBHOOKS.read_text("utf-8"))["webhooks"][
    "notification"
]["post"]["requestBody"]["content"]["application/json"]["example"]


def body_of(**changes: Any) -> bytes:
    """The example with other members, written as no library of ours writes JSON."""
    return json.dumps({**EXAMPLE, **changes}, indent=1, ensure_ascii=False).encode()


def signature(body: bytes, secret: str = SECRET) -> str:
    return f"sha1={hmac.new(secret.encode(), body, hashlib.sha1).hexdigest()}"


class Sent(NamedTuple):
    """A request to a receiver: its body, its signatures, and the statuses that answer it."""

    body: bytes
    signatures: tuple[str, ...]
    statuses: frozenset[int]


TAKEN, REFUSED = frozenset({200, 204}), frozenset({400, 401})
GOOD, NEW = body_of(), body_of(topic="galaxy.created", data={"item": {"type": "star"}})
REQUESTS = {
    "good": Sent(GOOD, (signature(GOOD),), TAKEN),
    "unknown topic": Sent(NEW, (signature(NEW),), TAKEN),
    "upper case": Sent(GOOD, (f"sha1={signature(GOOD)[5:].upper()}",), TAKEN),
    "another secret": Sent(GOOD, (signature(GOOD, "other"),), REFUSED),
    "another body": Sent(GOOD + b" ", (signature(GOOD),), REFUSED),
    "written again": Sent(json.dumps(EXAMPLE).encode(), (signature(GOOD),), REFUSED),
    "none": Sent(GOOD, (), REFUSED),
    "two": Sent(GOOD, (signature(GOOD), signature(GOOD)), REFUSED),
    "malformed": Sent(GOOD, ("sha1",), REFUSED),
}


def receiver(framework: str) -> dict[str, Any]:
    """What the README's snippet for a framework defines."""
    (snippet,) = (
        block
        for block in markdown.blocks(README, "python")
        if f"from {framework}" in block and "parse_event" in block
    )
    namespace: dict[str, Any] = {}
    snippets.run(snippet, namespace)
    return namespace


def fastapi() -> Callable[[Sent], int]:
    app = receiver("fastapi")["app"]

    async def call(sent: Sent) -> int:
        headers = [(b"x-hub-signature", each.encode()) for each in sent.signatures]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "POST",
            "scheme": "http",
            "path": "/webhooks",
            "raw_path": b"/webhooks",
            "query_string": b"",
            "headers": [(b"content-type", b"application/json"), *headers],
        }
        half = len(sent.body) // 2
        parts = iter([(sent.body[:half], True), (sent.body[half:], False)])
        statuses: list[int] = []

        async def receive() -> dict[str, Any]:
            part, more = next(parts)
            return {"type": "http.request", "body": part, "more_body": more}

        async def send(message: dict[str, Any]) -> None:
            statuses.extend([message["status"]] if "status" in message else [])

        await app(scope, receive, send)
        return statuses[0]

    return lambda sent: asyncio.run(call(sent))


def flask() -> Callable[[Sent], int]:
    client = receiver("flask")["app"].test_client()

    def call(sent: Sent) -> int:
        headers = [("X-Hub-Signature", each) for each in sent.signatures]
        return client.post("/webhooks", data=sent.body, headers=headers).status_code

    return call


def django_() -> Callable[[Sent], int]:
    if not settings.configured:
        settings.configure(ALLOWED_HOSTS=["testserver"])
        django.setup()
    receive = receiver("django")["receive"]

    def call(sent: Sent) -> int:
        # As WSGI's servers have it, headers of one name are one.
        headers = {"HTTP_X_HUB_SIGNATURE": ",".join(sent.signatures)}
        request = RequestFactory().post(
            "/webhooks",
            data=sent.body,
            content_type="application/json",
            **(headers if sent.signatures else {}),
        )
        return receive(request).status_code

    return call


FRAMEWORKS = {"fastapi": fastapi, "flask": flask, "django": django_}


@pytest.fixture(scope="module", params=FRAMEWORKS)
def call(request: pytest.FixtureRequest) -> Iterator[Callable[[Sent], int]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INTERCOM_WEBHOOK_SECRET", SECRET)
        yield FRAMEWORKS[request.param]()


@pytest.mark.parametrize("sent", REQUESTS.values(), ids=REQUESTS)
def test_a_receiver(call: Callable[[Sent], int], sent: Sent) -> None:
    assert call(sent) in sent.statuses


def test_the_environment_of_wsgi_is_taken_as_headers() -> None:
    meta = RequestFactory().post("/", HTTP_X_HUB_SIGNATURE=signature(GOOD)).META
    verify(GOOD, meta, SECRET)


def test_the_example_is_an_event() -> None:
    headers = {"X-Hub-Signature": signature(GOOD)}
    event = parse_event(GOOD, headers, SECRET, strict=True)
    assert isinstance(event, models.NotificationEvent)
    assert isinstance(event.data.item, models.NotifiedContact)
    assert (event.topic, event.self) == ("contact.user.created", None)
    assert event.data.item.email == "grace@example.com"
    assert to_dict(event) == {
        key: value for key, value in EXAMPLE.items() if value is not None
    }


ITEMS: list[tuple[dict[str, Any], type]] = [
    ({"type": "admin", "id": 7, "new": 1}, models.NotifiedAdmin),
    ({"type": "contact", "id": "7", "new": 1}, models.NotifiedContact),
    ({"type": "company", "id": "7", "plan": {}}, models.NotifiedCompany),
    ({"type": "conversation", "id": "7", "parts": []}, models.NotifiedConversation),
    ({"type": "ticket", "id": "7"}, models.NotifiedTicket),
    (
        {"type": "note", "id": "7", "created_at": 1, "body": ""},
        models.NotifiedNote,
    ),
    ({"type": "visitor", "id": "7", "email": "a@b.c"}, models.NotifiedItem),
    ({"type": "ping", "message": "hi"}, models.NotifiedItem),
]


@pytest.mark.parametrize(("item", "kind"), ITEMS)
def test_items_by_their_type(item: dict[str, Any], kind: type) -> None:
    body = body_of(topic="galaxy.created", data={"item": item})
    event = parse_event(body, {"X-HUB-SIGNATURE": signature(body)}, SECRET, strict=True)
    assert event.topic == "galaxy.created"
    assert type(event.data.item) is kind
    assert to_dict(event.data.item) == item or kind is models.NotifiedAdmin


def test_what_else_comes_is_kept() -> None:
    body = body_of(data={"item": {"type": "star"}, "old": [1]}, region="eu")
    event = parse_event(body, {"X-Hub-Signature": signature(body)}, SECRET)
    assert (event.additional, event.data.additional) == ({"region": "eu"}, {"old": [1]})


def test_what_is_not_raw_is_refused() -> None:
    headers = {"X-Hub-Signature": signature(GOOD)}
    for body in (GOOD.decode(), EXAMPLE):
        given: Any = body
        with pytest.raises(errors.ArgumentError, match="the bytes of the request"):
            parse_event(given, headers, SECRET)
    with pytest.raises(errors.SignatureError):
        verify(GOOD, {}, SECRET)
