"""Operations on `pets`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._models.pets import Pet
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule, resource_property
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import toys as toys_
    from . import pets_toys
else:
    pets_toys = LazyModule(".pets_toys", __package__)
    toys_ = LazyModule("..toys", __package__)

LIST: Operation[builtins.list[Pet]] = Operation(
    "GET",
    "/pets",
    responses={"200": Json(builtins.list[Pet])},
)
GET: Operation[Pet] = Operation(
    "GET",
    "/pets/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Pet)},
)
DELETE: Operation[None] = Operation(
    "DELETE",
    "/pets/{id}",
    parameters=(PathParameter("id"),),
    responses={"204": Empty()},
)


class Pets(Resource):
    """Operations on `pets`."""

    @resource_property
    def toys(self) -> toys_.Toys:
        """`PetsToys`."""
        return toys_.Toys(self._session)

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[Pet]:
        """`GET /pets`

        Returns: All.

        Example:
            item = client.pets.list()
        """
        return self._session.send(LIST, options=options)

    def get(self, id: str | int, *, options: RequestOptions | None = None) -> Pet:
        """`GET /pets/{id}`

        Returns: One.

        Example:
            pet = client.pets.get("text")
        """
        return self._session.send(GET, (id,), options=options)

    def delete(self, id: str | int, *, options: RequestOptions | None = None) -> None:
        """`DELETE /pets/{id}`

        Example:
            client.pets.delete("text")
        """
        return self._session.send(DELETE, (id,), options=options)


class AsyncPets(AsyncResource):
    """`Pets` for asynchronous clients."""

    @resource_property
    def toys(self) -> pets_toys.AsyncPetsToys:
        """`PetsToys`."""
        return pets_toys.AsyncPetsToys(self._session)

    async def list(
        self, *, options: RequestOptions | None = None
    ) -> builtins.list[Pet]:
        """`GET /pets`, as `Pets.list`."""
        return await self._session.send(LIST, options=options)

    async def get(self, id: str | int, *, options: RequestOptions | None = None) -> Pet:
        """`GET /pets/{id}`, as `Pets.get`."""
        return await self._session.send(GET, (id,), options=options)

    async def delete(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> None:
        """`DELETE /pets/{id}`, as `Pets.delete`."""
        return await self._session.send(DELETE, (id,), options=options)
