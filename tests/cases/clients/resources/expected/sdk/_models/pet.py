"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class Pet(Model, kw_only=True):
    """What the API calls `Pet`."""

    id: Maybe[int] = None


class ListPetsResponse(Model, kw_only=True):
    """An object without a name in the API."""

    data: Maybe[list[Pet]] = None
    total: Maybe[int] = None
