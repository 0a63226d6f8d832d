"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.json.model import Model
from .._runtime.json.unions import union
from .webhooks import Pet


class PetChangedPayloadObject(Model, kw_only=True):
    """An object without a name in the API."""

    old: str


if TYPE_CHECKING:
    PetChangedPayload: TypeAlias = Pet | PetChangedPayloadObject
else:
    PetChangedPayload = union(
        "PetChangedPayload", lambda: (Pet, PetChangedPayloadObject)
    )
