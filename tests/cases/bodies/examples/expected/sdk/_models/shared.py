"""What the API answers with."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.json.plain_data import UnknownValue

Kind: TypeAlias = Literal["person", "company"] | UnknownValue
