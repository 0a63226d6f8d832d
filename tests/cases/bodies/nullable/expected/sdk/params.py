"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from datetime import date
from typing import NotRequired, TypeAlias, TypedDict


class NoteParams(TypedDict):
    """What the API calls `Note`."""

    text: str
    day: NotRequired[date | str]


class OtherParams(TypedDict):
    """What the API calls `Other`."""

    other: str


SendSeveralRequestParams: TypeAlias = NoteParams | OtherParams
