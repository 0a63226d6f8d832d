"""What the API answers with."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.json.model import Model
from .._runtime.json.plain_data import UnknownValue


class Item(Model, kw_only=True):
    """What the API calls `Item`."""

    kind: Kind
    id: str


Mode: TypeAlias = Literal["fast"] | UnknownValue

Kind: TypeAlias = Literal["item"] | UnknownValue
