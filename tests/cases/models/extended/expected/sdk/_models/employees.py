"""What the API answers with."""

from __future__ import annotations

from msgspec import field

from .._runtime.json.model import Maybe, Model
from .shared import ContactWithSince


class Employee(Model, kw_only=True):
    """What the API calls `Employee`."""

    id: str
    email: Maybe[str] = None
    role: Maybe[str] = None
    display_name: Maybe[str] = field(default=None, name="displayName")
    friends: Maybe[list[ContactWithSince]] = None
    salary: Maybe[int] = None


class EmployeeWithDesk(Employee, kw_only=True):
    """A `Employee` with `desk`."""

    desk: Maybe[EmployeeDesk] = None


class EmployeeDesk(Model, kw_only=True):
    """An object without a name in the API."""

    floor: int
