"""A resource of which everything is deprecated."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.deprecation import deprecated, warns
from .._runtime.operation.operation import Operation
from .._runtime.request.body import TextBody
from .._runtime.request.payload import FileContent
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

SEND: Operation[None] = Operation(
    "POST",
    "/faxes",
    body=TextBody(),
    responses={"204": Empty()},
)


class Faxes(Resource):
    """A resource of which everything is deprecated."""

    @deprecated("`faxes.send` is deprecated", category=None)
    @warns()
    def send(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /faxes`

        Deprecated.

        Args:
            body: The request body.

        Example:
            client.faxes.send(body="text")
        """
        return self._session.send(SEND, (), body, options=options)


class AsyncFaxes(AsyncResource):
    """`Faxes` for asynchronous clients."""

    @deprecated("`faxes.send` is deprecated", category=None)
    @warns()
    async def send(
        self, *, body: str | FileContent, options: RequestOptions | None = None
    ) -> None:
        """`POST /faxes`, as `Faxes.send`."""
        return await self._session.send(SEND, (), body, options=options)
