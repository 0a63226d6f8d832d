"""Calls that a fake has seen, and the error for one that the API doesn't know."""

from __future__ import annotations

from collections.abc import Mapping
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from msgspec import DecodeError, Struct
from msgspec.json import decode

from ..errors import APIError
from ..json.plain_data import Plain
from ..media_type import essence, is_json
from ..transport.exchange import Request

Values: TypeAlias = dict[str, Any]


class UnexpectedRequest(APIError, AssertionError):
    """A request that the API's description doesn't have; no server would have answered it."""


class Call(Struct, frozen=True, kw_only=True):
    """A request that a fake has answered.

    Args:
        operation: The method that sent it, `notes.create`; `POST /path` for one that the API's
            description doesn't have.
        method: The HTTP method.
        path: The path, decoded.
        arguments: The values in the path by the names of the method's arguments.
        query: The query by name, a list where a name stands more than once; without credentials.
        headers: The headers by their names in lower case, without credentials.
        body: JSON as plain data, a form as a dict, other text and bytes as they are, None for none.
    """

    operation: str
    method: str
    path: str
    arguments: dict[str, str]
    query: dict[str, Any]
    headers: dict[str, str]
    body: Any


def read_query(request: Request) -> Values:
    """The query of a request by name, without credentials."""
    pairs = parse_qsl(request.target.partition("?")[2], keep_blank_values=True)
    return _grouped((key, one) for key, one in pairs if key not in request.secrets)


def _grouped(pairs: Any) -> Values:  # noqa: ANN401 -- pairs of a name and anything
    found: Values = {}
    for key, value in pairs:
        if key not in found:
            found[key] = value
        elif isinstance(found[key], list):
            found[key].append(value)
        else:
            found[key] = [found[key], value]
    return found


def read_headers(request: Request, secrets: tuple[str, ...]) -> dict[str, str]:
    """The headers of a request by their names in lower case, without credentials."""
    pairs = (
        (name.decode("latin-1").lower(), value.decode("latin-1"))
        for name, value in request.headers
    )
    return {name: value for name, value in pairs if name not in secrets}


def read_body(body: bytes, headers: Mapping[str, str]) -> Plain:
    """The body of a request as plain data."""
    content_type = headers.get("content-type", "")
    kind = essence(content_type)
    if not body:
        return None
    if is_json(kind):
        try:
            return decode(body)
        except DecodeError:
            return body
    if kind == "application/x-www-form-urlencoded":
        return _grouped(parse_qsl(body.decode(), keep_blank_values=True))
    if kind.startswith("multipart/"):
        return _parts(body, content_type)
    return body.decode() if kind.startswith("text/") else body


def _parts(body: bytes, content_type: str) -> Values:
    """The parts of a form by name: text, JSON as plain data, files as bytes."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    pairs: list[tuple[str, Plain]] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content: Any = part.get_payload(decode=True)
        headers = {"content-type": part.get("content-type", "text/plain")}
        is_file = part.get_filename() is not None
        value = content if is_file else read_body(content, headers)
        pairs.append((str(name or ""), value))
    return _grouped(pairs)
