"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

from ._runtime.json.plain_data import UnknownValue


class CloseParams(TypedDict):
    """What closes a talk."""

    message_type: Literal["close"]
    type: NotRequired[Literal["admin"] | UnknownValue]
    admin_id: str
    """Who closes it."""
    note: NotRequired[str]
    """What is said."""


class SnoozeParams(TypedDict):
    """What the API calls `Snooze`."""

    message_type: Literal["snoozed"]
    admin_id: str
    snoozed_until: int


ManageTalkRequestParams: TypeAlias = CloseParams | SnoozeParams
