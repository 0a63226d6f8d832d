"""What the API answers with; each module is loaded at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._models.jobs import Job, JobDonePayload
    from ._models.webhooks import Pet
    from ._models.webhooks_pet import PetChangedPayload, PetChangedPayloadObject
    from ._models.webhooks_pets import PetsMovedPayload

__all__ = [
    "Job",
    "JobDonePayload",
    "Pet",
    "PetChangedPayload",
    "PetChangedPayloadObject",
    "PetsMovedPayload",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "._models.jobs": ("Job", "JobDonePayload"),
    "._models.webhooks": ("Pet",),
    "._models.webhooks_pet": ("PetChangedPayload", "PetChangedPayloadObject"),
    "._models.webhooks_pets": ("PetsMovedPayload",),
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
