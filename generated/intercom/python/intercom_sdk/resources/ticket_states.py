"""Ticket states say how far tickets are, in words of the workspace."""

from __future__ import annotations

from .._models.shared import ErrorList
from .._models.ticket_states import TicketStateList
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

LIST: Operation[TicketStateList] = Operation(
    "GET",
    "/ticket_states",
    responses={"200": Json(TicketStateList)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
)


class TicketStates(Resource):
    """Ticket states say how far tickets are, in words of the workspace."""

    def list(self, *, options: RequestOptions | None = None) -> TicketStateList:
        """List the ticket states of the workspace, with the ticket types that have
        them.

        `GET /ticket_states`

        They come all at once, this list has no pages.

        Returns: The ticket states.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            ticket_state_list = client.ticket_states.list()
        """
        return self._session.send(LIST, options=options)


class AsyncTicketStates(AsyncResource):
    """`TicketStates` for asynchronous clients."""

    async def list(self, *, options: RequestOptions | None = None) -> TicketStateList:
        """`GET /ticket_states`, as `TicketStates.list`."""
        return await self._session.send(LIST, options=options)
