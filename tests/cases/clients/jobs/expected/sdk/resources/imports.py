"""Operations on `imports`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._models.imports import StartImportResponse
from .._models.tasks import ShowTaskResponse
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.call.stream import AsyncStream, Stream
from .._runtime.jobs.job import PollOperation, StartOperation, State
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import HeaderParameter, PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json
from .._runtime.response.event_items import EventStream
from .._runtime.response.events import ServerSentEvent

START: Operation[StartImportResponse] = Operation(
    "POST",
    "/accounts/{account}/imports",
    parameters=(PathParameter("account"), HeaderParameter("trace")),
    responses={"202": Json(StartImportResponse)},
)
START_AND_WAIT: StartOperation[StartImportResponse, ShowTaskResponse] = StartOperation(
    "POST",
    "/accounts/{account}/imports",
    parameters=(PathParameter("account"), HeaderParameter("trace")),
    responses={"202": Json(StartImportResponse)},
    poll=PollOperation(
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
    ),
    sources=(0, ("task", "id"), 1, None),
)
DROP: Operation[dict[str, Any]] = Operation(
    "DELETE",
    "/accounts/{account}/imports",
    parameters=(PathParameter("account"),),
    responses={"202": Json(dict[str, Any])},
)
DROP_AND_WAIT: StartOperation[dict[str, Any], ShowTaskResponse] = StartOperation(
    "DELETE",
    "/accounts/{account}/imports",
    parameters=(PathParameter("account"),),
    responses={"202": Json(dict[str, Any])},
    poll=PollOperation(
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
    ),
    sources=(0, ("id",), None, None),
)
DROP_STREAM: Operation[ServerSentEvent] = Operation(
    "DELETE",
    "/accounts/{account}/imports",
    parameters=(PathParameter("account"),),
    responses={"202": EventStream(ServerSentEvent)},
)


class Imports(Resource):
    """Operations on `imports`."""

    def start(
        self,
        account: str | int,
        *,
        trace: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> StartImportResponse:
        """`POST /accounts/{account}/imports`

        Returns: The task.

        Example:
            start_import_response = client.imports.start(1)
        """
        return self._session.send(START, (account, trace), options=options)

    def start_and_wait(
        self,
        account: str | int,
        *,
        trace: str | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ShowTaskResponse], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """Start the job, and wait until it is done.

        `POST /accounts/{account}/imports`

        Args:
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`).

        Example:
            show_task_response = client.imports.start_and_wait(1)
        """
        return self._session.wait(
            START_AND_WAIT,
            (account, trace),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def drop(
        self, account: str | int, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """`DELETE /accounts/{account}/imports`

        Answers with `application/json`; `drop_stream` answers with a stream,
        `text/event-stream`.

        Returns: The task, by a name that no schema has.

        Example:
            item = client.imports.drop(1)
        """
        return self._session.send(DROP, (account,), options=options)

    def drop_and_wait(
        self,
        account: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ShowTaskResponse], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """Start the job, and wait until it is done.

        `DELETE /accounts/{account}/imports`

        Answers with `application/json`; `drop_stream` answers with a stream,
        `text/event-stream`.

        Args:
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`).

        Example:
            show_task_response = client.imports.drop_and_wait(1)
        """
        return self._session.wait(
            DROP_AND_WAIT,
            (account,),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def drop_stream(
        self, account: str | int, *, options: RequestOptions | None = None
    ) -> Stream[ServerSentEvent]:
        """`DELETE /accounts/{account}/imports`

        Answers with a stream, `text/event-stream`; `drop` answers with
        `application/json`; `drop_and_wait` answers with `application/json`.

        Returns: The task, by a name that no schema has.

        Example:
            with client.imports.drop_stream(1) as items:
                for item in items:
                    print(item)
        """
        return self._session.stream(Stream, DROP_STREAM, (account,), options=options)


class AsyncImports(AsyncResource):
    """`Imports` for asynchronous clients."""

    async def start(
        self,
        account: str | int,
        *,
        trace: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> StartImportResponse:
        """`POST /accounts/{account}/imports`, as `Imports.start`."""
        return await self._session.send(START, (account, trace), options=options)

    async def start_and_wait(
        self,
        account: str | int,
        *,
        trace: str | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ShowTaskResponse], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """`POST /accounts/{account}/imports`, as `Imports.start_and_wait`."""
        return await self._session.wait(
            START_AND_WAIT,
            (account, trace),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def drop(
        self, account: str | int, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """`DELETE /accounts/{account}/imports`, as `Imports.drop`."""
        return await self._session.send(DROP, (account,), options=options)

    async def drop_and_wait(
        self,
        account: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[ShowTaskResponse], object] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowTaskResponse:
        """`DELETE /accounts/{account}/imports`, as `Imports.drop_and_wait`."""
        return await self._session.wait(
            DROP_AND_WAIT,
            (account,),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def drop_stream(
        self, account: str | int, *, options: RequestOptions | None = None
    ) -> AsyncStream[ServerSentEvent]:
        """`DELETE /accounts/{account}/imports`, as `Imports.drop_stream`."""
        return await self._session.stream(
            AsyncStream, DROP_STREAM, (account,), options=options
        )
