"""What the API answers with; each module is loaded at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._models.exports import Export
    from ._models.imports import StartImportResponse, StartImportResponseTask
    from ._models.tasks import ShowTaskResponse, ShowTaskResponseTask

__all__ = [
    "Export",
    "ShowTaskResponse",
    "ShowTaskResponseTask",
    "StartImportResponse",
    "StartImportResponseTask",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "._models.exports": ("Export",),
    "._models.imports": ("StartImportResponse", "StartImportResponseTask"),
    "._models.tasks": ("ShowTaskResponse", "ShowTaskResponseTask"),
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
