"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict


class LineParams(TypedDict):
    """What the API calls `Line`."""

    sku: str


class SendOptionalFileRequestLinkParams(TypedDict):
    """An object without a name in the API."""

    lines: NotRequired[Sequence[LineParams]]
