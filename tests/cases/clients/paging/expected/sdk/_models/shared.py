"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class Item(Model, kw_only=True):
    """What the API calls `Item`."""

    id: str


class Page(Model, kw_only=True):
    """What the API calls `Page`."""

    data: list[Item]
    next: str | None = None
    has_more: Maybe[bool] = None
    total: Maybe[int] = None
