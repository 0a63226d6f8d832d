"""The progress of one wait: its deadline, the pauses between two looks, and what they showed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from msgspec.structs import replace

from ..argument_checks import (
    check_callback,
    check_seconds,
    check_type,
    run_callback,
)
from ..errors import APITimeoutError
from ..json.drift import shorten
from ..operation.json_path import Absent
from ..operation.members import BodyMembers
from ..process import LOGGER
from ..request.request_options import RequestOptions
from ..response.retry import retry_after
from .errors import JobFailedError, JobTimeoutError
from .state import State, outcome

if TYPE_CHECKING:
    from ..call.client_settings import ClientSettings
    from ..response.response import Response
    from .job import PollOperation

T = TypeVar("T")

_FIRST_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 30.0
_GROWTH: Final = 1.5
# What is left for the last look, of the time that is left before it.
_LAST_LOOK: Final = 0.25


class Progress(Generic[T]):
    """How far a wait has got. `job` is the job as it was shown last, None before.

    Args:
        operation: Shows the job.
        settings: Those of the client.
        deadline: Seconds for all of it; None for no limit.
        on_progress: Called with the job each time that it is shown.
        options: The options of each request.

    Raises:
        ArgumentError: One of them isn't of its type.
    """

    def __init__(
        self,
        operation: PollOperation[T],
        settings: ClientSettings,
        deadline: float | None,
        on_progress: Callable[[T], object] | None,
        options: RequestOptions | None,
    ) -> None:
        check_seconds("deadline", deadline)
        check_callback("on_progress", on_progress)
        check_type("options", options, RequestOptions)
        self.job: T | None = None
        self._operation = operation
        self._settings = settings
        self._deadline = deadline
        self._end = None if deadline is None else settings.clock() + deadline
        self._on_progress = on_progress
        self._options = options
        self._looks = 0
        self._is_last = False
        self._said: set[str] = set()
        self._state = "it was never shown"

    def options(self) -> RequestOptions | None:
        """The options of the next request, which ends within the deadline.

        Raises:
            JobTimeoutError: The deadline has passed.
        """
        left = self._left()
        if left is None:
            return self._options
        if left <= 0:
            raise self._late()
        options = self._options or RequestOptions()
        own = options.deadline or self._settings.deadline or left
        return replace(options, deadline=min(own, left))

    def leave_start(self) -> None:
        """Leave behind what the options say of the request that started the job alone."""
        if self._options is not None:
            self._options = replace(
                self._options, body={}, query={}, idempotency_key=None
            )

    def is_done(self, response: Response[T]) -> bool:
        """Whether an answer shows the job done.

        Raises:
            JobFailedError: It shows that it failed.
        """
        self._looks += 1
        self.job = response.data
        if self._on_progress is not None:
            run_callback("on_progress", self._on_progress, response.data)
        operation = self._operation
        body = BodyMembers(response.data, response.body)
        found, state, value = outcome(operation.states, body)
        self._state = f"{state.place} is {_shown(value)}"
        if found == "failed":
            raise JobFailedError(
                f"{operation.method} {response.path}: the job failed: {self._state}",
                job=response.data,
                method=operation.method,
                path=response.path,
            )
        if found is None:
            self._note(state, value)
        return found == "done"

    def pause(self, response: Response[Any]) -> float:
        """Seconds until the next look: what the server asks for, or each time some more.

        Raises:
            JobTimeoutError: The deadline comes before.
        """
        if self._is_last:
            raise self._late()
        asked, left = self._asked(response), self._left()
        if asked is not None:
            # Zero would be a loop without a pause.
            return max(asked, _FIRST_PAUSE)
        most = min(_LONGEST_PAUSE, _FIRST_PAUSE * _GROWTH ** min(self._looks - 1, 20))
        pause = most * (1 + self._settings.random()) / 2
        if left is None or pause < left:
            return pause
        self._is_last = True
        return left * (1 - _LAST_LOOK)

    def pause_after_start(self, started: Response[Any]) -> float:
        """Seconds until the first look at a job that was started: what the server asks for.

        Raises:
            JobTimeoutError: The deadline comes before.
        """
        return self._asked(started) or 0.0

    def _asked(self, response: Response[Any]) -> float | None:
        headers = response.headers.items()
        raw = [(name.encode(), value.encode()) for name, value in headers]
        asked = retry_after(response.status, raw, self._settings.wall)
        left = self._left()
        if asked is not None and left is not None and asked >= left:
            raise self._late()
        return asked

    def timed_out(self, error: APITimeoutError) -> APITimeoutError:
        """What a request that took too long comes to: that of the job where its time is over."""
        left = self._left()
        return error if left is None or left > 0 else self._late()

    def _left(self) -> float | None:
        return None if self._end is None else self._end - self._settings.clock()

    def _late(self) -> JobTimeoutError:
        operation = self._operation
        return JobTimeoutError(
            f"{operation.method} {operation.path}: the job isn't done after "
            f"{self._deadline:g} s: {self._state}",
            job=self.job,
            method=operation.method,
            path=operation.path,
            attempts=self._looks,
        )

    def _note(self, state: State, value: object) -> None:
        """Say once what a job is that goes on: a departure where the description has no such."""
        if self._state in self._said:
            return
        self._said.add(self._state)
        operation = self._operation
        where = f"{operation.method} {operation.path}"
        drift = state.drift(value, where)
        if drift is None:
            LOGGER.info("%s: the job goes on: %s", where, self._state)
        else:
            self._settings.codec.note(drift)


def _shown(value: object) -> str:
    return "not there" if isinstance(value, Absent) else shorten(value)
