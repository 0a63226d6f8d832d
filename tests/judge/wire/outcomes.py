"""Whether a call comes to what the document says of the answer's status: a value, or an error.

Every answer that an operation describes is served once for each status that it is for.
"""

from __future__ import annotations

import importlib
import json
import logging
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

import httpx2
import msgspec

from tests.judge.roundtrip.comparison import Comparison
from tests.judge.sampling.bounded_schema import Bounded
from tests.judge.sampling.draw import Undrawable, draw
from tests.judge.sampling.schema_validator import Judge, Undecided
from tests.judge.source.described_responses import (
    Answer,
    answers_of,
    is_json,
    responses,
)
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_object,
)
from tests.judge.source.status_keys import as_key, has_body
from tests.judge.wire.client.calling import keywords
from tests.judge.wire.client.methods import Method
from tests.judge.wire.request.inputs import Arguments

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

_SECONDS = 2.0
_VALUES = 2
_FIRST_ERROR, _FIRST_REDIRECT, _FIRST_SUCCESS = 400, 300, 200
_NOT_MODIFIED = 304


class _Served(msgspec.Struct, frozen=True):
    """An answer: its value as JSON if it is some, `None` where it has no schema."""

    status: int
    content_type: str
    body: bytes
    schema: Piece | None = None


class Outcomes:
    """Serves the answers of a document's operations to the methods of its package.

    Args:
        original: The document.
        package: The package.
    """

    def __init__(self, original: Original, package: str) -> None:
        self._original = original
        self._judge = Judge(original)
        self._comparison = Comparison(original, self._judge)
        self._bodies: dict[str, bytes | None] = {}
        self._served = _Served(204, "", b"")
        self._drifts: list[object] = []
        runtime: Foreign = importlib.import_module(f"{package}._runtime.call.client")
        errors: Foreign = importlib.import_module(f"{package}._runtime.errors")
        encode: Foreign = importlib.import_module(f"{package}._runtime.json.data")
        self._error: type[Exception] = errors.APIStatusError
        self._to_json = encode.to_json
        logging.getLogger(package).disabled = True
        self._transport = httpx2.Client(transport=httpx2.MockTransport(self._answer))
        self._session = runtime.SyncClient(
            base_url="https://judge.example",
            credentials_required=False,
            operation_servers=False,
            max_retries=0,
            on_drift=self._drifts.append,
            http_client=self._transport,
        )._session
        self._operations = {
            (method, path): operation
            for method, path, _, operation in original.operations()
        }
        self.aside: Counter[str] = Counter()
        self.cases = 0

    def close(self) -> None:
        """Close what carries the requests."""
        self._transport.close()

    def faults(self, method: Method, given: Arguments) -> Iterator[str]:
        """What is wrong with what a method comes to.

        Args:
            method: The method.
            given: What it is called with.
        """
        operation = method.operation
        written = self._operations[operation.method, operation.path]
        described = list(
            answers_of(self._original, operation.method, operation.path, written)
        )
        listed = [*responses(written)]
        keys = {key for key, *_ in listed}
        for key, statuses, response in listed:
            own = [answer for answer in described if answer.status == key]
            for status in statuses:
                if not _ends_call(status, keys, method):
                    self.aside["answers that are no end of a call"] += 1
                    continue
                has_content = self._has_content(response)
                for served in self._of(operation.method, status, own, has_content):
                    self.cases += 1
                    if found := self._fault(method, given, served):
                        yield f"{key}: {found}"

    def _of(
        self, method: str, status: int, described: list[Answer], has_content: bool
    ) -> Iterator[_Served]:
        """The answers that are served for a status, none of which leads elsewhere."""
        if not has_body(method, status):
            yield _Served(status, "", b"")
            return
        is_served = False
        for answer in described:
            if not is_json(answer.content_type):
                continue
            body = self._body(answer)
            if body is not None:
                is_served = True
                kind = answer.content_type
                yield _Served(status, kind, body, answer.schema)
        if not is_served and status >= _FIRST_ERROR:
            yield _Served(status, "text/plain", b"It failed.")
        elif not is_served and status >= _FIRST_REDIRECT and not has_content:
            yield _Served(status, "", b"")
        elif not is_served:
            self.aside["answers that are no JSON, or without a value"] += 1

    def _fault(self, method: Method, given: Arguments, served: _Served) -> str:
        self._served = served
        self._drifts.clear()
        try:
            bound = getattr(method.owner(self._session), method.name)
            result = bound(**keywords(method, given))
            if is_paged := callable(getattr(result, "first", None)):
                result = result.first()
            if callable(close := getattr(result, "close", None)):
                close()
                is_paged = True
        except self._error as error:
            return self._error_fault(error, served)
        except Exception as error:
            return f"{served.status} raises {type(error).__name__}: {error}"[:300]
        if served.status >= _FIRST_ERROR:
            return f"{served.status} is no error, {type(result).__name__} comes"
        if self._drifts:
            return f"{served.status}: {self._drifts[0]}"
        if served.status == _NOT_MODIFIED and result is not None:
            return f"{served.status} holds nothing, {type(result).__name__} comes"
        return "" if is_paged else self._difference(result, served)

    def _error_fault(self, error: Exception, served: _Served) -> str:
        found = getattr(error, "status_code", None)
        if served.status < _FIRST_ERROR:
            return f"{served.status} raises {type(error).__name__}"
        if found != served.status:
            return f"{served.status} raises an error of status {found}"
        data = getattr(error, "data", None)
        if served.body[:1] not in {b"{", b"["}:
            return ""
        return self._difference(data, served)

    def _difference(self, value: object, served: _Served) -> str:
        """How a value that came differs from what was served, where its schema says what it is."""
        if served.schema is None or _is_bytes(value):
            return ""
        came = msgspec.json.decode(self._to_json(value))
        sent = json.loads(served.body)
        found = self._comparison.difference(sent, came, [served.schema])
        return f"{served.status}: {found}" if found else ""

    def _has_content(self, response: Piece) -> bool:
        try:
            found = self._original.follow(response)
        except Dangling:
            return True
        return found.get("content") is not None or found.get("schema") is not None

    def _body(self, answer: Answer) -> bytes | None:
        """A body that fits what is described, the same one for each schema that is shared."""
        schema = answer.schema
        if schema is None:
            return None
        value = schema.value
        reference = value.get("$ref") if is_object(value) else None
        key = f"{schema.file} {reference}" if reference else schema.uri
        if key not in self._bodies:
            fitting = (each for each in self._values(answer, schema))
            found = next(fitting, _NOTHING)
            self._bodies[key] = (
                None if found is _NOTHING else json.dumps(found).encode()
            )
        return self._bodies[key]

    def _values(self, answer: Answer, schema: Piece) -> Iterator[Tree]:
        for value in (*answer.examples, *self._drawn(schema)):
            try:
                if not self._judge.fault(value, schema):
                    json.dumps(value, allow_nan=False)
                    yield value
            except (Undecided, TypeError, ValueError):
                continue

    def _drawn(self, schema: Piece) -> list[Tree]:
        made = Bounded(self._original).make(schema)
        if made is None:
            return []
        try:
            return draw(made, _VALUES, _SECONDS)
        except Undrawable:
            return []

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        served = self._served
        headers = {"content-type": served.content_type} if served.content_type else {}
        return httpx2.Response(served.status, headers=headers, content=served.body)


_NOTHING = object()


def _ends_call(status: int, keys: Collection[str], method: Method) -> bool:
    """Whether a call returns or raises what comes with a status, without a Location.

    Another 3xx than 304 returns where it stands for the success that nothing else describes; pages
    and streams are never without their items.
    """
    if status not in range(_FIRST_REDIRECT, _FIRST_ERROR):
        return status >= _FIRST_SUCCESS
    if status == _NOT_MODIFIED:
        return not method.has_items
    return not any(as_key(key)[:1] in {"2", "d"} for key in keys)


def _is_bytes(value: object) -> bool:
    return isinstance(value, bytes)
