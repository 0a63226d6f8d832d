"""Operations on `media`."""

from __future__ import annotations

from .._models.media import Twice
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

TWICE: Operation[Twice] = Operation(
    "POST",
    "/twice",
    body=JsonBody(),
    responses={"200": Json(Twice)},
)
EITHER: Operation[int | Twice] = Operation(
    "GET",
    "/either",
    responses={"200": Json(int | Twice)},
)


class Media(Resource):
    """Operations on `media`."""

    def twice(self, *, a: str, options: RequestOptions | None = None) -> Twice:
        """`POST /twice`

        The body is sent as `application/json`, or as `text/json` if the header
        Content-Type in `options` asks for it.

        Returns: A.

        Example:
            twice = client.media.twice(a="from the document")
        """
        return self._session.send(TWICE, (), {"a": a}, options=options)

    def either(self, *, options: RequestOptions | None = None) -> int | Twice:
        """`GET /either`

        Returns: A number or an A.

        Example:
            item = client.media.either()
        """
        return self._session.send(EITHER, options=options)


class AsyncMedia(AsyncResource):
    """`Media` for asynchronous clients."""

    async def twice(self, *, a: str, options: RequestOptions | None = None) -> Twice:
        """`POST /twice`, as `Media.twice`."""
        return await self._session.send(TWICE, (), {"a": a}, options=options)

    async def either(self, *, options: RequestOptions | None = None) -> int | Twice:
        """`GET /either`, as `Media.either`."""
        return await self._session.send(EITHER, options=options)
