"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.json.unions import union
from .webhooks import PetMoved, PetRenamed

if TYPE_CHECKING:
    PetChangedPayload: TypeAlias = PetMoved | PetRenamed
else:
    PetChangedPayload = union(
        "PetChangedPayload",
        lambda: (PetMoved, PetRenamed),
        tag="topic",
        tags={"pet.moved": 0, "pet.renamed": 1, "pet.named": 1},
    )
