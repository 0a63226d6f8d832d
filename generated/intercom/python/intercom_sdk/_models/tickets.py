"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model
from .shared import Pages, Ticket


class TicketList(Model, kw_only=True):
    """One page of tickets."""

    type: str
    """Always `ticket.list`."""
    tickets: list[Ticket]
    """The tickets of this page."""
    total_count: Maybe[int] = None
    """How many tickets there are on all pages."""
    pages: Pages | None = None
    """How the list goes on."""


class TicketDeleted(Model, kw_only=True):
    """A ticket that was deleted."""

    id: str
    """The ticket's id."""
    object: str
    """Always `ticket`."""
    deleted: bool
    """Always true."""
