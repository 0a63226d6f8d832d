"""What the API answers with; each module is loaded at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._models.exports import Export
    from ._models.webhooks import (
        Payment,
        Pet,
        PetCreated,
        PetMoved,
        PetMovedData,
        PetRenamed,
        UnknownEvent,
        WebhookEvent,
    )
    from ._models.webhooks_pet import PetChangedPayload

__all__ = [
    "Export",
    "Payment",
    "Pet",
    "PetChangedPayload",
    "PetCreated",
    "PetMoved",
    "PetMovedData",
    "PetRenamed",
    "UnknownEvent",
    "WebhookEvent",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "._models.exports": ("Export",),
    "._models.webhooks": (
        "Payment",
        "Pet",
        "PetCreated",
        "PetMoved",
        "PetMovedData",
        "PetRenamed",
        "UnknownEvent",
        "WebhookEvent",
    ),
    "._models.webhooks_pet": ("PetChangedPayload",),
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
