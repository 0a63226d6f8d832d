"""Operations on `forms`."""

from __future__ import annotations

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.body import FormBody, JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

SEND: Operation[None] = Operation(
    "POST",
    "/forms",
    body=FormBody(required=False),
    passwords=("hush",),
    responses={"204": Empty()},
)
OPEN_PLAIN: Operation[None] = Operation(
    "POST",
    "/open",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)


class Forms(Resource):
    """Operations on `forms`."""

    def send(
        self,
        *,
        hush: str | Omit = OMIT,
        name: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /forms`

        Args:
            hush: Format `password`.

        Example:
            client.forms.send(hush="text")
        """
        return self._session.send(
            SEND, (), {"hush": hush, "name": name}, options=options
        )

    def open_plain(
        self, *, name: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /open`

        Example:
            client.forms.open_plain(name="text")
        """
        return self._session.send(OPEN_PLAIN, (), {"name": name}, options=options)


class AsyncForms(AsyncResource):
    """`Forms` for asynchronous clients."""

    async def send(
        self,
        *,
        hush: str | Omit = OMIT,
        name: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /forms`, as `Forms.send`."""
        return await self._session.send(
            SEND, (), {"hush": hush, "name": name}, options=options
        )

    async def open_plain(
        self, *, name: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`POST /open`, as `Forms.open_plain`."""
        return await self._session.send(OPEN_PLAIN, (), {"name": name}, options=options)
