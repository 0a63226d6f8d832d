"""External pages, and what keeps those of a source the same as where they come from."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Callable, Iterable
from typing import TYPE_CHECKING, Literal

from ._mirror.values import (
    MirrorError,
    MirrorProgress,
    MirrorReport,
    PageFailure,
    SourcePage,
)
from ._runtime.errors import ArgumentError
from ._runtime.process import LazyModule
from ._runtime.request.request_options import RequestOptions
from .resources import external_pages

if TYPE_CHECKING:
    from ._mirror import run, tasks, threads
else:
    # SQLite and asyncio come with them; few programs mirror anything.
    run = LazyModule("._mirror.run", __package__)
    tasks = LazyModule("._mirror.tasks", __package__)
    threads = LazyModule("._mirror.threads", __package__)

__all__ = [
    "AsyncExternalPages",
    "ExternalPages",
    "MirrorError",
    "MirrorProgress",
    "MirrorReport",
    "PageFailure",
    "SourcePage",
]


class ExternalPages(external_pages.ExternalPages):
    """External pages, and what keeps those of a source the same as where they come from."""

    def mirror(
        self,
        source_id: int,
        pages: Iterable[SourcePage],
        *,
        on_missing: Literal["report", "delete"] = "report",
        concurrency: int = 8,
        journal: str | os.PathLike[str] | None = None,
        on_progress: Callable[[MirrorProgress], object] | None = None,
        options: RequestOptions | None = None,
    ) -> MirrorReport:
        """Make the pages of a source on the server the same as these.

        Each page is posted, which creates it or updates the one with its `external_id`, unless the
        journal knows that the server has it with this content. What the server refuses is in the
        report, and the run goes on. A run that ended early, however it did, is made up for by the
        next: only what was on its way is sent again. Since posting a page twice comes to the same,
        it is repeated after 5xx and lost connections, up to six times.

        Of pages with the same `external_id` the last one wins. No more pages are held than are on
        their way. A page counts as updated where the journal knows it, and otherwise where the
        server says that it last changed after it was added, in whole seconds.

        Args:
            source_id: The content import source that the pages belong to.
            pages: The pages that the source has; all of them, unless nothing is ever missing.
            on_missing: What becomes of pages that earlier runs with this journal sent to this
                source and a complete run hasn't: "report" lists them, "delete" removes them. A page
                that failed isn't missing, and nothing is while the run isn't complete.
            concurrency: How many pages are on their way at once, each on a thread. The client's
                `rate_limit` goes for all of them.
            journal: The SQLite file in which it is written down what the server has; it may hold
                several sources, and serves one run at a time. By default one for each server and
                source, in the user's folder for state (`$XDG_STATE_HOME`, `~/.local/state`).
            on_progress: Called with the counts after each page, by the thread that called this.
            options: What goes for each of the calls; `max_retries` is 6 unless it is given.

        Returns: What has become of the pages.
        Raises:
            MirrorError: The journal is in use by another run, or can't be read or written.
            UnauthorizedError, ForbiddenError, NotFoundError: Each page would come to this: the
                credentials don't suffice, or there is no such source.
            APIConnectionError, RateLimitError, ServerError: 20 pages in a row came to one of them.
            ArgumentError: An argument, or a page, isn't of its type.
            Exception: What `pages` or `on_progress` raises. Its notes say how far the run had got,
                as do those of the others; pages that were on their way have been sent.

        Example:
            from intercom_sdk.external_pages import SourcePage

            page = SourcePage(
                external_id="returns",
                title="Returning an order",
                html="<p>Send it back within 30 days.</p>",
            )
            report = client.external_pages.mirror(44, [page])
            print(report.created, report.failed)
        """
        if isinstance(pages, AsyncIterable):
            raise ArgumentError("an AsyncIterable needs AsyncIntercom", member="pages")
        run.check_pages(pages, Iterable)
        settings = run.Settings(
            source_id, on_missing, concurrency, journal, on_progress, options
        )
        begun = run.Run(str(self._session.requests.base), settings)
        return threads.ThreadedMirror(self, begun).mirror(pages)


class AsyncExternalPages(external_pages.AsyncExternalPages):
    """`ExternalPages` for asynchronous clients."""

    async def mirror(
        self,
        source_id: int,
        pages: Iterable[SourcePage] | AsyncIterable[SourcePage],
        *,
        on_missing: Literal["report", "delete"] = "report",
        concurrency: int = 8,
        journal: str | os.PathLike[str] | None = None,
        on_progress: Callable[[MirrorProgress], object] | None = None,
        options: RequestOptions | None = None,
    ) -> MirrorReport:
        """Make the pages of a source on the server the same as these, as `ExternalPages.mirror`.

        The journal is on a thread of its own, and pages are on their way in tasks, which are
        cancelled with the run. `pages` that aren't asynchronous are iterated on the event loop.
        """
        run.check_pages(pages, Iterable, AsyncIterable)
        settings = run.Settings(
            source_id, on_missing, concurrency, journal, on_progress, options
        )
        begun = run.Run(str(self._session.requests.base), settings)
        return await tasks.TaskMirror(self, begun).mirror(pages)
