"""What a job comes to: the value, or the error, and the requests that the server saw."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeAlias

import httpx
from intercom import Intercom as Official
from intercom.core.api_error import ApiError
from intercom_sdk import Intercom
from recording_server import Recorded, recording

from everyday.example_server import ExampleServer

# A request: its line with the query, and its JSON.
Sent: TypeAlias = tuple[str, Any]


class Outcome(NamedTuple):
    """What a job comes to.

    Attributes:
        value: What the function returns, or the error's name and status.
        sent: The requests, in order.
    """

    value: Any
    sent: tuple[Sent, ...]

    @property
    def with_text_ids(self) -> Outcome:
        """The same, ids that are numbers as texts, which the API takes as well."""
        found = tuple((line, _with_text_ids(json)) for line, json in self.sent)
        return self._replace(sent=found)

    @property
    def changes(self) -> list[Sent]:
        """The requests but those that read."""
        return [
            (line, json)
            for line, json in self.with_text_ids.sent
            if not re.match(r"GET |POST /\w+/(list|search)\b", line)
        ]

    def is_as_good_as(self, right: Outcome) -> bool:
        """Whether it is the right value, by the right changes."""
        return (self.value, self.changes) == (right.value, right.changes)


def _with_text_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: str(member) if key.endswith("id") else _with_text_ids(member)
            for key, member in value.items()
        }
    if isinstance(value, list):
        return [_with_text_ids(each) for each in value]
    return value


def sent(requests: list[Recorded]) -> tuple[Sent, ...]:
    """Requests as outcomes have them."""
    found: list[Sent] = []
    for each in requests:
        query = "&".join(f"{name}={value}" for name, value in each.query)
        line = f"{each.method} {each.path}"
        found.append((f"{line}?{query}" if query else line, each.json))
    return tuple(found)


def function(who: str, name: str) -> Callable[..., Any]:
    """The function of a job, `module.name`, as `ours` or as `theirs`."""
    module, _, member = name.partition(".")
    found: Callable[..., Any] = getattr(
        importlib.import_module(f"everyday.{who}.{module}"), member
    )
    return found


def lines(written: Callable[..., Any]) -> int:
    """How many lines the body of a function has, without comments, as black lays it out."""
    text = textwrap.dedent(inspect.getsource(written))
    first = ast.parse(text).body[0]
    assert isinstance(first, ast.FunctionDef)
    body = text.splitlines()[first.body[0].lineno - 1 :]
    return sum(not line.lstrip().startswith("#") for line in body if line.strip())


@contextmanager
def client(who: str, url: str) -> Iterator[Any]:
    """A client of ours or of theirs, which is closed afterwards."""
    if who == "ours":
        with Intercom(token="t", base_url=url) as made:
            yield made
    else:
        # The official client has no close(): its transport is made and closed here.
        with httpx.Client() as transport:
            yield Official(token="t", base_url=url, httpx_client=transport)


def outcome_of(who: str, name: str, arguments: tuple[Any, ...]) -> Outcome:
    """What a job comes to against a server that stops a client which doesn't stop asking."""
    server = ExampleServer(stops=True)
    with recording(server.answer) as served, client(who, served.url) as made:
        try:
            value = function(who, name)(made, *arguments)
        except ApiError as error:
            value = f"{type(error).__name__} {error.status_code}"
        except (TypeError, ValueError, AttributeError) as error:
            value = type(error).__name__
        return Outcome(value, sent(served.requests))
