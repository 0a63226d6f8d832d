"""What the API answers with."""

from __future__ import annotations

from typing import Literal

from .._runtime.annotations import UnknownValue
from .._runtime.model import Maybe, Model


class ИмяПользователя(Model, kw_only=True):
    """What the API calls `ИмяПользователя`."""

    имя: Maybe[str] = None
    возраст: Maybe[int] = None
    пол: Maybe[Literal["м", "ж"] | UnknownValue] = None
