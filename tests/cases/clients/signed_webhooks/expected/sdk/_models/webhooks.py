"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from msgspec import field

from .._runtime.json.model import Maybe, Model, OpenModel
from .._runtime.json.unions import union


class Pet(Model, kw_only=True):
    """What the API calls `Pet`."""

    name: str


class PetCreated(Model, kw_only=True, tag_field="topic", tag="pet.created"):
    """What the API calls `PetCreated`."""

    id: str
    topic: ClassVar[Literal["pet.created"]] = "pet.created"
    data: Pet


class PetMoved(Model, kw_only=True, tag_field="topic", tag="pet.moved"):
    """What the API calls `PetMoved`."""

    id: str
    topic: ClassVar[Literal["pet.moved"]] = "pet.moved"
    data: PetMovedData


class PetRenamed(Model, kw_only=True):
    """What the API calls `PetRenamed`."""

    id: str
    topic: Literal["pet.renamed", "pet.named"]
    data: Pet


class Payment(Model, kw_only=True, tag_field="topic", tag="payment"):
    """What the API calls `Payment`."""

    id: str
    topic: ClassVar[Literal["payment"]] = "payment"
    data: Maybe[int] = None


class PetMovedData(Model, kw_only=True):
    """An object without a name in the API."""

    to: str


class UnknownEvent(OpenModel):
    """An event of a kind that isn't described yet."""

    id: str
    topic: str
    data: Any = None
    additional: dict[str, Any] = field(default_factory=lambda: {})
    """Further properties."""


if TYPE_CHECKING:
    WebhookEvent: TypeAlias = (
        PetCreated | PetMoved | PetRenamed | Payment | UnknownEvent
    )
else:
    WebhookEvent = union(
        "WebhookEvent",
        lambda: (PetCreated, PetMoved, PetRenamed, Payment, UnknownEvent),
        tag="topic",
        tags={
            "pet.created": 0,
            "pet.moved": 1,
            "pet.renamed": 2,
            "pet.named": 2,
            "payment": 3,
        },
        default=4,
    )
"""What signed webhooks bring."""
