"""Answers made of our spec's examples: two pages of each list, and an end to endless paging."""

from __future__ import annotations

import copy
import multiprocessing
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from recording_server import Answer, Recorded, recording
from test_spec import follow, operations

# A client that asks on after so many requests is stopped.
MOST_REQUESTS = 9
CURSOR = "two"


class Shown(NamedTuple):
    """An operation: its line, what its paths look like, its first good answer, and how it pages."""

    line: str
    pattern: re.Pattern[str]
    status: int
    example: Any
    paging: dict[str, Any] | None


@cache
def shown() -> tuple[Shown, ...]:
    """The operations of our spec, those with fewest parameters first."""
    found = [*_shown()]
    return tuple(sorted(found, key=lambda each: each.line.count("{")))


def _shown() -> Iterator[Shown]:
    for line, file, operation in operations():
        path = re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(line))
        status, response = next(
            (int(status), response)
            for status, response in operation["responses"].items()
            if status.startswith("2")
        )
        if "$ref" in response:
            response = follow(response["$ref"], file)
        media = response.get("content", {}).get("application/json", {})
        paging = operation.get("x-sdk-pagination")
        yield Shown(line, re.compile(path), status, media.get("example"), paging)


class ExampleServer:
    """What answers the requests of one client.

    Args:
        stops: Whether a client is stopped that goes on after `MOST_REQUESTS`.
    """

    def __init__(self, *, stops: bool) -> None:
        self._stops = stops
        self._count = 0
        self._scrolled = 0

    def restart(self) -> None:
        """Begin anew, for another run."""
        self._count = self._scrolled = 0

    def answer(self, request: Recorded) -> Answer:
        """The answer to a request."""
        self._count += 1
        if self._stops and self._count >= MOST_REQUESTS:
            return Answer(_error("server_error"), 500)
        line = f"{request.method} {request.path}"
        for each in shown():
            if each.pattern.fullmatch(line):
                page = self._page(each, request) if each.paging else each.example
                return Answer(page, each.status)
        return Answer(_error("not_found"), 404)

    def _page(self, operation: Shown, request: Recorded) -> Any:
        declared = operation.paging or {}
        page = copy.deepcopy(operation.example)
        number = self._number(declared, request)
        items = page[declared["items"]]
        if number == 2:
            for item in items:
                item["id"] = _second(item["id"])
        if number > 2:
            page[declared["items"]] = []
        _lead_on(page, declared, number)
        return page

    def _number(self, declared: dict[str, Any], request: Recorded) -> int:
        """Which page is asked for."""
        query = dict(request.query)
        if declared.get("repeats"):
            self._scrolled = self._scrolled % 3 + 1
            return self._scrolled
        if "body" in declared:
            value = request.json
            for key in declared["body"].split("."):
                value = (value or {}).get(key)
            return 2 if value == CURSOR else 1
        if query.get(declared.get("parameter", "")) == CURSOR:
            return 2
        return int(query.get("page", "1"))


def _lead_on(page: dict[str, Any], declared: dict[str, Any], number: int) -> None:
    """Say what the next page is asked for with; a scroll says it by itself."""
    is_first = number == 1
    if "more" in declared:
        page |= {"next_cursor": CURSOR if is_first else None, "has_more": is_first}
    elif "page" in declared:
        page["pages"] |= {"page": number, "total_pages": 2}
    elif "repeats" not in declared:
        following = {"page": 2, "starting_after": CURSOR}
        page["pages"]["next"] = following if is_first else None


def _second(id: str | int) -> str | int:
    return id + 1000 if isinstance(id, int) else f"{id}0"


def _error(code: str) -> dict[str, Any]:
    return {"type": "error.list", "request_id": None, "errors": [{"code": code}]}


@contextmanager
def serving() -> Iterator[str]:
    """The server in a process of its own, so that its CPU time isn't the client's."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.terminate()
        process.join()


def _serve(report: Connection) -> None:
    with recording(ExampleServer(stops=False).answer) as server:
        report.send(server.url)
        report.recv()
