"""Operations on `keys`."""

from __future__ import annotations

from .._models.keys import KeyWithOneAndTwo
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

SHOW: Operation[KeyWithOneAndTwo] = Operation(
    "GET",
    "/keys",
    responses={"200": Json(KeyWithOneAndTwo)},
)


class Keys(Resource):
    """Operations on `keys`."""

    def show(self, *, options: RequestOptions | None = None) -> KeyWithOneAndTwo:
        """`GET /keys`

        Returns: It.

        Example:
            key_with_one_and_two = client.keys.show()
        """
        return self._session.send(SHOW, options=options)


class AsyncKeys(AsyncResource):
    """`Keys` for asynchronous clients."""

    async def show(self, *, options: RequestOptions | None = None) -> KeyWithOneAndTwo:
        """`GET /keys`, as `Keys.show`."""
        return await self._session.send(SHOW, options=options)
