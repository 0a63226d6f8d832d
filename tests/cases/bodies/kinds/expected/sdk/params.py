"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NotRequired, TypedDict

from ._models.bodies import Kind

LineParams = TypedDict(
    "LineParams",
    {
        "sku": str,
        "due": NotRequired[date | str],
        "parts": "NotRequired[Sequence[LineParams]]",
        "x-ref": NotRequired[str],
        "kind": NotRequired[Kind],
    },
)
"""What the API calls `Line`."""
