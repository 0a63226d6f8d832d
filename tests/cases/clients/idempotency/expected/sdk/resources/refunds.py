"""Operations on `refunds`."""

from __future__ import annotations

from .._models.shared import Payment
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import HeaderParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

CREATE: Operation[Payment] = Operation(
    "POST",
    "/refunds",
    parameters=(HeaderParameter("X-Idempotency-Key"),),
    responses={"200": Json(Payment)},
    idempotency_header="X-Idempotency-Key",
)


class Refunds(Resource):
    """Operations on `refunds`."""

    def create(
        self,
        *,
        x_idempotency_key: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Payment:
        """`POST /refunds`

        Returns: A payment.

        Example:
            payment = client.refunds.create()
        """
        return self._session.send(CREATE, (x_idempotency_key,), options=options)


class AsyncRefunds(AsyncResource):
    """`Refunds` for asynchronous clients."""

    async def create(
        self,
        *,
        x_idempotency_key: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Payment:
        """`POST /refunds`, as `Refunds.create`."""
        return await self._session.send(CREATE, (x_idempotency_key,), options=options)
