"""Operations on `exports`."""

from __future__ import annotations

from collections.abc import Callable

from .._models.exports import Export
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.jobs.job import PollOperation, StartOperation, State
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty, Json

CREATE: Operation[Export] = Operation(
    "POST",
    "/exports",
    body=JsonBody(),
    responses={"200": Json(Export)},
)
CREATE_AND_WAIT: StartOperation[Export, Export] = StartOperation(
    "POST",
    "/exports",
    body=JsonBody(),
    responses={"200": Json(Export)},
    poll=PollOperation(
        "GET",
        "/exports/{job_identifier}",
        parameters=(PathParameter("job_identifier"),),
        responses={"200": Json(Export)},
        states=(
            State(
                ("status",),
                done=("completed",),
                failed=("failed", "canceled"),
                others=("pending", "in_progress", "no_data"),
            ),
        ),
    ),
    sources=(("job_identifier",),),
)
RETRIEVE: Operation[Export] = Operation(
    "GET",
    "/exports/{job_identifier}",
    parameters=(PathParameter("job_identifier"),),
    responses={"200": Json(Export)},
)
GET_EXPORT_WAIT: PollOperation[Export] = PollOperation(
    "GET",
    "/exports/{job_identifier}",
    parameters=(PathParameter("job_identifier"),),
    responses={"200": Json(Export)},
    states=(
        State(
            ("status",),
            done=("completed",),
            failed=("failed", "canceled"),
            others=("pending", "in_progress", "no_data"),
        ),
    ),
)
WAIT: Operation[None] = Operation(
    "POST",
    "/exports/{job_identifier}/wait",
    parameters=(PathParameter("job_identifier"),),
    responses={"204": Empty()},
)


class Exports(Resource):
    """Operations on `exports`."""

    def create(
        self,
        *,
        since: int,
        deadline: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Export:
        """Start an export.

        `POST /exports`

        Args:
            deadline: When it is deleted.

        Returns: The job.

        Example:
            export = client.exports.create(since=1)
        """
        return self._session.send(
            CREATE, (), {"since": since, "deadline": deadline}, options=options
        )

    def create_and_wait(
        self,
        *,
        since: int,
        body_deadline: int | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[Export], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Export:
        """Start the job, and wait until it is done.

        `POST /exports`

        Start an export.

        Args:
            body_deadline: `deadline` in the body. When it is deleted.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`).

        Example:
            export = client.exports.create_and_wait(since=1)
        """
        return self._session.wait(
            CREATE_AND_WAIT,
            (),
            {"since": since, "deadline": body_deadline},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def retrieve(
        self, job_identifier: str | int, *, options: RequestOptions | None = None
    ) -> Export:
        """Show an export.

        `GET /exports/{job_identifier}`

        Returns: The job.

        Example:
            export = client.exports.retrieve("text")
        """
        return self._session.send(RETRIEVE, (job_identifier,), options=options)

    def get_export_wait(
        self,
        job_identifier: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[Export], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Export:
        """Wait until the job is done.

        `GET /exports/{job_identifier}`

        Show an export.

        Args:
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`).

        Example:
            export = client.exports.get_export_wait("text")
        """
        return self._session.wait(
            GET_EXPORT_WAIT,
            (job_identifier,),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    def wait(
        self, job_identifier: str | int, *, options: RequestOptions | None = None
    ) -> None:
        """Have the server wait for an export.

        `POST /exports/{job_identifier}/wait`

        Example:
            client.exports.wait("text")
        """
        return self._session.send(WAIT, (job_identifier,), options=options)


class AsyncExports(AsyncResource):
    """`Exports` for asynchronous clients."""

    async def create(
        self,
        *,
        since: int,
        deadline: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Export:
        """Start an export. `POST /exports`, as `Exports.create`."""
        return await self._session.send(
            CREATE, (), {"since": since, "deadline": deadline}, options=options
        )

    async def create_and_wait(
        self,
        *,
        since: int,
        body_deadline: int | Omit = OMIT,
        deadline: float | None = 3600.0,
        on_progress: Callable[[Export], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Export:
        """`POST /exports`, as `Exports.create_and_wait`."""
        return await self._session.wait(
            CREATE_AND_WAIT,
            (),
            {"since": since, "deadline": body_deadline},
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def retrieve(
        self, job_identifier: str | int, *, options: RequestOptions | None = None
    ) -> Export:
        """Show an export. `GET /exports/{job_identifier}`, as `Exports.retrieve`."""
        return await self._session.send(RETRIEVE, (job_identifier,), options=options)

    async def get_export_wait(
        self,
        job_identifier: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[Export], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Export:
        """`GET /exports/{job_identifier}`, as `Exports.get_export_wait`."""
        return await self._session.wait(
            GET_EXPORT_WAIT,
            (job_identifier,),
            deadline=deadline,
            on_progress=on_progress,
            options=options,
        )

    async def wait(
        self, job_identifier: str | int, *, options: RequestOptions | None = None
    ) -> None:
        """`POST /exports/{job_identifier}/wait`, as `Exports.wait`."""
        return await self._session.send(WAIT, (job_identifier,), options=options)
