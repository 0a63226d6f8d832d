"""Operations on `sdk`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

PUT: Operation[None] = Operation(
    "PUT",
    "/sdk",
    body=JsonBody(),
    responses={"204": Empty()},
)


class Sdk(Resource):
    """Operations on `sdk`."""

    def put(
        self,
        *,
        body: Sequence[params.NamelessParams | Mapping[str, Any]],
        options: RequestOptions | None = None,
    ) -> None:
        """A resource called as the client is, and a dict with a key that none can
        declare.

        `PUT /sdk`

        Args:
            body: The request body.

        Example:
            client.sdk.put(body=[{}])
        """
        return self._session.send(PUT, (), body, options=options)


class AsyncSdk(AsyncResource):
    """`Sdk` for asynchronous clients."""

    async def put(
        self,
        *,
        body: Sequence[params.NamelessParams | Mapping[str, Any]],
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /sdk`, as `Sdk.put`."""
        return await self._session.send(PUT, (), body, options=options)
