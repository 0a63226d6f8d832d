"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NotRequired, TypedDict

from ._models.employees import EmployeeDesk
from ._models.shared import ContactWithSince


class ContactWithSinceParams(TypedDict):
    """An object without a name in the API."""

    id: str
    email: NotRequired[str]
    role: NotRequired[str]
    displayName: NotRequired[str]
    friends: NotRequired[Sequence[ContactWithSince | ContactWithSinceParams]]
    since: date | str


class EmployeeWithDeskParams(TypedDict):
    """An object without a name in the API."""

    id: str
    email: NotRequired[str]
    role: NotRequired[str]
    displayName: NotRequired[str]
    friends: NotRequired[Sequence[ContactWithSince | ContactWithSinceParams]]
    salary: NotRequired[int]
    desk: NotRequired[EmployeeDesk | EmployeeDeskParams]


class EmployeeDeskParams(TypedDict):
    """An object without a name in the API."""

    floor: int
