"""Operations on `payments`."""

from __future__ import annotations

from .._models.shared import Payment
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import HeaderParameter, PathParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

CREATE: Operation[Payment] = Operation(
    "POST",
    "/payments",
    body=JsonBody(),
    responses={"200": Json(Payment)},
    idempotency_header="Idempotency-Key",
    sends_key=True,
)
CAPTURE: Operation[Payment] = Operation(
    "POST",
    "/payments/{id}/capture",
    parameters=(PathParameter("id"), HeaderParameter("X-Request-Key")),
    responses={"200": Json(Payment)},
    idempotency_header="X-Request-Key",
    sends_key=True,
)


class Payments(Resource):
    """Operations on `payments`."""

    def create(
        self, *, amount: int | Omit = OMIT, options: RequestOptions | None = None
    ) -> Payment:
        """`POST /payments`

        Each call sends a key of its own as `Idempotency-Key`.

        Returns: A payment.

        Example:
            payment = client.payments.create(amount=1)
        """
        return self._session.send(CREATE, (), {"amount": amount}, options=options)

    def capture(
        self,
        id: str | int,
        *,
        x_request_key: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Payment:
        """`POST /payments/{id}/capture`

        Each call sends a key of its own as `X-Request-Key`.

        Returns: A payment.

        Example:
            payment = client.payments.capture("text")
        """
        return self._session.send(CAPTURE, (id, x_request_key), options=options)


class AsyncPayments(AsyncResource):
    """`Payments` for asynchronous clients."""

    async def create(
        self, *, amount: int | Omit = OMIT, options: RequestOptions | None = None
    ) -> Payment:
        """`POST /payments`, as `Payments.create`."""
        return await self._session.send(CREATE, (), {"amount": amount}, options=options)

    async def capture(
        self,
        id: str | int,
        *,
        x_request_key: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Payment:
        """`POST /payments/{id}/capture`, as `Payments.capture`."""
        return await self._session.send(CAPTURE, (id, x_request_key), options=options)
