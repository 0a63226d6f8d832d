"""What the API answers with."""

from __future__ import annotations

from .._runtime.model import Model


class Pet(Model, kw_only=True):
    """What the API calls `Pet`."""

    id: int | None = None


class ListPetsResponse(Model, kw_only=True):
    """A nested object."""

    data: list[Pet] | None = None
    total: int | None = None
