"""Operations on `pets`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._models.pets import ListPets400Response, Owner, Pet
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST: Operation[builtins.list[Pet]] = Operation(
    "GET",
    "/pets",
    responses={"200": Json(builtins.list[Pet])},
    errors={"400": Json(ListPets400Response)},
)
ADD: Operation[None] = Operation(
    "POST",
    "/pets",
    body=JsonBody(required=False),
    responses={"200": Empty()},
    errors={"400": Json(ListPets400Response)},
)
GET: Operation[Pet] = Operation(
    "GET",
    "/pets/{id}",
    parameters=(PathParameter("id"), QueryParameter("lang")),
    responses={"200": Json(Pet)},
    errors={"400": Json(ListPets400Response)},
)


class Pets(Resource):
    """Operations on `pets`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[Pet]:
        """`GET /pets`

        Returns: The pets.
        Raises: BadRequestError (`data`: `ListPets400Response`).

        Example:
            item = client.pets.list()
        """
        return self._session.send(LIST, options=options)

    def add(
        self,
        *,
        id: int | Omit = OMIT,
        ref: str | Omit = OMIT,
        owner: Owner | params.OwnerParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /pets`

        Args:
            id: Needed when any of the body is given.
            ref: A property of that name.

        Raises: BadRequestError (`data`: `ListPets400Response`).

        Example:
            client.pets.add(id=1, ref="rex")
        """
        return self._session.send(
            ADD, (), {"id": id, "$ref": ref, "owner": owner}, options=options
        )

    def get(
        self,
        id: str | int,
        *,
        lang: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Pet:
        """`GET /pets/{id}`

        Returns: A pet.
        Raises: BadRequestError (`data`: `ListPets400Response`).

        Example:
            pet = client.pets.get(1)
        """
        return self._session.send(GET, (id, lang), options=options)


class AsyncPets(AsyncResource):
    """`Pets` for asynchronous clients."""

    async def list(
        self, *, options: RequestOptions | None = None
    ) -> builtins.list[Pet]:
        """`GET /pets`, as `Pets.list`."""
        return await self._session.send(LIST, options=options)

    async def add(
        self,
        *,
        id: int | Omit = OMIT,
        ref: str | Omit = OMIT,
        owner: Owner | params.OwnerParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /pets`, as `Pets.add`."""
        return await self._session.send(
            ADD, (), {"id": id, "$ref": ref, "owner": owner}, options=options
        )

    async def get(
        self,
        id: str | int,
        *,
        lang: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Pet:
        """`GET /pets/{id}`, as `Pets.get`."""
        return await self._session.send(GET, (id, lang), options=options)
