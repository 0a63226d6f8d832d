"""A run of a mirror: what both kinds of clients decide in the same way."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import (
    Concatenate,
    Final,
    Literal,
    NamedTuple,
    ParamSpec,
    TypeAlias,
    TypeVar,
)

from msgspec.structs import replace

from .._models.external_pages import ExternalPage
from .._runtime.argument_checks import (
    check_callback,
    check_count,
    check_type,
    kind_of,
    run_callback,
)
from .._runtime.errors import (
    APIConnectionError,
    APIError,
    ArgumentError,
    CredentialsError,
    ForbiddenError,
    NotFoundError,
    RateLimitError,
    ServerError,
    UnauthorizedError,
)
from .._runtime.request.request_options import RequestOptions
from .journal import Journal, Known, default_path
from .values import (
    MirrorError,
    MirrorProgress,
    MirrorReport,
    PageFailure,
    SourcePage,
)

K = ParamSpec("K")
T = TypeVar("T")


class AnswerError(APIError):
    """An answer departs from its description, and lacks what has to be written down."""


OnMissing: TypeAlias = Literal["report", "delete"]
Outcome: TypeAlias = Literal["created", "updated", "unchanged", "deleted"] | PageFailure

# A run of hours meets more than a single call does.
_RETRIES: Final = 6
# SQLite's.
_LARGEST_ID: Final = 2**63 - 1
# So many in a row that no retry gets through: the server is down.
_MAX_OUTAGES: Final = 20
_OUTAGES: Final = (APIConnectionError, RateLimitError, ServerError)
# What every page would come to: no valid credentials, or a source that isn't there.
_FATAL: Final = (
    CredentialsError,
    UnauthorizedError,
    ForbiddenError,
    NotFoundError,
)


class Settings(NamedTuple):
    """The arguments of `mirror`, without the pages."""

    source_id: int
    on_missing: OnMissing
    concurrency: int
    journal: str | os.PathLike[str] | None
    on_progress: Callable[[MirrorProgress], object] | None
    options: RequestOptions | None


class Run:
    """The journal of a run, on a thread of its own, and what has become of the pages.

    Args:
        server: The base URL.
        settings: What the caller wants.

    Raises:
        ArgumentError: An argument isn't of its type.
    """

    def __init__(self, server: str, settings: Settings) -> None:
        check_count("source_id", settings.source_id)
        if settings.source_id > _LARGEST_ID:
            raise ArgumentError(f"source_id must be at most {_LARGEST_ID}")
        check_count("concurrency", settings.concurrency, 1)
        check_callback("on_progress", settings.on_progress)
        check_type("options", settings.options, RequestOptions)
        if settings.on_missing not in ("report", "delete"):
            raise ArgumentError('on_missing must be "report" or "delete"')
        _check_path("journal", settings.journal)
        self.settings = settings
        self.options: RequestOptions = _repeatable(settings.options)
        self.deleting: RequestOptions = replace(
            self.options, body={}, idempotency_key=None
        )
        self._server = server
        self._thread = ThreadPoolExecutor(1, "mirror-journal")
        self._progress = MirrorProgress()
        self._failures: list[PageFailure] = []
        self._outages = 0
        # No other run can open it until this one closes it.
        self.opened: Future[Journal] = self._thread.submit(self._open)

    def journaled(
        self,
        function: Callable[Concatenate[Journal, K], T],
        *arguments: K.args,
        **keywords: K.kwargs,
    ) -> Future[T]:
        """Call a method of the journal on its thread."""

        def call() -> T:
            try:
                return function(self.opened.result(), *arguments, **keywords)
            except sqlite3.Error as error:
                raise MirrorError(f"the journal can't be written: {error}") from error

        return self._thread.submit(call)

    def close(self) -> Future[None]:
        """Close the journal, after all that has been requested of it."""
        closed = self._thread.submit(self._close)
        self._thread.shutdown(wait=False)
        return closed

    def digest(self, page: SourcePage) -> bytes:
        """What tells the content of a page, as it is sent, from any other."""
        return page.digest(self.options.body)

    @staticmethod
    def check_page(page: object) -> None:
        """Refuse what is no page."""
        if not isinstance(page, SourcePage):
            raise ArgumentError(f"pages must be SourcePage, not {type(page).__name__}")

    @staticmethod
    def page_id(page: ExternalPage) -> str:
        """The id by which a page can be deleted.

        Raises:
            AnswerError: The answer departs from its description, and has none.
        """
        given: object = getattr(page, "id", None)
        if not isinstance(given, str | int) or given == "":
            raise AnswerError("the answer has no id of the page")
        return str(given)

    @staticmethod
    def stored(known: Known, page: ExternalPage) -> Outcome:
        """What sending a page that the server has taken came to.

        The status is the same for a new page and for one that was there. The journal knows most of
        those; of one that it doesn't know, as after a kill or with a new journal, the server's
        times tell it, in whole seconds.
        """
        updated, created = _moment(page.updated_at), _moment(page.created_at)
        if known == "new" and updated <= created:
            return "created"
        return "updated"

    @staticmethod
    def refused(external_id: str, error: APIError) -> PageFailure:
        """What a page comes to that the server hasn't taken.

        Raises:
            APIError: The error itself, where each further page would come to the same.
        """
        if isinstance(error, _FATAL):
            raise error
        cause: BaseException | None = error
        while cause is not None:
            # The frames hold the page, and the report any number of failures.
            cause.__traceback__ = None
            cause = cause.__cause__ or cause.__context__
        return PageFailure(external_id, str(error), error)

    def count(self, outcome: Outcome) -> None:
        """Note what has become of a page, and report progress.

        Raises:
            APIError: The server has been down for a while.
        """
        kind = "failed" if isinstance(outcome, PageFailure) else outcome
        count: int = getattr(self._progress, kind) + 1
        self._progress = replace(self._progress, **{kind: count})
        if isinstance(outcome, PageFailure):
            self._failures.append(outcome)
        if self.settings.on_progress is not None:
            run_callback("on_progress", self.settings.on_progress, self._progress)
        if isinstance(outcome, PageFailure) and isinstance(outcome.error, _OUTAGES):
            self._outages += 1
            if self._outages >= _MAX_OUTAGES:
                raise outcome.error
        elif outcome != "unchanged":
            # An unchanged page says nothing of the server.
            self._outages = 0

    def note_end(self, error: BaseException) -> None:
        """Say at an error that ended the run how far it had got."""
        error.add_note(f"The mirror ended early, after {self._progress}.")

    def report(self, missing: list[str]) -> MirrorReport:
        """What the run came to."""
        counts = self._progress
        return MirrorReport(
            created=counts.created,
            updated=counts.updated,
            unchanged=counts.unchanged,
            deleted=counts.deleted,
            failed=tuple(self._failures),
            missing=tuple(missing),
        )

    def _open(self) -> Journal:
        source_id, chosen = self.settings.source_id, self.settings.journal
        path = default_path(self._server, source_id) if chosen is None else Path(chosen)
        return Journal(path, self._server, source_id)

    def _close(self) -> None:
        if self.opened.exception() is None:
            self.opened.result().close()


def _check_path(name: str, path: object) -> None:
    if path is not None and not isinstance(path, str | os.PathLike):
        raise ArgumentError(f"{name} must be a path, not {kind_of(path)}")


def check_pages(pages: object, *kinds: type) -> None:
    """Refuse what can't be iterated."""
    if not isinstance(pages, kinds):
        raise ArgumentError(
            f"pages must be an iterable of SourcePage, not {kind_of(pages)}"
        )


def _repeatable(options: RequestOptions | None) -> RequestOptions:
    """Options with which a page is sent again after 5xx and lost connections.

    An upsert by `external_id` comes to the same twice, and a key says so to whoever counts: those
    who call `create` themselves still decide it for each call.
    """
    options = options or RequestOptions()
    retries = _RETRIES if options.max_retries is None else options.max_retries
    return replace(options, idempotency_key=True, max_retries=retries)


def _moment(time: object) -> int:
    """A time in whole seconds, 0 where the answer departs from its description."""
    return time if isinstance(time, int) else 0
