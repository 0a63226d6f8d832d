"""Operations on `notes`."""

from __future__ import annotations

from .._models.shared import Payment
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

CREATE: Operation[Payment] = Operation(
    "POST",
    "/notes",
    responses={"200": Json(Payment)},
)


class Notes(Resource):
    """Operations on `notes`."""

    def create(self, *, options: RequestOptions | None = None) -> Payment:
        """`POST /notes`

        Returns: A payment.

        Example:
            payment = client.notes.create()
        """
        return self._session.send(CREATE, options=options)


class AsyncNotes(AsyncResource):
    """`Notes` for asynchronous clients."""

    async def create(self, *, options: RequestOptions | None = None) -> Payment:
        """`POST /notes`, as `Notes.create`."""
        return await self._session.send(CREATE, options=options)
