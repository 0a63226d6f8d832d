"""What the API answers with."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import Number
from .._runtime.json.unions import union


class Corner(Model, kw_only=True):
    """What the API calls `Corner`."""

    at: Point


class Shape(Model, kw_only=True):
    """What the API calls `Shape`."""

    origin: Point
    closed: Maybe[tuple[datetime, Corner]] = None
    """Closed by `items`."""
    unevaluated: Maybe[tuple[int, str | None]] = None
    shorter: Maybe[list[int | str]] = None
    """May be shorter. In order `integer`, `string`."""
    longer: Maybe[list[int | Corner | str]] = None
    """May be longer. In order `integer`, `Corner`, 2 or more items."""
    anything: Maybe[list[Any]] = None
    """In order `integer`."""
    inline: Maybe[tuple[ShapeInlineFirst, ShapeInlineSecond]] = None
    either: Maybe[ShapeEither] = None
    chain: Maybe[Chain] = None


class ShapeInlineFirst(Model, kw_only=True):
    """An object without a name in the API."""

    x: int


class ShapeInlineSecond(Model, kw_only=True):
    """An object without a name in the API."""

    y: int


Point: TypeAlias = tuple[Number, Number]

if TYPE_CHECKING:
    Chain: TypeAlias = "tuple[str, Chain | None]"
else:
    Chain = union("Chain", lambda: (tuple[str, Chain | None],))

if TYPE_CHECKING:
    ShapeEither: TypeAlias = Point | list[str] | tuple[Literal["circle"], Point, Number]
else:
    ShapeEither = union(
        "ShapeEither",
        lambda: (Point, list[str], tuple[Literal["circle"], Point, Number]),
    )
