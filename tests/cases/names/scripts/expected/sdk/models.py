"""What the API answers with; each module is loaded at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._models.u1080_u1084_u1077_u1085_u1072 import ИмяПользователя
    from ._models.u29992_u25143 import (
        更新用户Response,
        用户,
        用户地址,
        获取用户404Response,
    )

__all__ = [
    "ИмяПользователя",
    "更新用户Response",
    "用户",
    "用户地址",
    "获取用户404Response",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "._models.u1080_u1084_u1077_u1085_u1072": ("ИмяПользователя",),
    "._models.u29992_u25143": (
        "更新用户Response",
        "用户",
        "用户地址",
        "获取用户404Response",
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
