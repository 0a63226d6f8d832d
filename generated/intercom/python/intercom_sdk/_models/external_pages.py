"""What the API answers with."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import UnknownValue
from .shared import Pages


class ExternalPageList(Model, kw_only=True):
    """One page of the list of external pages."""

    type: str
    """Always `list`."""
    data: list[ExternalPage]
    """The external pages of this page."""
    total_count: Maybe[int] = None
    """How many external pages there are in all."""
    pages: Pages | None = None
    """How the list goes on."""


class ExternalPage(Model, kw_only=True):
    """A page from outside Intercom that Fin may answer from."""

    type: str
    """Always `external_page`."""
    id: str
    """The page's id, as Intercom gave it."""
    title: str
    """The page's title."""
    html: str
    """The page's content, in HTML; empty once the page is deleted."""
    url: str | None = None
    """Where readers find the page; Fin links to it."""
    ai_agent_availability: Maybe[bool] = None
    """Whether the AI agent may answer from the page."""
    ai_copilot_availability: Maybe[bool] = None
    """Whether the copilot may answer from the page."""
    ai_sales_agent_availability: Maybe[bool] = None
    """Whether the sales agent may answer from the page."""
    fin_availability: Maybe[bool] = None
    """Whether Fin may answer from the page."""
    locale: Maybe[Literal["en"] | UnknownValue] = None
    """The page's language."""
    source_id: Maybe[int] = None
    """The content import source that the page belongs to."""
    external_id: str | None = None
    """The page's id where it comes from, unique within the source."""
    created_at: int
    """When the page was added. Unix seconds in JSON."""
    updated_at: int
    """When the page last changed. Unix seconds in JSON."""
    last_ingested_at: int | None = None
    """When Fin last read the page. Unix seconds in JSON."""
