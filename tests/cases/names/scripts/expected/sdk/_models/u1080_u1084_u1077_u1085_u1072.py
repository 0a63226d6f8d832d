"""What the API answers with."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import UnknownValue


class ИмяПользователя(Model, kw_only=True):
    """What the API calls `ИмяПользователя`."""

    имя: Maybe[str] = None
    возраст: Maybe[int] = None
    пол: Maybe[Literal["м", "ж"] | UnknownValue] = None
