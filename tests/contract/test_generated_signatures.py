"""What a program makes of requests that a server signs: schemes as declared, and typed events."""

from __future__ import annotations

import hashlib
import hmac
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

SECRET = "s3cret-of-the-tests"
CREATED = b'{"id":"1","topic":"pet.created","data":{"name":"Tom"}}'


@pytest.fixture
def sdk(generated: Callable[..., Any]) -> Any:
    return generated("clients/signed_webhooks", lambda _: httpx2.Response(204))[0]


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    made = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"x-hub-signature-256": f"sha256={made}"}


def paid(body: bytes, at: int) -> dict[str, str]:
    made = hmac.new(SECRET.encode(), b"%d." % at + body, hashlib.sha256).hexdigest()
    return {"Pay-Signature": f"t={at},v1={made}"}


def test_events_by_their_topic(sdk: Any) -> None:
    models = sdk.models
    given: list[tuple[bytes, Any]] = [
        (CREATED, models.PetCreated),
        (b'{"id":"2","topic":"pet.moved","data":{"to":"x"}}', models.PetMoved),
        (b'{"id":"3","topic":"pet.named","data":{"name":"y"}}', models.PetRenamed),
        (b'{"id":"5","topic":"payment","data":7}', models.Payment),
    ]
    for body, wanted in given:
        event = sdk.parse_event(body, signed(body), SECRET, strict=True)
        assert type(event) is wanted
        assert event.topic in body.decode()


def test_a_topic_that_is_not_described_is_open(sdk: Any) -> None:
    found: list[Any] = []
    body = b'{"id":"4","topic":"pet.sold","data":{"price":[1,2]},"more":null}'
    event = sdk.parse_event(body, signed(body), SECRET, on_drift=found.append)
    assert type(event) is sdk.models.UnknownEvent
    assert (event.id, event.topic, event.data) == ("4", "pet.sold", {"price": [1, 2]})
    assert event.additional == {"more": None}
    assert not found
    assert sdk.parse_event(body, signed(body), SECRET, strict=True) == event


def test_a_known_topic_that_departs_stays_its_event(sdk: Any) -> None:
    found: list[Any] = []
    body = b'{"topic":"pet.created","data":{"name":"Tom"}}'
    event = sdk.parse_event(body, signed(body), SECRET, on_drift=found.append)
    assert type(event) is sdk.models.PetCreated
    assert len(found) == 1
    with pytest.raises(sdk.errors.DriftError):
        sdk.parse_event(body, signed(body), SECRET, strict=True)


def test_the_scheme_is_that_of_the_header(sdk: Any) -> None:
    body, now = b'{"id":"1","topic":"payment"}', int(time.time())
    assert sdk.parse_event(body, paid(body, now - 500), SECRET).topic == "payment"
    late = paid(body, now - 700)
    with pytest.raises(
        sdk.errors.SignatureError, match=r"^it was signed 70. seconds ago"
    ):
        sdk.verify(body, late, SECRET)
    sdk.verify(body, late, SECRET, tolerance=800)
    sdk.verify(body, late, SECRET, now=now - 690)
    with pytest.raises(sdk.errors.SignatureError, match="600 seconds from now"):
        sdk.verify(body, paid(body, 1600), SECRET, tolerance=9, now=1000)


def test_a_body_that_is_no_json(sdk: Any) -> None:
    for body in (b"{", b"", b"[" * 200 + b"]" * 200, b"[]", b"null"):
        with pytest.raises(sdk.errors.APIResponseError):
            sdk.parse_event(body, signed(body), SECRET)


def frames(error: BaseException, package: Path) -> str:
    """The values in the frames of the package's code through which an error came."""
    shown: list[str] = []
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if Path(frame.f_code.co_filename).is_relative_to(package):
            shown.append(repr(frame.f_locals))
    assert shown
    return "".join(shown)


@pytest.mark.parametrize("function", ["verify", "parse_event"])
def test_no_error_shows_the_secret_or_the_signature(sdk: Any, function: str) -> None:
    expected = signed(CREATED)["x-hub-signature-256"].removeprefix("sha256=")
    wrong = signed(CREATED, "another")
    given: list[tuple[Any, Any, Any]] = [
        (CREATED, wrong, SECRET),
        (CREATED, wrong, [SECRET, SECRET.encode()]),
        (CREATED, {}, SECRET),
        (CREATED.decode(), wrong, SECRET),
        (CREATED, 3, SECRET),
        (CREATED, wrong, ["", SECRET]),
        (CREATED, wrong, [SECRET, 3]),
        *([(b"{", signed(b"{"), SECRET)] if function == "parse_event" else []),
    ]
    for body, headers, secret in given:
        with pytest.raises(sdk.errors.APIError) as caught:
            getattr(sdk, function)(body, headers, secret)
        texts = [str(caught.value), repr(caught.value)]
        texts.append(frames(caught.value, Path(sdk.__file__).parent))
        for text in texts:
            assert SECRET not in text
            assert expected not in text


def test_what_is_listed_and_shown(sdk: Any) -> None:
    folder = Path(sdk.__file__).parents[1]
    readme = (folder / "README.md").read_text("utf-8")
    for shown in (
        "`verify` refuses a request",
        "event = parse_event(request.body, request.headers, secret)",
        "event = parse(models.Export, body)",
        "`tolerance=` seconds",
    ):
        assert shown in readme
    surface = (folder / "SURFACE.txt").read_text("utf-8")
    for line in ("errors.SignatureError", "models.UnknownEvent.topic: str"):
        assert f"{sdk.__name__}.{line}\n" in surface
    assert f"{sdk.__name__}.parse_event(body: bytes, " in surface
    listed = (folder / "api.md").read_text("utf-8")
    assert "- `payment`: `Payment`, signed in `Pay-Signature`\n" in listed
    assert "- `client.exports.export`, `exportDone`: `Export`. The" in listed


def test_nothing_of_it_where_nothing_is_signed(generated: Callable[..., Any]) -> None:
    sdk, _ = generated("clients/webhooks", lambda _: httpx2.Response(204))
    assert not {"verify", "parse_event"} & {*dir(sdk)}
    assert not hasattr(sdk.errors, "SignatureError")
    runtime = Path(sdk.__file__).parent / "_runtime" / "webhooks"
    assert {path.name for path in runtime.glob("*.py")} == {"__init__.py", "parse.py"}
