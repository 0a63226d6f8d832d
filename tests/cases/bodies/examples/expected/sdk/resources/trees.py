"""Operations on `trees`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

MOVE: Operation[None] = Operation(
    "PUT",
    "/trees",
    body=JsonBody(),
    responses={"204": Empty()},
)
PLANT: Operation[None] = Operation(
    "POST",
    "/trees",
    body=JsonBody(),
    responses={"204": Empty()},
)


class Trees(Resource):
    """Operations on `trees`."""

    def move(
        self, *, left: params.LeftParams, options: RequestOptions | None = None
    ) -> None:
        """Examples that lack each other.

        `PUT /trees`

        Example:
            client.trees.move(left={"note": "left", "right": 1})
        """
        return self._session.send(MOVE, (), {"left": left}, options=options)

    def plant(
        self,
        *,
        name: str,
        branches: Sequence[params.TreeParams],
        parent: params.TreeParams | None,
        a: params.TreeAParams,
        options: RequestOptions | None = None,
    ) -> None:
        """What holds itself, and is required far down.

        `POST /trees`

        Example:
            client.trees.plant(
                name="text",
                branches=[
                    {
                        "name": "text", "branches": [], "parent": None,
                        "a": {"b": {"c": {"d": {"e": {"f": True}}}}},
                    },
                ],
                parent={
                    "name": "text", "branches": [], "parent": None,
                    "a": {"b": {"c": {"d": {"e": {"f": True}}}}},
                },
                a={"b": {"c": {"d": {"e": {"f": True}}}}},
            )
        """
        return self._session.send(
            PLANT,
            (),
            {"name": name, "branches": branches, "parent": parent, "a": a},
            options=options,
        )


class AsyncTrees(AsyncResource):
    """`Trees` for asynchronous clients."""

    async def move(
        self, *, left: params.LeftParams, options: RequestOptions | None = None
    ) -> None:
        """Examples that lack each other. `PUT /trees`, as `Trees.move`."""
        return await self._session.send(MOVE, (), {"left": left}, options=options)

    async def plant(
        self,
        *,
        name: str,
        branches: Sequence[params.TreeParams],
        parent: params.TreeParams | None,
        a: params.TreeAParams,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /trees`, as `Trees.plant`."""
        return await self._session.send(
            PLANT,
            (),
            {"name": name, "branches": branches, "parent": parent, "a": a},
            options=options,
        )
