"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from ._runtime.json.plain_data import SequenceNotStr


class SearchAllParams(TypedDict):
    """An object without a name in the API."""

    q: NotRequired[str]
    tags: NotRequired[SequenceNotStr[str]]
