"""What the API answers with; each module is loaded at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._models.contacts import (
        ContactWithMuted,
        ContactWithMuted2,
        ListContactsResponse,
    )
    from ._models.employees import Employee, EmployeeDesk, EmployeeWithDesk
    from ._models.keys import Key, KeyWithOneAndTwo
    from ._models.narrow import (
        ContactWithDisplayName,
        ShowNamedResponse,
        ShowNarrowResponse,
        ShowOpenerResponse,
        ShowTypeResponse,
    )
    from ._models.pets import Cat, CatWithOwner, Dog, ListPetsResponseItem
    from ._models.settings import Rest, RestWithEtag, Settings, SettingsWithEtag
    from ._models.shared import Contact, ContactWithSince
    from ._models.webhooks_contact import ContactWithEvent

__all__ = [
    "Cat",
    "CatWithOwner",
    "Contact",
    "ContactWithDisplayName",
    "ContactWithEvent",
    "ContactWithMuted",
    "ContactWithMuted2",
    "ContactWithSince",
    "Dog",
    "Employee",
    "EmployeeDesk",
    "EmployeeWithDesk",
    "Key",
    "KeyWithOneAndTwo",
    "ListContactsResponse",
    "ListPetsResponseItem",
    "Rest",
    "RestWithEtag",
    "Settings",
    "SettingsWithEtag",
    "ShowNamedResponse",
    "ShowNarrowResponse",
    "ShowOpenerResponse",
    "ShowTypeResponse",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "._models.contacts": (
        "ContactWithMuted",
        "ContactWithMuted2",
        "ListContactsResponse",
    ),
    "._models.employees": ("Employee", "EmployeeDesk", "EmployeeWithDesk"),
    "._models.keys": ("Key", "KeyWithOneAndTwo"),
    "._models.narrow": (
        "ContactWithDisplayName",
        "ShowNamedResponse",
        "ShowNarrowResponse",
        "ShowOpenerResponse",
        "ShowTypeResponse",
    ),
    "._models.pets": ("Cat", "CatWithOwner", "Dog", "ListPetsResponseItem"),
    "._models.settings": ("Rest", "RestWithEtag", "Settings", "SettingsWithEtag"),
    "._models.shared": ("Contact", "ContactWithSince"),
    "._models.webhooks_contact": ("ContactWithEvent",),
}


def __getattr__(name: str) -> object:
    """Load what isn't there yet."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(home, __package__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """List what can be loaded, too."""
    return sorted({*globals(), *__all__})
