"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model
from .shared import TicketCategory, TicketStateCategory


class TicketStateList(Model, kw_only=True):
    """Ticket states."""

    type: str
    """Always `list`."""
    data: list[DetailedTicketState]
    """The states."""


class DetailedTicketState(Model, kw_only=True):
    """A ticket state, and the ticket types that have it."""

    type: str
    """Always `ticket_state`."""
    id: str
    """The state's id."""
    category: TicketStateCategory
    """How far this is, whatever it is called."""
    internal_label: str
    """What teammates call it."""
    external_label: str
    """What contacts see of it."""
    archived: Maybe[bool] = None
    """Whether it is archived."""
    ticket_types: Maybe[TicketStateTypes] = None
    """The ticket types that have it."""


class TicketStateTypes(Model, kw_only=True):
    """The ticket types that have a state."""

    type: str
    """Always `list`."""
    data: list[TicketTypeSummary]
    """The ticket types."""


class TicketTypeSummary(Model, kw_only=True):
    """A ticket type, in short."""

    type: str
    """Always `ticket_type`."""
    id: str
    """The ticket type's id."""
    category: Maybe[TicketCategory] = None
    """Whom its tickets are for."""
    name: str
    """What it is called."""
    description: Maybe[str] = None
    """What it is about."""
    icon: Maybe[str] = None
    """Its icon, an emoji."""
    is_internal: Maybe[bool] = None
    """Whether its tickets are for teammates alone."""
    archived: Maybe[bool] = None
    """Whether it is archived."""
