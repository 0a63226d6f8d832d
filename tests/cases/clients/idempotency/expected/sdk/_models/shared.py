"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class Payment(Model, kw_only=True):
    """What the API calls `Payment`."""

    amount: Maybe[int] = None
