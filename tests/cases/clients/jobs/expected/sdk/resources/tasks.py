"""Operations on `tasks`."""

from __future__ import annotations

from collections.abc import Callable

from .._models.tasks import ShowTaskResponse
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.jobs.job import PollOperation, State
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import HeaderParameter, PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

SHOW: Operation[ShowTaskResponse] = Operation(
    "GET",
    "/accounts/{account}/tasks",
    parameters=(
        PathParameter("account"),
        QueryParameter("task"),
        HeaderParameter("trace"),
        QueryParameter("verbose"),
    ),
    responses={"200": Json(ShowTaskResponse)},
)
WAIT: PollOperation[ShowTaskResponse] = PollOperation(
    "GET",
    "/accounts/{account}/tasks",
    parameters=(
        PathParameter("account"),
        QueryParameter("task"),
        HeaderParameter("trace"),
        QueryParameter("verbose"),
    ),
    responses={"200": Json(ShowTaskResponse)},
    states=(
        State(("done",), done=(True,)),
        State(("task", "phase"), done=(3,)),
        State(("error",), failed=("lost", "no_rights")),
    ),
)
WAIT_FOR_DROP: PollOperation[ShowTaskResponse] = PollOperation(
    "GET",
    "/accounts/{account}/tasks",
    parameters=(
        PathParameter("account"),
        QueryParameter("task"),
        HeaderParameter("trace"),
        QueryParameter("verbose"),
    ),
    responses={"200": Json(ShowTaskResponse)},
    states=(State(("done",), done=(True,)),),
)


class Tasks(Resource):
    """Operations on `tasks`."""

    def show(
        self,
        account: str | int,
        *,
        task: str,
        trace: str | Omit = OMIT,
        verbose: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """`GET /accounts/{account}/tasks`

        Returns: The task.

        Example:
            show_task_response = client.tasks.show(1, task="text")
        """
        return self._session.send(
            SHOW, (account, task, trace, verbose), options=options
        )

    def wait(
        self,
        account: str | int,
        *,
        task: str,
        trace: str | Omit = OMIT,
        verbose: bool | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ShowTaskResponse], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """Wait until the job is done.

        `GET /accounts/{account}/tasks`

        Args:
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`).

        Example:
            show_task_response = client.tasks.wait(1, task="text")
        """
        return self._session.wait(
            WAIT,
            (account, task, trace, verbose),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def wait_for_drop(
        self,
        account: str | int,
        *,
        task: str,
        trace: str | Omit = OMIT,
        verbose: bool | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ShowTaskResponse], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """Wait until the job is done.

        `GET /accounts/{account}/tasks`

        Args:
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`).

        Example:
            show_task_response = client.tasks.wait_for_drop(1, task="text")
        """
        return self._session.wait(
            WAIT_FOR_DROP,
            (account, task, trace, verbose),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )


class AsyncTasks(AsyncResource):
    """`Tasks` for asynchronous clients."""

    async def show(
        self,
        account: str | int,
        *,
        task: str,
        trace: str | Omit = OMIT,
        verbose: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """`GET /accounts/{account}/tasks`, as `Tasks.show`."""
        return await self._session.send(
            SHOW, (account, task, trace, verbose), options=options
        )

    async def wait(
        self,
        account: str | int,
        *,
        task: str,
        trace: str | Omit = OMIT,
        verbose: bool | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ShowTaskResponse], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """`GET /accounts/{account}/tasks`, as `Tasks.wait`."""
        return await self._session.wait(
            WAIT,
            (account, task, trace, verbose),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def wait_for_drop(
        self,
        account: str | int,
        *,
        task: str,
        trace: str | Omit = OMIT,
        verbose: bool | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ShowTaskResponse], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """`GET /accounts/{account}/tasks`, as `Tasks.wait_for_drop`."""
        return await self._session.wait(
            WAIT_FOR_DROP,
            (account, task, trace, verbose),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )
