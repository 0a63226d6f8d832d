"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import Number, UnknownValue
from .._runtime.json.unions import union


class Page(Model, kw_only=True):
    """What the API calls `Page`."""

    event: Maybe[Event] = None
    component: Maybe[Component] = None
    switch: Maybe[Switch] = None
    pet: Maybe[Pet] = None
    shape: Maybe[Shape] = None
    placed: Maybe[Placed] = None


class EventBase(Model, kw_only=True):
    """What every `Event` has, whatever its kind."""

    type: Literal["created", "deleted"] | UnknownValue
    by: Maybe[str] = None


class Created(Model, kw_only=True):
    """What the API calls `Created`."""

    type: Literal["created", "deleted"] | UnknownValue
    by: Maybe[str] = None
    name: Maybe[str] = None


class Deleted(Model, kw_only=True):
    """What the API calls `Deleted`."""

    type: Literal["created", "deleted"] | UnknownValue
    by: Maybe[str] = None
    name: Maybe[str] = None
    reason: Maybe[str] = None


class Button(Model, kw_only=True):
    """What the API calls `Button`."""

    type: Literal[1] | int
    label: Maybe[str] = None


class Input(Model, kw_only=True):
    """What the API calls `Input`."""

    type: Literal[2] | int
    text: Maybe[str] = None


class On(Model, kw_only=True):
    """What the API calls `On`."""

    lit: bool
    since: Maybe[str] = None


class Off(Model, kw_only=True):
    """What the API calls `Off`."""

    lit: bool
    until: Maybe[str] = None


class ShapeBase(Model, kw_only=True):
    """What every `Shape` has, whatever its kind."""

    form: str


class CircleBase(Model, kw_only=True):
    """What every `Circle` has, whatever its kind."""

    form: str
    radius: Maybe[Number] = None


class SquareBase(Model, kw_only=True):
    """What every `Square` has, whatever its kind."""

    form: str
    side: Maybe[Number] = None


class PetWithMeow(Model, kw_only=True):
    """An object without a name in the API."""

    kind: str
    meow: Maybe[str] = None


class PetWithBark(Model, kw_only=True):
    """An object without a name in the API."""

    kind: str
    bark: Maybe[str] = None


class PlacedCircle(Model, kw_only=True):
    """An object without a name in the API."""

    x: Maybe[Number] = None
    form: str
    radius: Maybe[Number] = None


class PlacedSquare(Model, kw_only=True):
    """An object without a name in the API."""

    x: Maybe[Number] = None
    form: str
    side: Maybe[Number] = None


if TYPE_CHECKING:
    Event: TypeAlias = Created | Deleted | EventBase
else:
    Event = union(
        "Event",
        lambda: (Created, Deleted, EventBase),
        tag="type",
        tags={"created": 0, "deleted": 1},
        default=2,
    )

if TYPE_CHECKING:
    Component: TypeAlias = Button | Input
else:
    Component = union(
        "Component", lambda: (Button, Input), tag="type", tags={"1": 0, "2": 1}
    )

if TYPE_CHECKING:
    Switch: TypeAlias = On | Off
else:
    Switch = union("Switch", lambda: (On, Off), tag="lit", tags={"true": 0, "false": 1})

if TYPE_CHECKING:
    Pet: TypeAlias = PetWithMeow | PetWithBark
else:
    Pet = union("Pet", lambda: (PetWithMeow, PetWithBark))

if TYPE_CHECKING:
    Shape: TypeAlias = CircleBase | SquareBase | PlacedCircle | PlacedSquare | ShapeBase
else:
    Shape = union(
        "Shape",
        lambda: (CircleBase, SquareBase, PlacedCircle, PlacedSquare, ShapeBase),
        tag="form",
        tags={"#Shapes.Circle": 0, "#Shapes.Square": 1, "Shape": 4},
        default=4,
        optional=True,
    )

if TYPE_CHECKING:
    Placed: TypeAlias = PlacedCircle | PlacedSquare
else:
    Placed = union(
        "Placed",
        lambda: (PlacedCircle, PlacedSquare),
        tag="form",
        tags={"#Shapes.Circle": 0, "#Shapes.Square": 1},
    )
