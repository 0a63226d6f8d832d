"""Reads multipart bodies back with the standard library's parser, which isn't ours."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from typing import Any

from fault_server import Recorded


def parsed(request: Recorded) -> Message:
    """What an independent reader makes of a body."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = message_from_bytes(head + request.body)
    assert message.defects == []
    return message


def headers(message: Message) -> dict[str, str]:
    return {key.lower(): value for key, value in message.items()}


def inner(message: Message) -> list[Message]:
    payload: Any = message.get_payload()
    assert message.is_multipart()
    return list(payload)


def content(message: Message) -> bytes:
    payload: Any = message.get_payload(decode=True)
    return payload or b""


def parts(request: Recorded) -> list[tuple[dict[str, str], bytes]]:
    return [(headers(part), content(part)) for part in inner(parsed(request))]
