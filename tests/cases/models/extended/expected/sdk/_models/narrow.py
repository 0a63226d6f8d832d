"""What the API answers with."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from .._runtime.json.model import Maybe, Model, OpenModel
from .._runtime.json.plain_data import UnknownValue
from .shared import ContactWithSince


class ShowNarrowResponse(Model, kw_only=True):
    """An object without a name in the API."""

    id: str
    email: str
    role: Maybe[str] = None
    display_name: Maybe[str] = field(default=None, name="displayName")
    friends: Maybe[list[ContactWithSince]] = None
    more: Maybe[str] = None


class ShowTypeResponse(Model, kw_only=True):
    """An object without a name in the API."""

    id: str
    email: Maybe[str] = None
    role: Maybe[Literal["user"] | UnknownValue] = None
    display_name: Maybe[str] = field(default=None, name="displayName")
    friends: Maybe[list[ContactWithSince]] = None


class ShowNamedResponse(Model, kw_only=True):
    """An object without a name in the API."""

    id: str
    email: Maybe[str] = None
    role: Maybe[str] = None
    display_name: Maybe[str] = field(default=None, name="displayName")
    friends: Maybe[list[ContactWithSince]] = None
    at: Maybe[str] = None
    more: Maybe[str] = None


class ContactWithDisplayName(Model, kw_only=True):
    """An object without a name in the API."""

    id: str
    email: Maybe[str] = None
    role: Maybe[str] = None
    display_name_2: Maybe[str] = field(default=None, name="displayName")
    friends: Maybe[list[ContactWithSince]] = None
    display_name: Maybe[int] = None


class ShowOpenerResponse(OpenModel):
    """An object without a name in the API."""

    id: str
    email: Maybe[str] = None
    role: Maybe[str] = None
    display_name: Maybe[str] = field(default=None, name="displayName")
    friends: Maybe[list[ContactWithSince]] = None
    more: Maybe[str] = None
    additional: dict[str, str] = field(default_factory=lambda: {})
    """Further properties."""
