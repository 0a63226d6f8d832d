"""Which status and which representation an answer has, and how its body is written."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from msgspec.json import encode

from ..json.plain_data import Plain, is_array, is_object
from ..media_type import essence, is_json_sequence
from .description import Endpoint, Example, Outcome

_RANGES: Final = {
    "json": "application/json",
    "text": "text/plain",
    "bytes": "application/octet-stream",
}


def success(endpoint: Endpoint) -> Outcome:
    """The answer to a call that went well."""
    outcomes = endpoint.answers or (Outcome("200"),)
    made = (one for one in outcomes if one.status == "201")
    if endpoint.use == "create" and (found := next(made, None)) is not None:
        return found
    return next((one for one in outcomes if one.contents), outcomes[0])


def status_of(outcome: Outcome) -> int:
    """A status that a description writes in one of its ways."""
    text = outcome.status
    return (
        int(text)
        if text.isdigit()
        else int(text[0]) * 100 if text[0].isdigit() else 200
    )


def content_of(outcome: Outcome, accept: str) -> Example | None:
    """The representation that a request asks for, the first one where it asks for none of them."""
    contents = outcome.contents
    for wanted in accept.split(","):
        for content in contents:
            if essence(content.content_type) == essence(wanted):
                return content
    return contents[0] if contents else None


def media_type(content: Example) -> str:
    """The media type of an answer, where a range is declared one within it."""
    declared = content.content_type
    return _RANGES.get(content.kind, "text/plain") if "*" in declared else declared


def phrase(status: int) -> str:
    """What a status is called."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"


def written(content: Example, value: Plain) -> bytes:
    """A body as it is sent."""
    match content.kind:
        case "json":
            return encode(value)
        case "events" | "data" | "lines" if not isinstance(value, str):
            items = value if is_array(value) else [value]
            return b"".join(_item_bytes(content, item) for item in items)
        case _ if isinstance(value, bytes):
            return value
        case _:
            return (
                value if isinstance(value, str) else encode(value).decode()
            ).encode()


def _item_bytes(content: Example, item: Plain) -> bytes:
    """One item of a sequence."""
    if content.kind == "lines":
        start = b"\x1e" if is_json_sequence(content.content_type) else b""
        return start + encode(item) + b"\n"
    fields = item if content.kind == "events" and is_object(item) else {"data": item}
    lines = (
        f"{name}: {value if isinstance(value, str) else encode(value).decode()}\n"
        for name, value in fields.items()
        if name in {"data", "event", "id", "retry"} and value is not None
    )
    return "".join([*lines, "\n"]).encode()
