"""Operations on `shapes`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from .._models.shapes import (
    Chain,
    Corner,
    Point,
    Shape,
    ShapeInlineFirst,
    ShapeInlineSecond,
)
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND: Operation[Shape] = Operation(
    "POST",
    "/shapes",
    parameters=(QueryParameter("box"),),
    body=JsonBody(),
    lists=(
        (0,),
        ("origin",),
        ("closed",),
        ("unevaluated",),
        ("shorter",),
        ("longer",),
        ("anything",),
        ("either",),
        ("chain",),
        ("longer", None, "at"),
    ),
    responses={"200": Json(Shape)},
)


class Shapes(Resource):
    """Operations on `shapes`."""

    def send(
        self,
        *,
        origin: Point,
        box: Point | Omit = OMIT,
        closed: tuple[datetime | str, Corner | params.CornerParams] | Omit = OMIT,
        unevaluated: tuple[int, str | None] | Omit = OMIT,
        shorter: SequenceNotStr[int | str] | Omit = OMIT,
        longer: SequenceNotStr[int | Corner | params.CornerParams | str] | Omit = OMIT,
        anything: SequenceNotStr[Any] | Omit = OMIT,
        inline: (
            tuple[
                ShapeInlineFirst | params.ShapeInlineFirstParams,
                ShapeInlineSecond | params.ShapeInlineSecondParams,
            ]
            | Omit
        ) = OMIT,
        either: params.ShapeEitherParams | Omit = OMIT,
        chain: Chain | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Shape:
        """A shape.

        `POST /shapes`

        Args:
            closed: Closed by `items`.
            shorter: May be shorter. In order `integer`, `string`.
            longer: May be longer. In order `integer`, `Corner`, 2 or more items.
            anything: In order `integer`.

        Returns: The shape.

        Example:
            shape = client.shapes.send(origin=(1.5, 1.5))
        """
        return self._session.send(
            SEND,
            (box,),
            {
                "origin": origin,
                "closed": closed,
                "unevaluated": unevaluated,
                "shorter": shorter,
                "longer": longer,
                "anything": anything,
                "inline": inline,
                "either": either,
                "chain": chain,
            },
            options=options,
        )


class AsyncShapes(AsyncResource):
    """`Shapes` for asynchronous clients."""

    async def send(
        self,
        *,
        origin: Point,
        box: Point | Omit = OMIT,
        closed: tuple[datetime | str, Corner | params.CornerParams] | Omit = OMIT,
        unevaluated: tuple[int, str | None] | Omit = OMIT,
        shorter: SequenceNotStr[int | str] | Omit = OMIT,
        longer: SequenceNotStr[int | Corner | params.CornerParams | str] | Omit = OMIT,
        anything: SequenceNotStr[Any] | Omit = OMIT,
        inline: (
            tuple[
                ShapeInlineFirst | params.ShapeInlineFirstParams,
                ShapeInlineSecond | params.ShapeInlineSecondParams,
            ]
            | Omit
        ) = OMIT,
        either: params.ShapeEitherParams | Omit = OMIT,
        chain: Chain | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Shape:
        """A shape. `POST /shapes`, as `Shapes.send`."""
        return await self._session.send(
            SEND,
            (box,),
            {
                "origin": origin,
                "closed": closed,
                "unevaluated": unevaluated,
                "shorter": shorter,
                "longer": longer,
                "anything": anything,
                "inline": inline,
                "either": either,
                "chain": chain,
            },
            options=options,
        )
