"""Multipart bodies, sent and read back with the standard library's parser, which isn't ours."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from typing import Any, NamedTuple

from driver import Driver, method
from fault_server import FaultServer, Recorded
from sdk_runtime.request.multipart import MultipartBody

Connect = Callable[..., Driver]


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


class Sent(NamedTuple):
    """What came of a part: its headers beside Content-Disposition, and its content."""

    name: str
    headers: dict[str, str]
    content: bytes


def send(
    connect: Connect, server: FaultServer, body: MultipartBody, value: object
) -> list[Sent]:
    connect().send(method("POST", body=body), body=value)
    found = []
    for part in inner(parsed(server.requests[-1])):
        said = headers(part)
        said.pop("content-disposition", None)
        name = str(part.get_param("name", "", "content-disposition"))
        found.append(Sent(name, said, content(part)))
    return found
