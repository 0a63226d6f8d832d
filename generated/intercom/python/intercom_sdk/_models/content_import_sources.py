"""What the API answers with."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import UnknownValue
from .shared import Pages


class ContentImportSourceList(Model, kw_only=True):
    """One page of content import sources."""

    type: str
    """Always `list`."""
    data: list[ContentImportSource]
    """The sources of this page."""
    total_count: Maybe[int] = None
    """How many sources there are on all pages."""
    pages: Pages | None = None
    """How the list goes on."""


class ContentImportSource(Model, kw_only=True):
    """A place that external pages come from."""

    type: str
    """Always `content_import_source`."""
    id: int
    """The source's id."""
    url: str
    """The root of the source."""
    sync_behavior: Literal["api", "automatic", "manual"] | UnknownValue
    """How the source's pages get into Intercom."""
    status: Literal["active", "deactivated"] | UnknownValue
    """Whether Fin uses the source."""
    audience_ids: Maybe[list[int]] = None
    """The audiences that the source's pages are for; versions before 2.16 don't have
    this.
    """
    last_synced_at: int | None = None
    """When the source was last read. Unix seconds in JSON."""
    created_at: int
    """When the source was added. Unix seconds in JSON."""
    updated_at: int
    """When the source last changed. Unix seconds in JSON."""
