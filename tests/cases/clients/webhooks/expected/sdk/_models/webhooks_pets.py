"""What the API answers with."""

from __future__ import annotations

from typing import TypeAlias

from .webhooks import Pet

PetsMovedPayload: TypeAlias = list[Pet]
