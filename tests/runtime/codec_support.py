"""Models and helpers that the tests of decoding share."""

from __future__ import annotations

import json
import logging
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal
from uuid import UUID

from msgspec import UNSET, UnsetType, field
from sdk_runtime.json.codec import Codec
from sdk_runtime.json.data import to_json
from sdk_runtime.json.drift import Drift
from sdk_runtime.json.model import Maybe, Model, OpenModel
from sdk_runtime.json.plain_data import Annotation, Plain
from sdk_runtime.json.unions import union

WHERE = "GET /notes/{id}"


class Author(Model, kw_only=True):
    id: str
    name: str | None = None


class Note(Model, kw_only=True):
    id: str
    type: Literal["note"] = "note"
    author: Author | None = None
    state: Literal["open", "closed"] | str | None = None
    created_at: int | None = None
    rating: float | None = None
    body: str | UnsetType | None = UNSET
    replies: list[Note] | None = None
    class_: str | None = field(name="class", default=None)


class NoteList(Model, kw_only=True):
    data: list[Note]
    pages: dict[str, Any] | None = None


class Stamps(Model, kw_only=True):
    at: datetime | None = None
    key: UUID | None = None
    price: Decimal | None = None
    raw: bytes | None = None
    pair: tuple[int, str] | None = None
    many: tuple[int, ...] | None = None


class Cat(Model, kw_only=True):
    kind: Literal["cat"]
    lives: int
    friends: list[Pet] | None = None


class Dog(Model, kw_only=True):
    kind: Literal["dog", "puppy"]
    tricks: list[str]
    owner: Owner | None = None


class Owner(Model, kw_only=True):
    pets: dict[str, Pet]
    favourite: Pet | UnsetType | None = UNSET


class Square(Model, kw_only=True):
    side: float
    label: str | None = None


class Box(Model, kw_only=True):
    side: float
    height: float


class Circle(Model, kw_only=True):
    radius: float


class NumberBox(Model, kw_only=True):
    value: int


class TextBox(Model, kw_only=True):
    value: str


class Fish(Model, kw_only=True, tag_field="kind", tag="fish"):
    kind: ClassVar[Literal["fish"]] = "fish"
    depth: int


class Bird(Model, kw_only=True, tag_field="kind", tag="bird"):
    kind: ClassVar[Literal["bird"]] = "bird"
    wings: int


class Loose(Model, kw_only=True):
    """Whatever of it a server sends is kept, so it encodes as it came."""

    id: str | UnsetType | None = UNSET
    n: int | UnsetType | None = UNSET
    x: float | UnsetType | None = UNSET
    ok: bool | UnsetType | None = UNSET
    tags: list[str] | UnsetType | None = UNSET
    child: Loose | UnsetType | None = UNSET
    by: dict[str, Loose] | UnsetType | None = UNSET


class Settings(OpenModel):
    name: str
    colour: str | None = None
    pet: Pet | UnsetType | None = UNSET
    additional: dict[str, int] = field(default_factory=dict)


class Labels(OpenModel, additional="rest"):
    additional: str | None = None
    class_: int | None = field(name="class", default=None)
    rest: dict[str, list[Labels]] = field(default_factory=dict)


Pet = union("Pet", lambda: (Cat, Dog))
Shape = union("Shape", lambda: (Square, Box, Circle))
Value = union("Value", lambda: (NumberBox, TextBox))
OneOrMany = union("OneOrMany", lambda: (int, list[int], list[str], Circle))
Moment = union("Moment", lambda: (datetime, str))
Nested = union("Nested", lambda: (Pet, Circle, list[Pet], Settings))
Declared = union(
    "Declared",
    lambda: (Square, Circle),
    tag="shape",
    tags={"square": 0, "circle": 1, "ring": 1},
)
WithDefault = union(
    "WithDefault", lambda: (Square, Circle), tag="shape", tags={"circle": 1}, default=0
)
Numbered = union("Numbered", lambda: (Square, Circle), tag="n", tags={"1": 0, "2": 1})
Flagged = union(
    "Flagged", lambda: (Square, Circle), tag="on", tags={"true": 0, "false": 1}
)


class First(Model, kw_only=True):
    """A variant of a union in a union."""

    k: str
    a: str


class Second(Model, kw_only=True):
    """Another variant, which requires what the first one doesn't know."""

    k: str
    b: str


class Third(Model, kw_only=True):
    """A variant beside these two, which takes every tag."""

    k: str
    c: Maybe[str] = None


Inner = union("Inner", lambda: (First, Second), tag="k", tags={"1": 0, "2": 1})
InnerOrThird = union("InnerOrThird", lambda: (Third, Inner))
Fallible = union(
    "Fallible",
    lambda: (First, Second),
    tag="k",
    tags={"2": 1},
    default=0,
    optional=True,
)
FallibleOrThird = union("FallibleOrThird", lambda: (Third, Fallible))
Outer = union("Outer", lambda: (Third, Inner), tag="k", tags={"1": 1, "2": 1, "3": 0})


class Train(Model, kw_only=True):
    """A variant that doesn't require its tag."""

    name: Maybe[str] = None
    cars: Maybe[int] = None


class Ship(Model, kw_only=True):
    """A variant whose tag is a field like any other."""

    way: Maybe[str] = None
    name: Maybe[str] = None
    masts: Maybe[int] = None


Vehicle = union(
    "Vehicle",
    lambda: (Train, Ship, str),
    tag="way",
    tags={"rail": 0, "sea": 1, "lake": 1},
    optional=True,
)
VehicleOrShip = union(
    "VehicleOrShip",
    lambda: (Train, Ship),
    tag="way",
    tags={"rail": 0},
    default=1,
    optional=True,
)


class Failure(Exception):
    """What a callback raises in a test."""


def decode(
    kind: Annotation, body: object, *, strict: bool = False
) -> tuple[Any, list[Drift]]:
    """The value and the departures that a body gives; the body is JSON text or plain data."""
    drifts: list[Drift] = []
    codec = Codec(strict, drifts.append, logging.getLogger("sdk.test"))
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return codec.decode(kind, data, where=WHERE), drifts


def reported(drifts: list[Drift]) -> list[tuple[str, str, str]]:
    """The departures as path, expected type and found type."""
    return [(drift.path, drift.expected, drift.found) for drift in drifts]


def again(value: object) -> Plain:
    """A value encoded as JSON and parsed without a type."""
    return json.loads(to_json(value))
