"""Operations on `things`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from .._models.things import Item, Mode
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr, UnknownValue
from .._runtime.operation.conversion import ByTag, Conversion, Only
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import HeaderParameter, PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

CREATE: Operation[Item] = Operation(
    "POST",
    "/{version}/things/{id}",
    parameters=(
        PathParameter("version"),
        PathParameter("id"),
        QueryParameter("unit"),
        QueryParameter("maybe"),
        QueryParameter("several"),
        HeaderParameter("X-Mode"),
        QueryParameter("filter", style="deepObject", explode=False),
    ),
    body=JsonBody(),
    convert=Conversion(
        body={
            "item": "Item",
            "tree": "Tree",
            "shape": ByTag(
                "shape",
                {"circle": {"unit": Only("cm")}, "square": {"unit": Only("mm")}},
            ),
            "same": ({"scale": Only("big")}, {"scale": Only("big")}),
            "items": {None: "Item"},
            "by_name": {None: "Item"},
        },
        parameters={6: "Item"},
        named={
            "Item": {"kind": Only("item")},
            "Tree": {"kind": Only("tree"), "left": "Tree", "leaves": {None: "Item"}},
        },
    ),
    responses={"200": Json(Item)},
)
REPLACE_PARTS: Operation[None] = Operation(
    "PUT",
    "/parts",
    body=JsonBody(),
    convert=Conversion(body={None: {"kind": Only("item")}}),
    responses={"204": Empty()},
)
ADD_PARTS: Operation[None] = Operation(
    "POST",
    "/parts",
    body=JsonBody(required=False),
    convert=Conversion(body={"type": Only("part")}),
    responses={"204": Empty()},
)
ASSIGN_PARTS: Operation[None] = Operation(
    "PATCH",
    "/parts",
    body=JsonBody(),
    lists=(("ids",),),
    responses={"204": Empty()},
)


class Things(Resource):
    """Operations on `things`."""

    def create(
        self,
        id: str | int,
        version: Literal["v1"] | UnknownValue = "v1",
        *,
        several: Literal["a", "b"] | UnknownValue,
        empty: Literal["x"] | UnknownValue | None,
        item: Item | params.ItemParams,
        unit: Literal["kg"] = "kg",
        maybe: Literal["kg"] | Omit = OMIT,
        x_mode: Mode = "fast",
        filter: Item | params.ItemParams | Omit = OMIT,
        type: Literal["thing"] | UnknownValue = "thing",
        level: Literal[5] | int = 5,
        on: Literal[True] | bool = True,
        nothing: None = None,
        optional: Literal["y"] | UnknownValue | Omit = OMIT,
        tree: params.TreeParams | Omit = OMIT,
        shape: params.ShapeParams | Omit = OMIT,
        same: params.SameParams | Omit = OMIT,
        differing: params.DifferingParams | Omit = OMIT,
        items: Sequence[Item | params.ItemParams] | Omit = OMIT,
        by_name: Mapping[str, Item | params.ItemParams] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Item:
        """`POST /{version}/things/{id}`

        Returns: The thing.

        Example:
            item = client.things.create(
                "text", several="a", empty="x", item={"kind": "item", "id": "text"}
            )
        """
        return self._session.send(
            CREATE,
            (version, id, unit, maybe, several, x_mode, filter),
            {
                "type": type,
                "level": level,
                "on": on,
                "empty": empty,
                "nothing": nothing,
                "optional": optional,
                "item": item,
                "tree": tree,
                "shape": shape,
                "same": same,
                "differing": differing,
                "items": items,
                "by_name": by_name,
            },
            options=options,
        )

    def replace_parts(
        self,
        *,
        body: Sequence[Item | params.ItemParams],
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /parts`

        Args:
            body: The request body.

        Example:
            client.things.replace_parts(body=[{"kind": "item", "id": "text"}])
        """
        return self._session.send(REPLACE_PARTS, (), body, options=options)

    def add_parts(
        self,
        *,
        type: Literal["part"] | Omit = OMIT,
        name: str | Omit = OMIT,
        other: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /parts`

        Args:
            name: Needed when any of the body is given.

        Example:
            client.things.add_parts(name="text")
        """
        return self._session.send(
            ADD_PARTS, (), {"type": type, "name": name, "other": other}, options=options
        )

    def assign_parts(
        self,
        *,
        admin_id: str | int,
        ids: SequenceNotStr[str | int] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PATCH /parts`

        Example:
            client.things.assign_parts(admin_id="text")
        """
        return self._session.send(
            ASSIGN_PARTS, (), {"admin_id": admin_id, "ids": ids}, options=options
        )


class AsyncThings(AsyncResource):
    """`Things` for asynchronous clients."""

    async def create(
        self,
        id: str | int,
        version: Literal["v1"] | UnknownValue = "v1",
        *,
        several: Literal["a", "b"] | UnknownValue,
        empty: Literal["x"] | UnknownValue | None,
        item: Item | params.ItemParams,
        unit: Literal["kg"] = "kg",
        maybe: Literal["kg"] | Omit = OMIT,
        x_mode: Mode = "fast",
        filter: Item | params.ItemParams | Omit = OMIT,
        type: Literal["thing"] | UnknownValue = "thing",
        level: Literal[5] | int = 5,
        on: Literal[True] | bool = True,
        nothing: None = None,
        optional: Literal["y"] | UnknownValue | Omit = OMIT,
        tree: params.TreeParams | Omit = OMIT,
        shape: params.ShapeParams | Omit = OMIT,
        same: params.SameParams | Omit = OMIT,
        differing: params.DifferingParams | Omit = OMIT,
        items: Sequence[Item | params.ItemParams] | Omit = OMIT,
        by_name: Mapping[str, Item | params.ItemParams] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Item:
        """`POST /{version}/things/{id}`, as `Things.create`."""
        return await self._session.send(
            CREATE,
            (version, id, unit, maybe, several, x_mode, filter),
            {
                "type": type,
                "level": level,
                "on": on,
                "empty": empty,
                "nothing": nothing,
                "optional": optional,
                "item": item,
                "tree": tree,
                "shape": shape,
                "same": same,
                "differing": differing,
                "items": items,
                "by_name": by_name,
            },
            options=options,
        )

    async def replace_parts(
        self,
        *,
        body: Sequence[Item | params.ItemParams],
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /parts`, as `Things.replace_parts`."""
        return await self._session.send(REPLACE_PARTS, (), body, options=options)

    async def add_parts(
        self,
        *,
        type: Literal["part"] | Omit = OMIT,
        name: str | Omit = OMIT,
        other: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /parts`, as `Things.add_parts`."""
        return await self._session.send(
            ADD_PARTS, (), {"type": type, "name": name, "other": other}, options=options
        )

    async def assign_parts(
        self,
        *,
        admin_id: str | int,
        ids: SequenceNotStr[str | int] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PATCH /parts`, as `Things.assign_parts`."""
        return await self._session.send(
            ASSIGN_PARTS, (), {"admin_id": admin_id, "ids": ids}, options=options
        )
