"""Operations on `имена`."""

from __future__ import annotations

from .._models.u1080_u1084_u1077_u1085_u1072 import ИмяПользователя
from .._runtime.content import Json
from .._runtime.operation import Operation
from .._runtime.options import RequestOptions
from .._runtime.resource import AsyncResource, Resource

RETRIEVE: Operation[list[ИмяПользователя]] = Operation(
    "GET",
    "/имена",
    responses={"200": Json(list[ИмяПользователя])},
)


class Имена(Resource):
    """Operations on `имена`."""

    def retrieve(
        self, *, options: RequestOptions | None = None
    ) -> list[ИмяПользователя]:
        """`GET /имена`

        Returns: All names.

        Example:
            item = client.имена.retrieve()
        """
        return self._session.send(RETRIEVE, options=options)


class AsyncИмена(AsyncResource):
    """`Имена` for asynchronous clients."""

    async def retrieve(
        self, *, options: RequestOptions | None = None
    ) -> list[ИмяПользователя]:
        """`GET /имена`, as `Имена.retrieve`."""
        return await self._session.send(RETRIEVE, options=options)
