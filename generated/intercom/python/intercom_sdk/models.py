"""What the API answers with; each module is loaded at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._models.content_import_sources import (
        ContentImportSource,
        ContentImportSourceList,
    )
    from ._models.external_pages import ExternalPage, ExternalPageList
    from ._models.notes import Note, NoteList
    from ._models.shared import (
        Admin,
        Avatar,
        Error,
        ErrorList,
        NextCursor,
        NoteSubject,
        Pages,
        TeamPriorityLevel,
    )
    from ._models.webhooks import (
        NotificationData,
        NotificationDataItem,
        NotificationEvent,
        NotificationEventTopic,
        NotifiedAdmin,
        NotifiedCompany,
        NotifiedContact,
        NotifiedConversation,
        NotifiedItem,
        NotifiedNote,
        NotifiedTicket,
    )

__all__ = [
    "Admin",
    "Avatar",
    "ContentImportSource",
    "ContentImportSourceList",
    "Error",
    "ErrorList",
    "ExternalPage",
    "ExternalPageList",
    "NextCursor",
    "Note",
    "NoteList",
    "NoteSubject",
    "NotificationData",
    "NotificationDataItem",
    "NotificationEvent",
    "NotificationEventTopic",
    "NotifiedAdmin",
    "NotifiedCompany",
    "NotifiedContact",
    "NotifiedConversation",
    "NotifiedItem",
    "NotifiedNote",
    "NotifiedTicket",
    "Pages",
    "TeamPriorityLevel",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "._models.content_import_sources": (
        "ContentImportSource",
        "ContentImportSourceList",
    ),
    "._models.external_pages": ("ExternalPage", "ExternalPageList"),
    "._models.notes": ("Note", "NoteList"),
    "._models.shared": (
        "Admin",
        "Avatar",
        "Error",
        "ErrorList",
        "NextCursor",
        "NoteSubject",
        "Pages",
        "TeamPriorityLevel",
    ),
    "._models.webhooks": (
        "NotificationData",
        "NotificationDataItem",
        "NotificationEvent",
        "NotificationEventTopic",
        "NotifiedAdmin",
        "NotifiedCompany",
        "NotifiedContact",
        "NotifiedConversation",
        "NotifiedItem",
        "NotifiedNote",
        "NotifiedTicket",
    ),
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
