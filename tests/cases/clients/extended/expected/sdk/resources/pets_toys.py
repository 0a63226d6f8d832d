"""Operations on `pets.toys`."""

from __future__ import annotations

import builtins

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

LIST: Operation[builtins.list[str]] = Operation(
    "GET",
    "/pets/{id}/toys",
    parameters=(PathParameter("id"),),
    responses={"200": Json(builtins.list[str])},
)


class PetsToys(Resource):
    """Operations on `pets.toys`."""

    def list(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> builtins.list[str]:
        """`GET /pets/{id}/toys`

        Returns: All.

        Example:
            item = client.pets.toys.list("text")
        """
        return self._session.send(LIST, (id,), options=options)


class AsyncPetsToys(AsyncResource):
    """`PetsToys` for asynchronous clients."""

    async def list(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> builtins.list[str]:
        """`GET /pets/{id}/toys`, as `PetsToys.list`."""
        return await self._session.send(LIST, (id,), options=options)
