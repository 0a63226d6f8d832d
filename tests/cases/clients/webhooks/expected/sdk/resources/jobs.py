"""Operations on `jobs`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

START: Operation[None] = Operation(
    "POST",
    "/jobs",
    responses={"204": Empty()},
)


class Jobs(Resource):
    """Operations on `jobs`."""

    def start(self, *, options: RequestOptions | None = None) -> None:
        """`POST /jobs`

        The server may call back: `jobDone`, see api.md.

        Example:
            client.jobs.start()
        """
        return self._session.send(START, options=options)


class AsyncJobs(AsyncResource):
    """`Jobs` for asynchronous clients."""

    async def start(self, *, options: RequestOptions | None = None) -> None:
        """`POST /jobs`, as `Jobs.start`."""
        return await self._session.send(START, options=options)
