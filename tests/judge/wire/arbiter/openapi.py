"""Requests of OpenAPI 3.x documents, judged by openapi-core."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeAlias
from urllib.parse import unquote

from tests.judge.sampling.time_format import is_time
from tests.judge.wire.arbiter.alike import PLACES, alike, parameters_fault
from tests.judge.wire.arbiter.recorded import Recorded

# Parsed JSON, and what comes from libraries that the generator's environment doesn't have.
Foreign: TypeAlias = Any

_core: Foreign = import_module("openapi_core")
_structures: Foreign = import_module("werkzeug.datastructures")

_CAUSES = 4
_TEXTS = ("not available", "not valid for schema of type any")
_READ_ONLY = "read-only property"


class _Parameters:
    """Parameters whose path values are decoded, which openapi-core leaves to web frameworks."""

    def __init__(self, recorded: Recorded) -> None:
        self.query = _structures.ImmutableMultiDict(recorded.query)
        self.header = _structures.Headers(recorded.headers)
        self.cookie = _structures.ImmutableMultiDict(recorded.cookies)
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


class _Request:
    """A request as openapi-core wants to see it."""

    def __init__(self, recorded: Recorded, host: str) -> None:
        self.host_url = host
        self.path = recorded.path
        self.method = recorded.method.lower()
        self.body = recorded.body or None
        self.content_type = recorded.header("content-type")
        self.parameters = _Parameters(recorded)


class _Kept(dict[str, Foreign]):
    """What every format makes of a text: the text. openapi-core refuses those it doesn't know."""

    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: str) -> Foreign:
        return _same


def _same(value: Foreign) -> Foreign:
    return value


def judge(asked: Foreign) -> Callable[[Foreign], dict[str, str]]:
    """What judges the requests of one document."""
    openapi = _core.OpenAPI.from_dict(
        asked["document"],
        base_uri=asked["uri"],
        config=_core.Config(
            spec_validator_cls=None,
            spec_base_uri=asked["uri"],
            extra_media_type_deserializers=_json_types(asked["calls"]),
            extra_format_unmarshallers=_Kept(),
            # It knows times without an offset alone.
            extra_format_validators={"time": is_time},
        ),
    )

    def judge_one(call: Foreign) -> dict[str, str]:
        return _verdict(openapi, call, asked["host"])

    return judge_one


def _verdict(openapi: Foreign, call: Foreign, host: str) -> dict[str, str]:
    expected = call["expected"]
    result = openapi.unmarshal_request(_Request(Recorded(call), host))
    for error in result.errors:
        rank = _rank(error, call)
        return {rank: _chain(error, brief=rank == "unrun")}
    got = {place: getattr(result.parameters, place) for place in PLACES}
    fault = parameters_fault(expected, got)
    if not fault and "body" in expected and not alike(expected["body"], result.body):
        if _arrived(call):
            return {"unrun": "bodies whose members it drops"}
        fault = f"body {expected['body']!r} arrived as {result.body!r}"
    return {"fault": fault} if fault else {}


def _json_types(calls: list[Foreign]) -> dict[str, Foreign]:
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


def _rank(error: BaseException, call: Foreign) -> str:
    """Whether an error is the request's (`fault`), or not (`unrun`).

    openapi-core doesn't read numbers in unions from a URL, judges defaults of parameters that
    weren't sent, takes parameters for properties that may be read-only, and unmarshals some bodies
    wrongly that are on the wire as they should be.
    """
    name = getattr(error, "name", None)
    if name is not None and not any(name in call["expected"][at] for at in PLACES):
        return "unrun"
    if type(error).__name__ == "InvalidRequestBody" and (
        _arrived(call) or (_is_form(call) and _is_uncast(error))
    ):
        return "unrun"
    limits = (*_TEXTS, _READ_ONLY) if name is not None else _TEXTS
    at: BaseException | None = error
    while at is not None:
        text = str(at)
        if any(limit in text for limit in limits):
            return "unrun"
        at = at.__cause__
    return "fault"


def _arrived(call: Foreign) -> bool:
    """Whether a JSON body is on the wire as it was given."""
    try:
        body = json.loads(Recorded(call).body)
    except ValueError:
        return False
    return "body" in call["expected"] and alike(call["expected"]["body"], body)


def _is_form(call: Foreign) -> bool:
    """Whether a body is a form, in which everything is text."""
    return any(
        name.lower() == "content-type" and "form-urlencoded" in value
        for name, value in call["headers"]
    )


def _is_uncast(error: BaseException) -> bool:
    """Whether a schema refuses types alone: texts are left what they are inside of unions."""
    found = getattr(error.__cause__, "schema_errors", None) or ()
    return bool(found) and all("is not of type" in each.message for each in found)


def _chain(error: BaseException, *, brief: bool) -> str:
    causes: list[str] = []
    at: BaseException | None = error
    while at is not None and len(causes) < _CAUSES:
        errors = getattr(at, "schema_errors", None)
        details = "; ".join(str(each.message)[:150] for each in errors or ())
        name = type(at).__name__
        causes.append(name if brief else f"{name}: {str(at)[:150]} {details}".strip())
        at = at.__cause__
    return " <- ".join(causes)
