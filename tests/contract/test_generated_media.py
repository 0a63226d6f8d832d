"""What generated methods send and read in media types beside JSON, from document to wire."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from pathlib import Path
from typing import Any

import httpx2
import pytest


class Kept:
    """Answers every request with 204, and keeps the last one."""

    def __init__(self) -> None:
        self.content_type = ""
        self.body = b""

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.content_type = request.headers["content-type"]
        self.body = request.read()
        return httpx2.Response(204)

    def parts(self) -> list[tuple[dict[str, str], Any]]:
        """The parts, as the standard library reads them; parts within parts, too."""
        head = f"Content-Type: {self.content_type}\r\n\r\n".encode()
        return list(map(read, payload(message_from_bytes(head + self.body))))


def payload(message: Any) -> Any:
    return message.get_payload()


def read(message: Any) -> tuple[dict[str, str], Any]:
    headers = {key.lower(): value for key, value in message.items()}
    if not message.is_multipart():
        return headers, message.get_payload(decode=True)
    headers["content-type"] = message.get_content_type()
    return headers, list(map(read, payload(message)))


def named(name: str, **headers: str) -> dict[str, str]:
    rest = {key.replace("_", "-"): value for key, value in headers.items()}
    return {"content-disposition": f'form-data; name="{name}"', **rest}


def test_headers_of_parts(generated: Callable[..., Any]) -> None:
    kept = Kept()
    sdk, client = generated("bodies/encodings", kept)
    client.parts.send_headers(
        fixed="a",
        needed=sdk.Part({"title": "t"}, {"X-Needed": "n"}),
        key=b"\xff",
        keys=[b"1", b"2"],
    )
    fixed = {"x_const": "7", "x_only": "a", "x_default": "true"}
    needed = named("needed", content_type="application/json", x_needed="n")
    encoded = named("key", content_transfer_encoding="base64")
    found = kept.parts()
    assert found[:2] == [
        (named("fixed", **fixed), b"a"),
        (needed, b'{"title":"t"}'),
    ]
    # The parser undoes what this header says.
    assert found[2:] == [
        (encoded, b"\xff"),
        (named("keys"), b"MQ=="),
        (named("keys"), b"Mg=="),
    ]


def test_parts_within_parts(generated: Callable[..., Any]) -> None:
    kept = Kept()
    _, client = generated("bodies/encodings", kept)
    client.parts.send_nested(mail=[b"<p>", b"2", b"3"], form={"title": "t"})
    octets = {"content-type": "application/octet-stream"}
    picture = {"x-in": "1", "content-type": "image/png"}
    assert kept.parts() == [
        (
            named("mail", content_type="multipart/mixed"),
            [({"content-type": "text/html"}, b"<p>"), (octets, b"2"), (picture, b"3")],
        ),
        (
            named("form", content_type="multipart/form-data"),
            [(named("title", x_title="t"), b"t")],
        ),
    ]


def test_lists_of_parts(generated: Callable[..., Any]) -> None:
    kept = Kept()
    sdk, client = generated("bodies/encodings", kept)
    client.parts.send_items(body=[sdk.Part({"title": "t"}, {"X-Item": "1"})])
    assert kept.parts() == [
        ({"content-type": "application/json", "x-item": "1"}, b'{"title":"t"}')
    ]
    picture = sdk.File(b"p", content_type="image/png")
    client.parts.send_positions(body=[{"title": "t"}, "plain", picture])
    assert kept.content_type.startswith("multipart/related; boundary=")
    assert kept.parts() == [
        ({"content-type": "application/json"}, b'{"title":"t"}'),
        ({"content-type": "text/plain"}, b"plain"),
        ({"content-type": "image/png"}, b"p"),
    ]


def test_forms_of_every_shape(generated: Callable[..., Any]) -> None:
    kept = Kept()
    sdk, client = generated("bodies/forms", kept)
    forms = client.forms
    refused = {"send_files", "send_list"}
    assert not refused & set(dir(forms))
    for send, body in (
        (forms.send_text, "a=1"),
        (forms.send_bytes, b"a=1"),
        (forms.send_bytes, iter([b"a=", b"1"])),
        (forms.send_bytes, sdk.File(b"a=1")),
        (forms.send_either, {"a": "1"}),
        (forms.send_either, "a=1"),
    ):
        send(body=body)
        assert kept.content_type == "application/x-www-form-urlencoded"
        assert kept.body == b"a=1"
    forms.send_nullable(a="1")
    assert kept.parts() == [(named("a"), b"1")]
    forms.send_part(a="1")
    assert kept.parts() == [(named("a"), b"1")]
    forms.send_objects(body=[{"a": "1"}, sdk.Part({"a": "2"}, {"X-B": "b"})])
    assert kept.parts() == [(named("a"), b"1"), (named("a", x_b="b"), b"2")]
    forms.send_map(body={"f": b"1"})
    assert [content for _, content in kept.parts()] == [b"1"]
    forms.send_range(body=[b"1", b"2"])
    assert kept.content_type.startswith("multipart/mixed")
    assert [content for _, content in kept.parts()] == [b"1", b"2"]
    forms.send_also(body=["a"])
    assert kept.body == b'["a"]'


def test_a_choice_of_media_types(generated: Callable[..., Any]) -> None:
    kept = Kept()
    sdk, client = generated("bodies/choices", kept)

    def asking(content_type: str) -> Any:
        return sdk.RequestOptions(headers={"Content-Type": content_type})

    def sent() -> tuple[str, bytes]:
        return kept.content_type, kept.body

    client.choices.send_same(name="a")
    assert sent() == ("application/json", b'{"name":"a"}')
    client.choices.send_same(name="a", options=asking("application/vnd.own+json"))
    assert sent() == ("application/vnd.own+json", b'{"name":"a"}')
    form = "application/x-www-form-urlencoded"
    client.choices.send_same(name="a b", options=asking(form))
    assert sent() == (form, b"name=a+b")
    client.choices.send_same(name="a", files=[b"1"])
    assert [content for _, content in kept.parts()] == [b"a", b"1"]
    client.choices.send_fields(a="b")
    assert sent() == (form, b"a=b")
    patch = "application/merge-patch+json"
    client.choices.patch(body={"a": None}, options=asking(patch))
    assert sent() == (patch, b'{"a":null}')


ANSWERS = {
    "/scim": ("application/scim+json", b'{"a":"1"}'),
    "/pod": ("application/json", b'{"a":"1"}'),
    "/table": ("text/csv; charset=latin-1", b"\xe9"),
    "/words": ("text/plain", b"w"),
    "/picture": ("image/jpeg", b"\xff"),
    "/sequence": ("application/json-seq", b'\x1e{"a":\n"1"}\n\x1e{"a":"2"}\n'),
    "/events": ("text/event-stream", b"id: 1\rretry: 2\rdata: {}\r\r"),
    "/objects": (
        "text/event-stream",
        b'data: {"a":"1"}\n\ndata: [DONE]\n\ndata: x\n\n',
    ),
    "/encoded": ("application/json", b'{"raw":"\xc2\xb4","key":"/w=="}'),
}


def test_answers(generated: Callable[..., Any]) -> None:
    asked: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.headers["accept"])
        content_type, body = ANSWERS[request.url.path]
        content = b"" if request.method == "HEAD" else body
        headers = {"Content-Type": content_type}
        return httpx2.Response(200, content=content, headers=headers)

    sdk, client = generated("responses/media", answer)
    media = client.media
    assert (media.scim().a, media.pod().a, media.probe()) == ("1", "1", None)
    assert asked == ["application/scim+json", "application/json", "*/*"]
    assert (media.table(), media.words(), media.picture()) == ("é", "w", b"\xff")
    encoded = media.encoded()
    assert (encoded.raw, encoded.key) == ("\xb4", b"\xff")
    assert [one.a for one in client.feeds.sequence()] == ["1", "2"]
    (event,) = client.feeds.events()
    assert (event.id, event.retry, event.data) == ("1", 2, "{}")
    assert [one.data.a for one in client.feeds.objects()] == ["1"]
    assert sdk.raw(media.probe).headers["content-type"] == "application/scim+json"


JSON, TEXT, OCTETS = "application/json", "text/plain", "application/octet-stream"


@pytest.mark.parametrize(
    ("method", "content_type", "body", "want"),
    [
        ("id", JSON, b'"8f14"', "8f14"),
        ("id", TEXT, b"8f14", "8f14"),
        ("named", JSON, b'"8f14"', "8f14"),
        ("day", JSON, b'"2024-01-02"', date(2024, 1, 2)),
        ("day", TEXT, b"2024-01-02", date(2024, 1, 2)),
        ("key", JSON, b'"aGk="', b"hi"),
        ("key", OCTETS, b"hi", b"hi"),
        ("file", JSON, b'"8f14"', b'"8f14"'),
        ("anything", JSON, b'"8f14"', b'"8f14"'),
        ("state", TEXT, b"on", "on"),
        ("state", JSON, b'"on"', "on"),
        ("maybe", JSON, b"null", None),
        ("count", TEXT, b"7", 7),
        ("ids", JSON, b'["8f14"]', ["8f14"]),
        ("page", "text/html", b"<p>", "<p>"),
        ("page", "text/json", b'"p"', "p"),
        ("several", "image/png", b"2024-01-02", date(2024, 1, 2)),
        ("several", "text/csv", b"a", "a"),
    ],
)
def test_answers_in_ranges(
    generated: Callable[..., Any],
    method: str,
    content_type: str,
    body: bytes,
    want: object,
) -> None:
    def answer(_request: httpx2.Request) -> httpx2.Response:
        headers = {"Content-Type": content_type}
        return httpx2.Response(200, content=body, headers=headers)

    _, client = generated("responses/ranges", answer)
    assert getattr(client.answers, method)() == want


@pytest.mark.parametrize(
    ("method", "body", "content_type", "want"),
    [
        ("send_id", "8f14", "text/plain; charset=utf-8", b"8f14"),
        ("send_day", date(2024, 1, 2), JSON, b'"2024-01-02"'),
        ("send_word", "a", JSON, b'"a"'),
        ("send_state", "on", JSON, b'"on"'),
        ("send_file", b"hi", OCTETS, b"hi"),
        ("send_key", b"hi", OCTETS, b"hi"),
        ("send_page", "a", "text/plain; charset=utf-8", b"a"),
    ],
)
def test_bodies_in_ranges(
    generated: Callable[..., Any],
    method: str,
    body: object,
    content_type: str,
    want: bytes,
) -> None:
    kept = Kept()
    _, client = generated("responses/ranges", kept)
    getattr(client.bodies, method)(body=body)
    assert (kept.content_type, kept.body) == (content_type, want)


def test_a_file_under_the_name_of_json(generated: Callable[..., Any]) -> None:
    def answer(_request: httpx2.Request) -> httpx2.Response:
        headers = {"Content-Type": "application/pdf"}
        return httpx2.Response(200, content=b"%PDF-1.7", headers=headers)

    _, client = generated("responses/kinds", answer)
    assert client.answers.report() == b"%PDF-1.7"


def test_files_in_json(generated: Callable[..., Any], tmp_path: Path) -> None:
    kept = Kept()
    sdk, client = generated("responses/media", kept)
    path = tmp_path / "a.bin"
    path.write_bytes(b"2")
    client.media.encode(raw=path, key=b"1", many=[sdk.File(b"3"), b"4"])
    assert json.loads(kept.body) == {
        "raw": "Mg==",
        "key": "MQ==",
        "many": ["Mw==", "NA=="],
    }
