"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class Pet(Model, kw_only=True):
    """What the API calls `Pet`."""

    id: str
    name: Maybe[str] = None
