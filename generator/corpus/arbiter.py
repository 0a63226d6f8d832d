"""Judge recorded requests by openapi-core; a script for an environment that has it.

openapi-core wants an older openapi-spec-validator than the generator, so it lives apart. Nothing of
the generator is imported here.
"""

from __future__ import annotations

import base64
import datetime
import decimal
import json
import sys
import uuid
from importlib import import_module
from typing import Any, TypeAlias, TypeGuard
from urllib.parse import parse_qsl, unquote, urlsplit

# Parsed JSON, and what comes from libraries that the generator's environment doesn't have.
Foreign: TypeAlias = Any

_core: Foreign = import_module("openapi_core")
_structures: Foreign = import_module("werkzeug.datastructures")

_PLACES = ("path", "query", "header", "cookie")
_CAUSES = 4
_LIMITS = {"FormatterNotFoundError", "FormatUnmarshallerNotFoundError"}
_TEXTS = ("not available", "not valid for schema of type any")


def is_object(value: object) -> TypeGuard[dict[str, Foreign]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Foreign]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


class Parameters:
    """Parameters whose path values are decoded, which openapi-core leaves to web frameworks."""

    def __init__(self, query: Foreign, header: Foreign, cookie: Foreign) -> None:
        self.query = query
        self.header = header
        self.cookie = cookie
        self._path: dict[str, str] = {}

    def __getitem__(self, place: str) -> Foreign:
        return getattr(self, place)

    @property
    def path(self) -> dict[str, str]:
        """The path parameters, which openapi-core sets when it has found the path."""
        return self._path

    @path.setter
    def path(self, values: dict[str, str]) -> None:
        self._path = {name: unquote(value) for name, value in values.items()}


class Recorded:
    """A request as openapi-core wants to see it."""

    def __init__(self, call: dict[str, Foreign], host: str) -> None:
        parts = urlsplit(str(call["target"]))
        headers = _structures.Headers(
            [(name, value) for name, value in call["headers"]]
        )
        cookies = (
            pair.partition("=") for pair in headers.get("cookie", "").split("; ")
        )
        self.host_url = host
        self.path = parts.path
        self.method = call["method"].lower()
        self.body = base64.b64decode(call["body"]) or None
        self.content_type = headers.get("content-type", "")
        self.parameters = Parameters(
            query=_structures.ImmutableMultiDict(
                parse_qsl(parts.query, keep_blank_values=True)
            ),
            header=headers,
            cookie=_structures.ImmutableMultiDict(
                [(name, unquote(value)) for name, _, value in cookies if name]
            ),
        )


def main() -> None:
    """Read a document and calls as JSON, and print a line of JSON for each call."""
    asked = json.load(sys.stdin)
    openapi = _core.OpenAPI.from_dict(
        asked["document"],
        base_uri=asked["uri"],
        config=_core.Config(
            spec_validator_cls=None,
            spec_base_uri=asked["uri"],
            extra_media_type_deserializers=_json_types(asked["calls"]),
        ),
    )
    for call in asked["calls"]:
        try:
            verdict = judge(openapi, call, asked["host"])
        except RecursionError:
            verdict = {"unrun": "the judge recurses without end"}
        except Exception as error:
            verdict = {
                "unrun": f"the judge raises {type(error).__name__}: {error}"[:200]
            }
        print(json.dumps(verdict), flush=True)


def _json_types(calls: list[dict[str, Foreign]]) -> dict[str, Foreign]:
    """How to read bodies that are JSON by the end of their media type."""
    types = {
        value.partition(";")[0].strip().lower()
        for call in calls
        for name, value in call["headers"]
        if name.lower() == "content-type"
    }
    return {each: _read for each in types if each.endswith("+json")}


def _read(body: bytes, **_: str) -> Foreign:
    return json.loads(body)


def judge(openapi: Foreign, call: dict[str, Foreign], host: str) -> dict[str, str]:
    """What is wrong with a request, why it can't be judged, or neither."""
    result = openapi.unmarshal_request(Recorded(call, host))
    for error in result.errors:
        rank = _rank(error, call)
        return {rank: _chain(error, brief=rank == "unrun")}
    for place in _PLACES:
        found = getattr(result.parameters, place)
        for name, wanted in call["expected"][place].items():
            key = name.lower() if place == "header" else name
            got = {
                (each.lower() if place == "header" else each): value
                for each, value in found.items()
            }
            if key not in got:
                return {"fault": f"{place} parameter {name!r} didn't arrive"}
            if not alike(wanted, got[key]) and json.dumps(wanted) != got[key]:
                return {
                    "fault": f"{place} {name!r}: {wanted!r} arrived as {got[key]!r}"
                }
    if "body" in call["expected"] and not alike(call["expected"]["body"], result.body):
        return {
            "fault": f"body {call['expected']['body']!r} arrived as {result.body!r}"
        }
    return {}


def alike(wanted: Foreign, got: Foreign) -> bool:
    """Whether a value arrived; defaults that the judge adds to objects are no matter."""
    if is_object(wanted):
        members = got if is_object(got) else getattr(got, "__dict__", {})
        return all(
            key in members and alike(value, members[key])
            for key, value in wanted.items()
        )
    if is_array(wanted):
        items: Foreign = [*got] if isinstance(got, tuple) else got
        return (
            is_array(items)
            and len(wanted) == len(items)
            and all(map(alike, wanted, items))
        )
    if isinstance(got, (datetime.date, datetime.datetime, uuid.UUID, bytes)):
        # A text in a format that the judge reads: it is one, which is what the schema asks.
        return isinstance(wanted, str)
    if isinstance(got, decimal.Decimal):
        return bool(float(got) == wanted)
    is_same = wanted == got and isinstance(wanted, bool) is isinstance(got, bool)
    return bool(is_same)


def _rank(error: BaseException, call: dict[str, Foreign]) -> str:
    """Whether an error is the request's (`fault`), or not (`unrun`).

    openapi-core doesn't know all formats, doesn't read objects with free keys or numbers in unions
    from a URL, judges defaults of parameters that weren't sent, and unmarshals some bodies wrongly
    that are on the wire as they should be, and that the schema allows.
    """
    name = getattr(error, "name", None)
    if name is not None and not any(name in call["expected"][at] for at in _PLACES):
        return "unrun"
    if type(error).__name__ == "InvalidRequestBody" and _arrived(call):
        return "unrun"
    at: BaseException | None = error
    while at is not None:
        text = str(at)
        if type(at).__name__ in _LIMITS or any(limit in text for limit in _TEXTS):
            return "unrun"
        at = at.__cause__
    return "fault"


def _arrived(call: dict[str, Foreign]) -> bool:
    """Whether a JSON body is on the wire as it was given."""
    try:
        body = json.loads(base64.b64decode(call["body"]))
    except ValueError:
        return False
    return "body" in call["expected"] and alike(call["expected"]["body"], body)


def _chain(error: BaseException, *, brief: bool) -> str:
    told: list[str] = []
    at: BaseException | None = error
    while at is not None and len(told) < _CAUSES:
        errors = getattr(at, "schema_errors", None)
        details = "; ".join(str(each.message)[:150] for each in errors or ())
        name = type(at).__name__
        told.append(name if brief else f"{name}: {str(at)[:150]} {details}".strip())
        at = at.__cause__
    return " <- ".join(told)


if __name__ == "__main__":
    main()
