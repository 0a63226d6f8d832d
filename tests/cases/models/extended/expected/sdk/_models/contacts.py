"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model
from .shared import Contact


class ContactWithMuted(Contact, kw_only=True):
    """A `Contact` with `muted`."""

    muted: bool | None = None
    """Whether it is."""


class ListContactsResponse(Model, kw_only=True):
    """An object without a name in the API."""

    items: Maybe[list[ContactWithMuted2]] = None


class ContactWithMuted2(Contact, kw_only=True):
    """A `Contact` with `muted`."""

    muted: str
