"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from msgspec import field

from .._runtime.json.model import Maybe, Model, OpenModel
from .._runtime.json.plain_data import Number
from .._runtime.json.unions import union


class Page(Model, kw_only=True):
    """What the API calls `Page`."""

    pets: list[Pet]
    distinct: Maybe[str | Cat | list[str]] = None
    scored: PageScored | None = None
    texts: Maybe[str] = None
    open: Maybe[PageOpen] = None
    tree: Maybe[Tree] = None
    puppy: Maybe[Pup] = None
    vehicle: Maybe[Vehicle] = None


class Cat(Model, kw_only=True, tag_field="kind", tag="cat"):
    """What the API calls `Cat`."""

    kind: ClassVar[Literal["cat"]] = "cat"
    lives: Maybe[int] = None


class Dog(Model, kw_only=True, tag_field="kind", tag="dog"):
    """What the API calls `Dog`."""

    kind: ClassVar[Literal["dog"]] = "dog"
    good: Maybe[bool] = None


class Young(Model, kw_only=True):
    """What the API calls `Young`."""

    kind: str
    months: Maybe[int] = None


class Train(Model, kw_only=True):
    """What the API calls `Train`."""

    way: Maybe[str] = None
    name: Maybe[str] = None
    cars: Maybe[int] = None


class Ship(Model, kw_only=True):
    """What the API calls `Ship`."""

    way: Maybe[str] = None
    name: Maybe[str] = None
    masts: Maybe[int] = None


class Circle(Model, kw_only=True):
    """What the API calls `Circle`."""

    radius: Number


class Square(Model, kw_only=True):
    """What the API calls `Square`."""

    side: Number


class Open(OpenModel):
    """What the API calls `Open`."""

    name: Maybe[str] = None
    additional: dict[str, str] = field(default_factory=lambda: {})
    """Further properties."""


Pet: TypeAlias = Cat | Dog
"""A cat or a dog."""

if TYPE_CHECKING:
    Pup: TypeAlias = Young | Dog
else:
    Pup = union(
        "Pup", lambda: (Young, Dog), tag="kind", tags={"young": 0, "pup": 0, "dog": 1}
    )

if TYPE_CHECKING:
    Vehicle: TypeAlias = Train | Ship
else:
    Vehicle = union(
        "Vehicle",
        lambda: (Train, Ship),
        tag="way",
        tags={"rail": 0, "sea": 1},
        optional=True,
    )
"""What moves, by land or by sea, if it says so."""

if TYPE_CHECKING:
    Tree: TypeAlias = "str | list[Tree]"
else:
    Tree = union("Tree", lambda: (str, list[Tree]))

if TYPE_CHECKING:
    PageScored: TypeAlias = Circle | Square
else:
    PageScored = union("PageScored", lambda: (Circle, Square))

if TYPE_CHECKING:
    GetPets201Response: TypeAlias = Circle | Square | Page
else:
    GetPets201Response = union("GetPets201Response", lambda: (Circle, Square, Page))

if TYPE_CHECKING:
    PageOpen: TypeAlias = Open | str
else:
    PageOpen = union("PageOpen", lambda: (Open, str))
