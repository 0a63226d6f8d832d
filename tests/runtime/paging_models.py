"""Pages of several types, and the ways in which they lead on."""

from __future__ import annotations

from typing import Any

from codec_support import Note
from sdk_runtime.json.model import Model, OpenModel
from sdk_runtime.paging.pagination_state import ByCursor, ByOffset, ByPage


class Optional(Model, kw_only=True):
    """The list may be absent or null."""

    data: list[Note] | None = None
    warnings: list[str] | None = None
    next: str | None = None
    total: int | None = None
    has_more: bool | None = None


class Nullable(Model, kw_only=True):
    """The list may be null."""

    data: list[Note] | None
    next: str | None = None


class Open(OpenModel):
    """The list may be absent, and there may be more."""

    data: list[Note] | None = None
    next: str | None = None


class Result(Model, kw_only=True):
    """The list is one level down."""

    result: Optional | None = None
    next: str | None = None


class Lead(Model, kw_only=True):
    """What leads on is an object with the cursor in it."""

    after: str | None = None
    limit: int | None = None


class Leading(Model, kw_only=True):
    """The list, and an object that leads on."""

    data: list[Note]
    next: Lead | None = None


FLAT = ByCursor(items=("data",), next=("next",), parameter="after")
FLAGGED = ByCursor(
    items=("data",), next=("next",), parameter="after", more=("has_more",)
)
DEEP = ByCursor(items=("result", "data"), next=("next",), parameter="after")
WHOLE = ByCursor(items=(), next=("next",), parameter="after")
PAGES = ByPage(items=("data",), parameter="page")
TOTAL_PAGES = ByPage(items=("data",), parameter="page", total=("total",))
SKIP = ByOffset(items=("data",), parameter="skip")
TOTAL_SKIP = ByOffset(items=("data",), parameter="skip", total=("total",))
ONE: dict[str, Any] = {"id": "1"}
TWO: dict[str, Any] = {"id": "2"}
FIRST = {"data": [ONE], "next": "a"}
