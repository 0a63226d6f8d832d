"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import Number
from .._runtime.json.unions import union


class Page(Model, kw_only=True):
    """What the API calls `Page`."""

    silent: Maybe[Silent] = None
    whole: Maybe[Whole] = None
    beside: Maybe[Beside] = None
    both: Maybe[Both] = None
    family: Maybe[Sold] = None


class Car(Model, kw_only=True):
    """What the API calls `Car`."""

    kind: str
    doors: int


class Ship(Model, kw_only=True):
    """What the API calls `Ship`."""

    kind: str
    masts: int


class House(Model, kw_only=True):
    """What the API calls `House`."""

    kind: str
    rooms: Maybe[int] = None


class CarWithOwner(Car, kw_only=True):
    """A `Car` with `owner`."""

    owner: str


class ShipWithOwner(Ship, kw_only=True):
    """A `Ship` with `owner`."""

    owner: str


class HouseWithOwner(House, kw_only=True):
    """A `House` with `owner`."""

    owner: str


class SoldCat(Model, kw_only=True):
    """An object without a name in the API."""

    price: Number
    sort: str
    lives: Maybe[int] = None


class SoldLion(Model, kw_only=True):
    """An object without a name in the API."""

    price: Number
    sort: str
    lives: Maybe[int] = None
    mane: Maybe[str] = None


if TYPE_CHECKING:
    Vehicle: TypeAlias = Car | Ship
else:
    Vehicle = union(
        "Vehicle", lambda: (Car, Ship), tag="kind", tags={"car": 0, "ship": 1}
    )

if TYPE_CHECKING:
    Silent: TypeAlias = Vehicle | House
else:
    Silent = union("Silent", lambda: (Vehicle, House))

if TYPE_CHECKING:
    Whole: TypeAlias = Vehicle | House
else:
    Whole = union(
        "Whole",
        lambda: (Vehicle, House),
        tag="kind",
        tags={"car": 0, "ship": 0, "house": 1},
    )

if TYPE_CHECKING:
    Beside: TypeAlias = Car | Ship | House
else:
    Beside = union(
        "Beside",
        lambda: (Car, Ship, House),
        tag="kind",
        tags={"car": 0, "ship": 1, "house": 2},
    )

if TYPE_CHECKING:
    Both: TypeAlias = CarWithOwner | ShipWithOwner | HouseWithOwner
else:
    Both = union(
        "Both",
        lambda: (CarWithOwner, ShipWithOwner, HouseWithOwner),
        tag="kind",
        tags={"car": 0, "ship": 1, "house": 2},
    )

if TYPE_CHECKING:
    Sold: TypeAlias = SoldCat | SoldLion
else:
    Sold = union(
        "Sold", lambda: (SoldCat, SoldLion), tag="sort", tags={"cat": 0, "lion": 1}
    )
