"""What the API answers with."""

from __future__ import annotations

from msgspec import field

from .._runtime.json.model import Maybe, Model


class Pet(Model, kw_only=True):
    """What the API calls `Pet`."""

    id: int
    ref: Maybe[str] = field(default=None, name="$ref")
    """A property of that name."""
    owner: Maybe[Owner] = None


class Owner(Model, kw_only=True):
    """What the API calls `Owner`."""

    name: Maybe[str] = None
    pets: Maybe[list[Pet]] = None


class ListPets400Response(Model, kw_only=True):
    """An object without a name in the API."""

    code: Maybe[str] = None
