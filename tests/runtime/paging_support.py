"""A session that answers from a list of pages, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest
from codec_support import Note, NoteList
from sdk_runtime.errors import DriftError, PaginationError
from sdk_runtime.json.codec import Codec
from sdk_runtime.json.drift import Drift
from sdk_runtime.json.plain_data import Annotation, Plain
from sdk_runtime.paging.pager import AsyncPager, PagedOperation, Pager
from sdk_runtime.paging.pagination_state import ByCursor, PageRequest, Paging
from sdk_runtime.request.parameters import PathParameter, QueryParameter
from sdk_runtime.request.request_options import OMIT, RequestOptions
from sdk_runtime.response.content import Json
from sdk_runtime.response.response import Headers, Response

BASE = "https://api.example.test/contacts/1/notes"
CURSOR = ByCursor(
    items=("data",),
    next=("pages", "next"),
    parameter="starting_after",
    cursor_key="starting_after",
)


class FakeSession:
    """Hands out pages in order, or as a function of the step gives them."""

    def __init__(
        self,
        pages: Iterable[object] | Callable[[PageRequest], object],
        kind: Annotation = NoteList,
        *,
        strict: bool = False,
    ) -> None:
        self._answer = pages if callable(pages) else _each(pages)
        self._kind = kind
        self.steps: list[PageRequest] = []
        self.bodies: list[object] = []
        self.drifts: list[Drift] = []
        self.codec = Codec(strict, self.drifts.append, logging.getLogger("sdk.test"))

    def locate(self, operation: Plain, values: Sequence[object]) -> str:
        """The URL of the list."""
        return BASE

    def respond(
        self,
        operation: Plain,
        values: Plain,
        body: Plain,
        *,
        options: RequestOptions | None,
        url: str,
    ) -> Response[Any]:
        """The next page."""
        query = tuple(options.query.items()) if options else ()
        step = PageRequest(query=query, url=url)
        self.steps.append(step)
        self.bodies.append(body)
        page, links = _with_links(self._answer(step))
        answer = json.dumps(page).encode()
        data = self.codec.decode(self._kind, answer, where="GET /contacts/{id}/notes")
        return Response(
            data=data,
            status=200,
            headers=Headers([(b"Link", link.encode()) for link in links]),
            body=answer,
            request_id="r1",
            method="GET",
            path="/notes",
            elapsed=0.0,
            retries=0,
        )


class AsyncFakeSession(FakeSession):
    """The same, to be awaited."""

    async def respond(self, *args: Plain, **given: Plain) -> Response[Any]:  # type: ignore[override]  # awaited
        """The next page."""
        return super().respond(*args, **given)


def _with_links(answer: object) -> tuple[object, tuple[str, ...]]:
    """A page and its headers Link, of which most have none."""
    return answer if isinstance(answer, tuple) else (answer, ())


def _each(pages: Iterable[object]) -> Callable[[PageRequest], object]:
    left = iter(pages)
    return lambda step: next(left)


def operation(paging: Paging) -> PagedOperation[Note, NoteList]:
    """A list operation with a page and an offset parameter."""
    return PagedOperation(
        "GET",
        "/contacts/{id}/notes",
        paging=paging,
        parameters=(
            PathParameter("id"),
            QueryParameter("page"),
            QueryParameter("skip"),
        ),
        responses={"200": Json(NoteList)},
    )


def pager(
    session: Plain, paging: Paging = CURSOR, *, page: object = OMIT, **more: Plain
) -> Pager[Any, Any]:
    """A pager over a fake session."""
    return Pager(session, operation(paging), ("1", page, OMIT), **more)


def async_pager(
    session: Plain, paging: Paging = CURSOR, **more: Plain
) -> AsyncPager[Any, Any]:
    """An asynchronous pager over a fake session."""
    return AsyncPager(session, operation(paging), ("1", OMIT, OMIT), **more)


def page(*ids: str, next: object = None, **more: object) -> dict[str, object]:
    """A page of notes as JSON, with what stands at `pages.next`."""
    return {"data": [{"id": name} for name in ids], "pages": {"next": next}, **more}


def after(cursor: str | int) -> PageRequest:
    """The step to a cursor."""
    return PageRequest(query=(("starting_after", cursor),))


def run(
    pages: Plain, paging: Paging = CURSOR, kind: Annotation = NoteList, **more: Plain
) -> tuple[list[str], list[PageRequest], FakeSession]:
    """The ids that a pager yields, sync and async being the same, and its requests."""
    session, awaited = FakeSession(pages, kind), AsyncFakeSession(pages, kind)
    ids = list(map(identity, pager(session, paging, **more)))

    async def collect() -> list[str]:
        return [identity(item) async for item in async_pager(awaited, paging, **more)]

    assert asyncio.run(collect()) == ids
    assert awaited.steps == session.steps
    assert awaited.drifts == session.drifts
    return ids, session.steps, session


def fault(
    pages: Plain,
    paging: Paging = CURSOR,
    kind: Annotation = NoteList,
    *,
    strict: bool = False,
    **more: Plain,
) -> tuple[list[str], str, int]:
    """What a pager that fails yields before, its message, and its number of requests.

    Items and pages, synchronous and asynchronous, are the same.
    """
    outcomes: list[tuple[list[str], str, int]] = []
    for walk in (_items, _pages, _items_awaited, _pages_awaited):
        session = AsyncFakeSession if walk in _AWAITED else FakeSession
        made = session(pages, kind, strict=strict)
        ids: list[str] = []
        with pytest.raises((PaginationError, DriftError)) as raised:
            walk(made, paging, ids, more)
        outcomes.append((ids, str(raised.value), len(made.steps)))
    assert all(outcome == outcomes[0] for outcome in outcomes)
    return outcomes[0]


def _items(session: Plain, paging: Paging, ids: list[str], more: Plain) -> None:
    for item in pager(session, paging, **more):
        ids.append(identity(item))


def _pages(session: Plain, paging: Paging, ids: list[str], more: Plain) -> None:
    for each in pager(session, paging, **more).pages():
        ids.extend(map(identity, each))


def _items_awaited(session: Plain, paging: Paging, ids: list[str], more: Plain) -> None:
    async def collect() -> None:
        async for item in async_pager(session, paging, **more):
            ids.append(identity(item))

    asyncio.run(collect())


def _pages_awaited(session: Plain, paging: Paging, ids: list[str], more: Plain) -> None:
    async def collect() -> None:
        async for each in async_pager(session, paging, **more).pages():
            ids.extend(map(identity, each))

    asyncio.run(collect())


_AWAITED = (_items_awaited, _pages_awaited)


def identity(item: Plain) -> str:
    """The id of a note, in a model or in plain data."""
    return str(item["id"] if isinstance(item, dict) else getattr(item, "id", item))


def plain(
    pages: list[Any], paging: Paging
) -> tuple[list[str], list[PageRequest], FakeSession]:
    session = FakeSession(pages, dict[str, Any])
    return [item["id"] for item in pager(session, paging)], session.steps, session
