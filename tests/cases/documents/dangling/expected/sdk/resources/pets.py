"""Operations on `pets`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any

from .._models.pets import Pet
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty, Json

LIST: Operation[builtins.list[Pet]] = Operation(
    "GET",
    "/pets",
    parameters=(QueryParameter("tags"),),
    lists=((0,),),
    responses={"200": Json(builtins.list[Pet])},
)
CREATE: Operation[None] = Operation(
    "POST",
    "/pets",
    body=JsonBody(),
    responses={"201": Empty()},
)


class Pets(Resource):
    """Operations on `pets`."""

    def list(
        self,
        *,
        tags: SequenceNotStr[Any] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> builtins.list[Pet]:
        """`GET /pets`

        Returns: The pets.
        Raises: NotFoundError, APIStatusError.

        Example:
            item = client.pets.list()
        """
        return self._session.send(LIST, (tags,), options=options)

    def create(
        self,
        *,
        name: str,
        owner: Any,
        toys: Mapping[str, Any] | Omit = OMIT,
        food: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /pets`

        Raises: BadRequestError.

        Example:
            client.pets.create(name="text", owner=None)
        """
        return self._session.send(
            CREATE,
            (),
            {"name": name, "owner": owner, "toys": toys, "food": food},
            options=options,
        )


class AsyncPets(AsyncResource):
    """`Pets` for asynchronous clients."""

    async def list(
        self,
        *,
        tags: SequenceNotStr[Any] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> builtins.list[Pet]:
        """`GET /pets`, as `Pets.list`."""
        return await self._session.send(LIST, (tags,), options=options)

    async def create(
        self,
        *,
        name: str,
        owner: Any,
        toys: Mapping[str, Any] | Omit = OMIT,
        food: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /pets`, as `Pets.create`."""
        return await self._session.send(
            CREATE,
            (),
            {"name": name, "owner": owner, "toys": toys, "food": food},
            options=options,
        )
