"""A mirror with tasks: a page is sent while others are."""

from __future__ import annotations

from asyncio import Event, shield
from asyncio import wrap_future as wrapped
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from .._runtime.concurrency.concurrent_map import map_concurrently
from .._runtime.errors import ArgumentError, NotFoundError, RequestError
from .journal import Journal, MissingPage
from .run import AnswerError, Outcome, Run
from .values import MirrorReport, SourcePage

if TYPE_CHECKING:
    from ..external_pages import AsyncExternalPages

T = TypeVar("T")


class TaskMirror:
    """A run of a mirror with an asynchronous client.

    Args:
        resource: Sends the pages.
        run: What has become of them.
    """

    def __init__(self, resource: AsyncExternalPages, run: Run) -> None:
        self._resource = resource
        self._run = run
        # The pages on their way by their ids.
        self._sending: dict[str, Event] = {}

    async def mirror(
        self, pages: Iterable[SourcePage] | AsyncIterable[SourcePage]
    ) -> MirrorReport:
        """Send what has changed, and report or delete what is missing."""
        run = self._run
        try:
            await _done(run.opened)
            await self._count(self._put, self._in_turn(pages))
            if run.settings.on_missing == "delete":
                await self._count(self._remove, self._missing())
                return run.report([])
            return run.report([page.external_id async for page in self._missing()])
        except BaseException as error:
            run.note_end(error)
            raise
        finally:
            await _done(run.close())

    async def _count(
        self, function: Callable[[T], Awaitable[Outcome]], items: AsyncIterator[T]
    ) -> None:
        concurrency = self._run.settings.concurrency
        async with map_concurrently(
            function, items, concurrency=concurrency, ordered=False
        ) as outcomes:
            async for outcome in outcomes:
                self._run.count(outcome)

    async def _in_turn(
        self, pages: Iterable[SourcePage] | AsyncIterable[SourcePage]
    ) -> AsyncIterator[SourcePage]:
        """The pages, none while another with its id is on its way, so that the last one wins."""
        async for page in _iterated(pages):
            self._run.check_page(page)
            if (before := self._sending.get(page.external_id)) is not None:
                await before.wait()
            self._sending[page.external_id] = Event()
            yield page

    async def _put(self, page: SourcePage) -> Outcome:
        run, key = self._run, page.external_id
        try:
            digest = run.digest(page)
            known = await _done(run.journaled(Journal.look_up, key, digest))
            if known == "unchanged":
                return "unchanged"
            stored = await self._resource.create(
                source_id=run.settings.source_id,
                options=run.options,
                **page.content(),
            )
            await _done(
                run.journaled(Journal.confirm, key, digest, run.page_id(stored))
            )
            return run.stored(known, stored)
        except (RequestError, ArgumentError, AnswerError) as error:
            return run.refused(key, error)
        finally:
            self._sending.pop(key).set()

    async def _missing(self) -> AsyncIterator[MissingPage]:
        after = ""
        while rows := await _done(self._run.journaled(Journal.missing, after)):
            for page in rows:
                yield page
            after = rows[-1].external_id

    async def _remove(self, page: MissingPage) -> Outcome:
        try:
            await self._resource.delete(page.page_id, options=self._run.deleting)
        except NotFoundError:
            # An earlier run may have been killed before it could write that down.
            pass
        except (RequestError, ArgumentError) as error:
            return self._run.refused(page.external_id, error)
        await _done(self._run.journaled(Journal.forget, page.external_id))
        return "deleted"


async def _done(future: Future[T]) -> T:
    """What a thread comes to, which isn't cancelled with the task that waits for it."""
    return await shield(wrapped(future))


async def _iterated(items: Iterable[T] | AsyncIterable[T]) -> AsyncIterator[T]:
    if isinstance(items, AsyncIterable):
        async for item in items:
            yield item
    else:
        for item in items:
            yield item
