"""Jobs are work that the API does later, such as creating a ticket."""

from __future__ import annotations

from collections.abc import Callable

from .._models.shared import ErrorList, Job
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.jobs.job import PollOperation, State
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

RETRIEVE: Operation[Job] = Operation(
    "GET",
    "/jobs/status/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Job)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
WAIT: PollOperation[Job] = PollOperation(
    "GET",
    "/jobs/status/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Job)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
    states=(
        State(("status",), done=("success",), failed=("failed",), others=("pending",)),
    ),
)


class Jobs(Resource):
    """Jobs are work that the API does later, such as creating a ticket."""

    def retrieve(
        self, job_id: str | int, *, options: RequestOptions | None = None
    ) -> Job:
        """Fetch how far a job is, and what it has made.

        `GET /jobs/status/{id}`

        Args:
            job_id: `id` in the path. The job's id.

        Returns: The job.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            job = client.jobs.retrieve("7105")
        """
        return self._session.send(RETRIEVE, (job_id,), options=options)

    def wait(
        self,
        job_id: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[Job], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Job:
        """Wait until the job is done.

        `GET /jobs/status/{id}`

        Fetch how far a job is, and what it has made.

        Args:
            job_id: `id` in the path. The job's id.
            deadline: Seconds that all of it may take; None for no limit.
            on_progress: Called with the job each time that it is shown.

        Returns: The job, once it is done.
        Raises: JobFailedError, JobTimeoutError (`job`); UnauthorizedError,
        NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            job = client.jobs.wait("7105")
        """
        return self._session.wait(
            WAIT, (job_id,), deadline=deadline, on_progress=on_progress, options=options
        )


class AsyncJobs(AsyncResource):
    """`Jobs` for asynchronous clients."""

    async def retrieve(
        self, job_id: str | int, *, options: RequestOptions | None = None
    ) -> Job:
        """`GET /jobs/status/{id}`, as `Jobs.retrieve`."""
        return await self._session.send(RETRIEVE, (job_id,), options=options)

    async def wait(
        self,
        job_id: str | int,
        *,
        deadline: float | None = 3600.0,
        on_progress: Callable[[Job], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Job:
        """Wait until the job is done. `GET /jobs/status/{id}`, as `Jobs.wait`."""
        return await self._session.wait(
            WAIT, (job_id,), deadline=deadline, on_progress=on_progress, options=options
        )
