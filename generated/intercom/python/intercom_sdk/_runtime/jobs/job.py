"""Operations that show a job, and those that start one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from ..call.session import Session
from ..errors import APIError, APIResponseError, APITimeoutError
from ..operation.json_path import Absent
from ..operation.members import BodyMembers
from ..operation.operation import Operation
from ..process import LazyModule
from ..request.request_options import OMIT, RequestOptions
from ..response.response import Response
from .progress import Progress
from .state import Keys, State

if TYPE_CHECKING:
    from ..call import async_session
else:
    async_session = LazyModule("..call.async_session", __package__)

# All that a module with jobs imports, so that one line does it.
__all__ = ["PollOperation", "StartOperation", "State"]

S = TypeVar("S")
T = TypeVar("T")
# Where the value of a parameter comes from: a path in the answer that started the job, the position
# of one of the values that it was started with, or None where there is none.
Source: TypeAlias = Keys | int | None


class PollOperation(Operation[T], Generic[T], eq=False, kw_only=True):
    """An operation that shows how far a job is.

    Args:
        states: What its members say about the job; the others are those of `Operation`.
    """

    states: tuple[State, ...]

    def wait(  # noqa: PLR0913, PLR0917 -- what a job is waited for with
        self,
        session: Session,
        values: Sequence[object] = (),
        body: object = OMIT,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Response[T]:
        """Look at a job until it is done.

        Args:
            session: Sends the requests.
            values: The values of the parameters.
            body: The request body, or OMIT.
            deadline: Seconds for all of it; None for no limit.
            on_progress: Called with the job each time that it is shown.
            options: The options of each request.

        Returns:
            The answer that shows the job done.

        Raises:
            JobFailedError: It failed.
            JobTimeoutError: It isn't done within the deadline.
        """
        progress = Progress(self, session.settings, deadline, on_progress, options)
        return self.follow(session, values, progress, body)

    async def wait_async(  # noqa: PLR0913, PLR0917 -- as above
        self,
        session: async_session.AsyncSession,
        values: Sequence[object] = (),
        body: object = OMIT,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Response[T]:
        """The same as `wait`, to be awaited."""
        progress = Progress(self, session.settings, deadline, on_progress, options)
        return await self.follow_async(session, values, progress, body)

    def follow(
        self,
        session: Session,
        values: Sequence[object],
        progress: Progress[T],
        body: object = OMIT,
    ) -> Response[T]:
        """Look at a job until it is done, as a wait that has begun."""
        while True:
            options = progress.options()
            try:
                response = session.respond(self, values, body, options=options)
            except APITimeoutError as error:
                raise progress.timed_out(error) from error
            if progress.is_done(response):
                return response
            session.pause(progress.pause(response))

    async def follow_async(
        self,
        session: async_session.AsyncSession,
        values: Sequence[object],
        progress: Progress[T],
        body: object = OMIT,
    ) -> Response[T]:
        """The same as `follow`, to be awaited."""
        while True:
            options = progress.options()
            try:
                response = await session.respond(self, values, body, options=options)
            except APITimeoutError as error:
                raise progress.timed_out(error) from error
            if progress.is_done(response):
                return response
            await session.pause(progress.pause(response))


class StartOperation(Operation[S], Generic[S, T], eq=False, kw_only=True):
    """An operation that starts a job.

    Args:
        poll: The operation that shows it.
        sources: Where the values of its parameters come from; the others are those of `Operation`.
    """

    poll: PollOperation[T]
    sources: tuple[Source, ...] = ()

    def wait(  # noqa: PLR0913, PLR0917 -- what a job is started and waited for with
        self,
        session: Session,
        values: Sequence[object] = (),
        body: object = OMIT,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Response[T]:
        """Start a job and look at it until it is done, as `PollOperation.wait`."""
        progress = Progress(self.poll, session.settings, deadline, on_progress, options)
        started = session.respond(self, values, body, options=progress.options())
        found = self._values(started, values)
        progress.leave_start()
        try:
            session.pause(progress.pause_after_start(started))
            return self.poll.follow(session, found, progress)
        except APIError as error:
            self._name_job(error, found)
            raise

    async def wait_async(  # noqa: PLR0913, PLR0917 -- as above
        self,
        session: async_session.AsyncSession,
        values: Sequence[object] = (),
        body: object = OMIT,
        deadline: float | None = None,
        on_progress: Callable[[T], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Response[T]:
        """The same as `wait`, to be awaited."""
        progress = Progress(self.poll, session.settings, deadline, on_progress, options)
        started = await session.respond(self, values, body, options=progress.options())
        found = self._values(started, values)
        progress.leave_start()
        try:
            await session.pause(progress.pause_after_start(started))
            return await self.poll.follow_async(session, found, progress)
        except APIError as error:
            self._name_job(error, found)
            raise

    def _values(self, started: Response[S], given: Sequence[object]) -> list[object]:
        """The values of the parameters of the operation that shows the job.

        Raises:
            APIResponseError: The answer doesn't have them.
        """
        body = BodyMembers(started.data, started.body)
        return [self._value(source, body, started, given) for source in self.sources]

    def _value(
        self,
        source: Source,
        body: BodyMembers,
        started: Response[Any],
        given: Sequence[object],
    ) -> object:
        if source is None:
            return OMIT
        if isinstance(source, int):
            return given[source]
        value = body.at(source)
        if value is None or isinstance(value, Absent):
            where = f"{started.method} {started.path}"
            raise APIResponseError(
                f"{where}: {body.mismatch(source, 'what names the job')}",
                status_code=started.status,
                headers=started.headers,
                body=started.body,
                method=started.method,
                path=started.path,
                request_id=started.request_id,
                data=started.data,
            )
        return value

    def _name_job(self, error: APIError, values: Sequence[object]) -> None:
        """Say which job it was, so that a later wait can go on."""
        names = (parameter.name for parameter in self.poll.parameters)
        pairs = zip(names, values, strict=True)
        shown = ", ".join(
            f"{name}={value!r}" for name, value in pairs if value is not OMIT
        )
        error.add_note(f"the job was started: {shown}")
