"""What the API answers with."""

from __future__ import annotations

from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["new", "used"] | str
