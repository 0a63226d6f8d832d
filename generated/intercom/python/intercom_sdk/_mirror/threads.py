"""A mirror with threads: a page is sent while others are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from .._runtime.concurrency.concurrent_map import map_concurrently
from .._runtime.errors import ArgumentError, NotFoundError, RequestError
from .journal import Journal, MissingPage
from .run import AnswerError, Outcome, Run
from .values import MirrorReport, SourcePage

if TYPE_CHECKING:
    from ..external_pages import ExternalPages

T = TypeVar("T")


class ThreadedMirror:
    """A run of a mirror with a synchronous client.

    Args:
        resource: Sends the pages.
        run: What has become of them.
    """

    def __init__(self, resource: ExternalPages, run: Run) -> None:
        self._resource = resource
        self._run = run
        # The pages on their way by their ids.
        self._sending: dict[str, Event] = {}

    def mirror(self, pages: Iterable[SourcePage]) -> MirrorReport:
        """Send what has changed, and report or delete what is missing."""
        run = self._run
        try:
            run.opened.result()
            self._count(self._put, self._in_turn(pages))
            if run.settings.on_missing == "delete":
                self._count(self._remove, self._missing())
                return run.report([])
            return run.report([page.external_id for page in self._missing()])
        except BaseException as error:
            run.note_end(error)
            raise
        finally:
            run.close().result()

    def _count(self, function: Callable[[T], Outcome], items: Iterable[T]) -> None:
        concurrency = self._run.settings.concurrency
        with map_concurrently(
            function, items, concurrency=concurrency, ordered=False
        ) as outcomes:
            for outcome in outcomes:
                self._run.count(outcome)

    def _in_turn(self, pages: Iterable[SourcePage]) -> Iterator[SourcePage]:
        """The pages, none while another with its id is on its way, so that the last one wins."""
        for page in pages:
            self._run.check_page(page)
            if (before := self._sending.get(page.external_id)) is not None:
                before.wait()
            self._sending[page.external_id] = Event()
            yield page

    def _put(self, page: SourcePage) -> Outcome:
        run, key = self._run, page.external_id
        try:
            digest = run.digest(page)
            known = run.journaled(Journal.look_up, key, digest).result()
            if known == "unchanged":
                return "unchanged"
            stored = self._resource.create(
                source_id=run.settings.source_id,
                options=run.options,
                **page.content(),
            )
            run.journaled(Journal.confirm, key, digest, run.page_id(stored)).result()
            return run.stored(known, stored)
        except (RequestError, ArgumentError, AnswerError) as error:
            return run.refused(key, error)
        finally:
            self._sending.pop(key).set()

    def _missing(self) -> Iterator[MissingPage]:
        after = ""
        while rows := self._run.journaled(Journal.missing, after).result():
            yield from rows
            after = rows[-1].external_id

    def _remove(self, page: MissingPage) -> Outcome:
        try:
            self._resource.delete(page.page_id, options=self._run.deleting)
        except NotFoundError:
            # An earlier run may have been killed before it could write that down.
            pass
        except (RequestError, ArgumentError) as error:
            return self._run.refused(page.external_id, error)
        self._run.journaled(Journal.forget, page.external_id).result()
        return "deleted"
