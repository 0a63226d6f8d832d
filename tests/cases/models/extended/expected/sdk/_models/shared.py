"""What the API answers with."""

from __future__ import annotations

from datetime import date

from msgspec import field

from .._runtime.json.model import Maybe, Model


class Contact(Model, kw_only=True):
    """What the API calls `Contact`."""

    id: str
    email: Maybe[str] = None
    role: Maybe[str] = None
    display_name: Maybe[str] = field(default=None, name="displayName")
    friends: Maybe[list[ContactWithSince]] = None


class ContactWithSince(Contact, kw_only=True):
    """A `Contact` with `since`."""

    since: date
