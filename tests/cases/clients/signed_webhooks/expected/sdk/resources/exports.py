"""Operations on `exports`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

EXPORT: Operation[None] = Operation(
    "POST",
    "/exports",
    responses={"204": Empty()},
)


class Exports(Resource):
    """Operations on `exports`."""

    def export(self, *, options: RequestOptions | None = None) -> None:
        """`POST /exports`

        The server may call back: `exportDone`, see api.md.

        Example:
            client.exports.export()
        """
        return self._session.send(EXPORT, options=options)


class AsyncExports(AsyncResource):
    """`Exports` for asynchronous clients."""

    async def export(self, *, options: RequestOptions | None = None) -> None:
        """`POST /exports`, as `Exports.export`."""
        return await self._session.send(EXPORT, options=options)
