"""Which status and which representation an answer has, and how its body is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from http import HTTPStatus
from typing import Final

from msgspec.json import encode

from ..json.plain_data import Plain, is_array, is_object
from ..media_type import concrete, essence, is_json_sequence
from .description import Description, Endpoint, Example, Outcome
from .made_values import MISSING, Values
from .replies import Reply

SEQUENCES: Final = frozenset({"events", "data", "lines"})
_RANGES: Final = {
    "json": "application/json",
    "text": "text/plain",
    "bytes": "application/octet-stream",
}


class Samples:
    """What the description shows of bodies, or what is made up in their place.

    Args:
        values: Fits and makes values.
        description: The API.
        endpoints: Its operations.
    """

    def __init__(
        self, values: Values, description: Description, endpoints: Sequence[Endpoint]
    ) -> None:
        self._values = values
        self._description = description
        self._endpoints = endpoints

    def of(self, content: Example) -> Plain:
        """A body as the description shows it, or one that is made up; of a sequence, its items."""
        is_sequence = content.kind in SEQUENCES
        for given in content.values:
            if is_sequence and isinstance(given, str) and "\n" in given:
                return given.encode()
            if is_sequence and is_array(given):
                return deepcopy(given)
            fitted = self._values.fit(deepcopy(given), content.schema)
            if fitted is not MISSING:
                return [fitted] if is_sequence else fitted
        made = self._values.make(content.schema)
        if is_sequence:
            return [] if made is MISSING else [made]
        return None if made is MISSING else made

    def failure(self, endpoint: Endpoint | None, status: int) -> Reply:
        """An answer with an error in the API's shape.

        Args:
            endpoint: The operation, None for none of the API's.
            status: The status.
        """
        content = next(self._error_contents(endpoint, status), None)
        if content is None:
            body = encode({"message": phrase(status)})
            return Reply(status, (("Content-Type", "application/json"),), body)
        kind = ("Content-Type", media_type(content))
        return Reply(status, (kind,), written(content, self.of(content)))

    def _error_contents(
        self, endpoint: Endpoint | None, status: int
    ) -> Iterator[Example]:
        """What an error may hold: the operation's own first, then those of others."""
        others = [one for one in self._endpoints if one is not endpoint]
        own: Sequence[Outcome] = () if endpoint is None else endpoint.errors
        for keys in ((str(status),), (f"{status // 100}XX", "default")):
            for outcome in own:
                if outcome.status in keys:
                    yield from outcome.contents
        for other in others:
            for outcome in other.errors:
                if outcome.status == str(status):
                    yield from outcome.contents
        if self._description.error is not None:
            yield self._description.error


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
    """The representation that a request asks for, else the first that is no range, or any."""
    contents = sorted(outcome.contents, key=lambda one: one.content_type.count("*"))
    for wanted in concrete(accept):
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
        case _ if isinstance(value, bytes):
            return value
        case "events" | "data" | "lines":
            return b"".join(_item_bytes(content, item) for item in value)
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
