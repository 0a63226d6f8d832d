"""Requests of Swagger 2.0 documents, judged by bravado-core."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from email import message_from_bytes, policy
from importlib import import_module
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, unquote

from tests.judge.wire.arbiter.alike import alike, parameters_fault
from tests.judge.wire.arbiter.recorded import Recorded

# Parsed JSON, and what comes from libraries that the generator's environment doesn't have.
Foreign: TypeAlias = Any

_spec: Foreign = import_module("bravado_core.spec")
_formatter: Foreign = import_module("bravado_core.formatter")
_param: Foreign = import_module("bravado_core.param")
_FAULTS: Foreign = (
    import_module("bravado_core.exception").SwaggerError,
    import_module("jsonschema.exceptions").ValidationError,
)

_CONFIG = {
    "validate_swagger_spec": False,
    "use_models": False,
    "internally_dereference_refs": False,
}
# Formats that bravado-core turns texts and numbers into something else for.
_FORMATS = ("byte", "date", "date-time", "double", "float", "int32", "int64")
_PLACES = {"path": "path", "query": "query", "header": "header", "formData": "body"}


class _Request:
    """A request as bravado-core wants to see it."""

    def __init__(self, recorded: Recorded, path: dict[str, str]) -> None:
        self.path = path
        self.query = _mixed(recorded.query)
        self.headers = _Headers(recorded.headers)
        self.form: dict[str, Foreign] = {}
        self.files: dict[str, Foreign] = {}
        self.raw_bytes = recorded.body
        kind = recorded.header("content-type")
        if kind.startswith("application/x-www-form-urlencoded"):
            text = recorded.body.decode()
            self.form = _mixed(parse_qsl(text, keep_blank_values=True))
        elif kind.startswith("multipart/"):
            self._take_parts(kind)

    def json(self, **_: Foreign) -> Foreign:
        """The body as JSON."""
        return json.loads(self.raw_bytes)

    def _take_parts(self, kind: str) -> None:
        head = f"Content-Type: {kind}\r\n\r\n".encode()
        whole: Foreign = message_from_bytes(head + self.raw_bytes, policy=policy.HTTP)
        fields: list[tuple[str, str]] = []
        for part in whole.get_payload():
            name = part.get_param("name", header="content-disposition")
            content = part.get_payload(decode=True)
            if part.get_filename() is None:
                fields.append((name, content.decode()))
            else:
                self.files[name] = content
        self.form = _mixed(fields)


class _Headers(dict[str, str]):
    """Headers whose names are found in any case."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        super().__init__({name.lower(): value for name, value in pairs})

    def get(self, name: str, default: Foreign = None) -> Foreign:
        """The value of a header."""
        return super().get(name.lower(), default)


def judge(asked: Foreign) -> Callable[[Foreign], dict[str, str]]:
    """What judges the requests of one document."""
    spec = _spec.Spec.from_dict(
        asked["document"],
        origin_url=asked["uri"],
        config={**_CONFIG, "formats": [_kept_format(name) for name in _FORMATS]},
    )

    def judge_one(call: Foreign) -> dict[str, str]:
        return _verdict(spec, call)

    return judge_one


def _verdict(spec: Foreign, call: Foreign) -> dict[str, str]:
    recorded = Recorded(call)
    operation = spec.get_op_for_request(recorded.method, call["template"])
    if operation is None:
        return {"unrun": "no such operation for it"}
    path = _path(call["template"], recorded.path)
    if path is None:
        return {"fault": f"the path isn't {call['template']}"}
    request = _Request(recorded, path)
    got: dict[str, dict[str, Foreign]] = {
        place: {} for place in ("path", "query", "header", "cookie", "body")
    }
    body: Foreign = None
    for parameter in operation.params.values():
        try:
            value = _param.unmarshal_param(parameter, request)
        except _FAULTS as error:
            return {"fault": f"{parameter.name}: {error}"[:300]}
        if parameter.location == "body":
            body = value
        else:
            got[_PLACES[parameter.location]][parameter.name] = value
    expected = call["expected"]
    fault = parameters_fault(expected, got)
    if not fault and "body" in expected:
        body = got["body"] or body
        if not alike(expected["body"], body):
            fault = f"body {expected['body']!r} arrived as {body!r}"
    return {"fault": fault} if fault else {}


def _path(template: str, path: str) -> dict[str, str] | None:
    """The path parameters, decoded; None when it is another path."""
    pieces = re.split(r"\{([^{}]+)\}", template)
    pattern = "".join(
        "([^/]*)" if index % 2 else re.escape(piece)
        for index, piece in enumerate(pieces)
    )
    match = re.fullmatch(pattern, path)
    if match is None:
        return None
    values = map(unquote, match.groups())
    return dict(zip(pieces[1::2], values, strict=True))


def _mixed(pairs: list[tuple[str, str]]) -> dict[str, Foreign]:
    """Values by name, in a list where there are several."""
    found: dict[str, Foreign] = {}
    for name, value in pairs:
        if name in found:
            before = found[name]
            found[name] = [*(before if isinstance(before, list) else [before]), value]
        else:
            found[name] = value
    return found


def _kept_format(name: str) -> Foreign:
    """A format that changes nothing."""
    return _formatter.SwaggerFormat(
        format=name,
        to_python=_kept,
        to_wire=_kept,
        validate=_unjudged,
        description=name,
    )


def _kept(value: Foreign) -> Foreign:
    return value


def _unjudged(value: Foreign) -> None:
    del value
