"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class Thing(Model, kw_only=True):
    """What the API calls `Thing`."""

    id: str


class Page(Model, kw_only=True):
    """What the API calls `Page`."""

    data: Maybe[list[Thing]] = None
    scroll_param: Maybe[str] = None
    total_count: Maybe[int] = None
    pages: Maybe[PagePages] = None


class PagePages(Model, kw_only=True):
    """An object without a name in the API."""

    next: Maybe[PagePagesNext] = None


class PagePagesNext(Model, kw_only=True):
    """An object without a name in the API."""

    starting_after: Maybe[str] = None
    per_page: Maybe[int] = None
