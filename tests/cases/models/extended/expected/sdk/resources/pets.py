"""Operations on `pets`."""

from __future__ import annotations

import builtins

from .._models.pets import CatWithOwner, ListPetsResponseItem
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

LIST: Operation[builtins.list[ListPetsResponseItem]] = Operation(
    "GET",
    "/pets",
    responses={"200": Json(builtins.list[ListPetsResponseItem])},
)
CREATE: Operation[CatWithOwner] = Operation(
    "POST",
    "/pets",
    responses={"200": Json(CatWithOwner)},
)


class Pets(Resource):
    """Operations on `pets`."""

    def list(
        self, *, options: RequestOptions | None = None
    ) -> builtins.list[ListPetsResponseItem]:
        """`GET /pets`

        Returns: Many.

        Example:
            item = client.pets.list()
        """
        return self._session.send(LIST, options=options)

    def create(self, *, options: RequestOptions | None = None) -> CatWithOwner:
        """`POST /pets`

        Returns: One.

        Example:
            cat_with_owner = client.pets.create()
        """
        return self._session.send(CREATE, options=options)


class AsyncPets(AsyncResource):
    """`Pets` for asynchronous clients."""

    async def list(
        self, *, options: RequestOptions | None = None
    ) -> builtins.list[ListPetsResponseItem]:
        """`GET /pets`, as `Pets.list`."""
        return await self._session.send(LIST, options=options)

    async def create(self, *, options: RequestOptions | None = None) -> CatWithOwner:
        """`POST /pets`, as `Pets.create`."""
        return await self._session.send(CREATE, options=options)
