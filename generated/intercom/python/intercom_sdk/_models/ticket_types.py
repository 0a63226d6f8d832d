"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Model
from .shared import TicketType


class TicketTypeList(Model, kw_only=True):
    """Ticket types."""

    type: str
    """Always `list`."""
    data: list[TicketType]
    """The ticket types."""
