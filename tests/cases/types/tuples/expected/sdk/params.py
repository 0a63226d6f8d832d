"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict

from ._models.shapes import Point
from ._runtime.json.plain_data import SequenceNotStr


class CornerParams(TypedDict):
    """What the API calls `Corner`."""

    at: Point


class ShapeInlineFirstParams(TypedDict):
    """An object without a name in the API."""

    x: int


class ShapeInlineSecondParams(TypedDict):
    """An object without a name in the API."""

    y: int


ShapeEitherParams: TypeAlias = (
    Point | SequenceNotStr[str] | tuple[Literal["circle"], Point, float]
)
