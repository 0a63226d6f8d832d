"""What the API answers with."""

from __future__ import annotations

from typing import Any

from .._runtime.json.model import Maybe, Model


class Pet(Model, kw_only=True):
    """What the API calls `Pet`."""

    name: str
    owner: Any
    toys: Maybe[dict[str, Any]] = None
    food: Maybe[str] = None
