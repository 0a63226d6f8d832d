"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model
from .shared import A


class TextEvent(Model, kw_only=True):
    """What the API calls `TextEvent`."""

    data: str
    event: Maybe[str] = None
    id: Maybe[str] = None
    retry: Maybe[int] = None


class DataEvent(Model, kw_only=True):
    """What the API calls `DataEvent`."""

    data: A
