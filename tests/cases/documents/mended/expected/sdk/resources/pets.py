"""Operations on `pets`."""

from __future__ import annotations

from typing import Any

from .._models.pets import ListPetsResponse
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

LIST: Operation[ListPetsResponse] = Operation(
    "GET",
    "/pets",
    responses={"200": Json(ListPetsResponse)},
)
DELETE_MANY: Operation[Any] = Operation(
    "DELETE",
    "/pets",
)
GET_TOY: Operation[Any] = Operation(
    "GET",
    "/pets/{id}/toys/{toy}",
    parameters=(PathParameter("id"), PathParameter("toy")),
    responses={"200": Json(Any)},
    security=((),),
)


class Pets(Resource):
    """Operations on `pets`."""

    def list(self, *, options: RequestOptions | None = None) -> ListPetsResponse:
        """`GET /pets`

        Returns: A page of pets.
        Raises: APIStatusError.

        Example:
            list_pets_response = client.pets.list()
        """
        return self._session.send(LIST, options=options)

    def delete_many(self, *, options: RequestOptions | None = None) -> Any:
        """`DELETE /pets`

        Example:
            result = client.pets.delete_many()
        """
        return self._session.send(DELETE_MANY, options=options)

    def get_toy(
        self, id: str | int, toy: str | int, *, options: RequestOptions | None = None
    ) -> Any:
        """`GET /pets/{id}/toys/{toy}`

        Args:
            id: Format `uuid`.

        Returns: A toy.

        Example:
            item = client.pets.get_toy("123e4567-e89b-12d3-a456-426614174000", "text")
        """
        return self._session.send(GET_TOY, (id, toy), options=options)


class AsyncPets(AsyncResource):
    """`Pets` for asynchronous clients."""

    async def list(self, *, options: RequestOptions | None = None) -> ListPetsResponse:
        """`GET /pets`, as `Pets.list`."""
        return await self._session.send(LIST, options=options)

    async def delete_many(self, *, options: RequestOptions | None = None) -> Any:
        """`DELETE /pets`, as `Pets.delete_many`."""
        return await self._session.send(DELETE_MANY, options=options)

    async def get_toy(
        self, id: str | int, toy: str | int, *, options: RequestOptions | None = None
    ) -> Any:
        """`GET /pets/{id}/toys/{toy}`, as `Pets.get_toy`."""
        return await self._session.send(GET_TOY, (id, toy), options=options)
