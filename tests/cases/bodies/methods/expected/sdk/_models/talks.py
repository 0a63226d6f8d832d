"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class Talk(Model, kw_only=True):
    """What the API calls `Talk`."""

    id: str
    open: Maybe[bool] = None
