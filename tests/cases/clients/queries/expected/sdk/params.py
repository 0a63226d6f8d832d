"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class SearchAllParams(TypedDict):
    """A nested object."""

    q: NotRequired[str]
    tags: NotRequired[list[str]]
