"""Operations on `bodies`."""

from __future__ import annotations

from datetime import date

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

SEND_TYPED: Operation[None] = Operation(
    "POST",
    "/typed",
    body=JsonBody(required=False),
    lists=(("tags",),),
    responses={"204": Empty()},
)
SEND_REQUIRED: Operation[None] = Operation(
    "PUT",
    "/required",
    body=JsonBody(),
    dates=(("day",),),
    responses={"204": Empty()},
)
SEND_EITHER: Operation[None] = Operation(
    "PATCH",
    "/either",
    body=JsonBody(required=False),
    dates=(("day",),),
    responses={"204": Empty()},
)
SEND_NAMED: Operation[None] = Operation(
    "POST",
    "/named",
    body=JsonBody(),
    dates=(("day",),),
    responses={"204": Empty()},
)
SEND_MERGED: Operation[None] = Operation(
    "POST",
    "/merged",
    body=JsonBody(required=False),
    dates=(("day",),),
    responses={"204": Empty()},
)


class Bodies(Resource):
    """Operations on `bodies`."""

    def send_typed(
        self,
        *,
        name: str | Omit = OMIT,
        tags: SequenceNotStr[str] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /typed`

        Args:
            name: Needed when any of the body is given.

        Example:
            client.bodies.send_typed(name="text")
        """
        return self._session.send(
            SEND_TYPED, (), {"name": name, "tags": tags}, options=options
        )

    def send_required(
        self,
        *,
        text: str,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /required`

        Example:
            client.bodies.send_required(text="text")
        """
        return self._session.send(
            SEND_REQUIRED, (), {"text": text, "day": day}, options=options
        )

    def send_either(
        self,
        *,
        text: str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PATCH /either`

        Args:
            text: Needed when any of the body is given.

        Example:
            client.bodies.send_either(text="text")
        """
        return self._session.send(
            SEND_EITHER, (), {"text": text, "day": day}, options=options
        )

    def send_named(
        self,
        *,
        text: str,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /named`

        Example:
            client.bodies.send_named(text="text")
        """
        return self._session.send(
            SEND_NAMED, (), {"text": text, "day": day}, options=options
        )

    def send_merged(
        self,
        *,
        text: str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        by: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /merged`

        Args:
            text: Needed when any of the body is given.
            by: Needed when any of the body is given.

        Example:
            client.bodies.send_merged(text="text", by="text")
        """
        return self._session.send(
            SEND_MERGED, (), {"text": text, "day": day, "by": by}, options=options
        )


class AsyncBodies(AsyncResource):
    """`Bodies` for asynchronous clients."""

    async def send_typed(
        self,
        *,
        name: str | Omit = OMIT,
        tags: SequenceNotStr[str] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /typed`, as `Bodies.send_typed`."""
        return await self._session.send(
            SEND_TYPED, (), {"name": name, "tags": tags}, options=options
        )

    async def send_required(
        self,
        *,
        text: str,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /required`, as `Bodies.send_required`."""
        return await self._session.send(
            SEND_REQUIRED, (), {"text": text, "day": day}, options=options
        )

    async def send_either(
        self,
        *,
        text: str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PATCH /either`, as `Bodies.send_either`."""
        return await self._session.send(
            SEND_EITHER, (), {"text": text, "day": day}, options=options
        )

    async def send_named(
        self,
        *,
        text: str,
        day: date | str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /named`, as `Bodies.send_named`."""
        return await self._session.send(
            SEND_NAMED, (), {"text": text, "day": day}, options=options
        )

    async def send_merged(
        self,
        *,
        text: str | Omit = OMIT,
        day: date | str | Omit = OMIT,
        by: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /merged`, as `Bodies.send_merged`."""
        return await self._session.send(
            SEND_MERGED, (), {"text": text, "day": day, "by": by}, options=options
        )
