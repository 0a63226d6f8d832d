"""Operations on `defaults`."""

from __future__ import annotations

from typing import Any

from .._models.defaults import AResponse, Problem
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Bytes, Empty, Json, TextContent

ALONE: Operation[AResponse] = Operation(
    "GET",
    "/alone",
    responses={"2XX": Json(AResponse)},
    errors={"default": Json(AResponse)},
)
BESIDE: Operation[AResponse] = Operation(
    "GET",
    "/beside",
    responses={"2XX": Json(AResponse)},
    errors={"404": Json(Problem), "default": Json(AResponse)},
)
ERROR: Operation[Any] = Operation(
    "GET",
    "/error",
    errors={"404": Json(Problem), "default": Json(Problem)},
)
MOVED: Operation[Any] = Operation(
    "GET",
    "/moved",
    responses={"302": Empty()},
    errors={"default": Json(Problem)},
)
SEVERAL: Operation[AResponse | str | bytes | list[int] | None] = Operation(
    "GET",
    "/several",
    responses={
        "200": Json(AResponse),
        "201": TextContent(),
        "202": Bytes("application/pdf"),
        "204": Empty(),
        "2XX": Json(list[int]),
    },
    errors={"default": Json(Problem)},
)


class Defaults(Resource):
    """Operations on `defaults`."""

    def alone(self, *, options: RequestOptions | None = None) -> AResponse:
        """`GET /alone`

        Returns: A.

        Example:
            a_response = client.defaults.alone()
        """
        return self._session.send(ALONE, options=options)

    def beside(self, *, options: RequestOptions | None = None) -> AResponse:
        """`GET /beside`

        Returns: A.
        Raises: NotFoundError (`data`: `Problem`).

        Example:
            a_response = client.defaults.beside()
        """
        return self._session.send(BESIDE, options=options)

    def error(self, *, options: RequestOptions | None = None) -> Any:
        """`GET /error`

        Raises: NotFoundError (`data`: `Problem`).

        Example:
            result = client.defaults.error()
        """
        return self._session.send(ERROR, options=options)

    def moved(self, *, options: RequestOptions | None = None) -> Any:
        """`GET /moved`

        Returns: Elsewhere.
        Raises: APIStatusError (`data`: `Problem`).

        Example:
            result = client.defaults.moved()
        """
        return self._session.send(MOVED, options=options)

    def several(
        self, *, options: RequestOptions | None = None
    ) -> AResponse | str | bytes | list[int] | None:
        """`GET /several`

        Returns: A. `stream(client.defaults.several, ...)` takes it as it comes, beyond
        `max_response_bytes`, too.
        Raises: APIStatusError (`data`: `Problem`).

        Example:
            result = client.defaults.several()
        """
        return self._session.send(SEVERAL, options=options)


class AsyncDefaults(AsyncResource):
    """`Defaults` for asynchronous clients."""

    async def alone(self, *, options: RequestOptions | None = None) -> AResponse:
        """`GET /alone`, as `Defaults.alone`."""
        return await self._session.send(ALONE, options=options)

    async def beside(self, *, options: RequestOptions | None = None) -> AResponse:
        """`GET /beside`, as `Defaults.beside`."""
        return await self._session.send(BESIDE, options=options)

    async def error(self, *, options: RequestOptions | None = None) -> Any:
        """`GET /error`, as `Defaults.error`."""
        return await self._session.send(ERROR, options=options)

    async def moved(self, *, options: RequestOptions | None = None) -> Any:
        """`GET /moved`, as `Defaults.moved`."""
        return await self._session.send(MOVED, options=options)

    async def several(
        self, *, options: RequestOptions | None = None
    ) -> AResponse | str | bytes | list[int] | None:
        """`GET /several`, as `Defaults.several`."""
        return await self._session.send(SEVERAL, options=options)
