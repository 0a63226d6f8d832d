"""Operations on `имена`."""

from __future__ import annotations

import builtins

from .._models.u1080_u1084_u1077_u1085_u1072 import ИмяПользователя
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

LIST: Operation[builtins.list[ИмяПользователя]] = Operation(
    "GET",
    "/имена",
    responses={"200": Json(builtins.list[ИмяПользователя])},
)


class Имена(Resource):
    """Operations on `имена`."""

    def list(
        self, *, options: RequestOptions | None = None
    ) -> builtins.list[ИмяПользователя]:
        """`GET /имена`

        Returns: All names.

        Example:
            item = client.имена.list()
        """
        return self._session.send(LIST, options=options)


class AsyncИмена(AsyncResource):
    """`Имена` for asynchronous clients."""

    async def list(
        self, *, options: RequestOptions | None = None
    ) -> builtins.list[ИмяПользователя]:
        """`GET /имена`, as `Имена.list`."""
        return await self._session.send(LIST, options=options)
