"""Operations on `events`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from .._models.events import Event, EventFurther, Range
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.conversion import SECONDS, ByTag, Conversion
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import FormBody, JsonBody
from .._runtime.request.parameters import HeaderParameter, PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

CREATE: Operation[Event] = Operation(
    "POST",
    "/events/{at}",
    parameters=(
        PathParameter("at"),
        QueryParameter("since"),
        QueryParameter("among"),
        QueryParameter("range", style="deepObject", explode=False),
        HeaderParameter("X-Since"),
    ),
    body=JsonBody(),
    lists=((2,), ("pair",)),
    convert=Conversion(
        body={
            "created_at": SECONDS,
            "ended_at": SECONDS,
            "when": ("Range", SECONDS),
            "causes": {None: "Event"},
            "by_name": {None: SECONDS},
            "filter": "Filter",
            "further": "EventFurther",
            "pair": {0: SECONDS},
        },
        parameters={0: SECONDS, 1: SECONDS, 2: {None: SECONDS}, 3: "Range", 4: SECONDS},
        named={
            "Range": {"gt": SECONDS, "lt": SECONDS},
            "Event": {
                "created_at": SECONDS,
                "ended_at": SECONDS,
                "when": ("Range", SECONDS),
                "causes": {None: "Event"},
                "by_name": {None: SECONDS},
                "filter": "Filter",
                "further": "EventFurther",
                "pair": {0: SECONDS},
            },
            "Filter": ByTag(
                "kind",
                {"date": {"value": SECONDS}, "all": {"filters": {None: "Filter"}}},
            ),
            "EventFurther": {"name": (), "at": (), None: SECONDS},
        },
    ),
    responses={"200": Json(Event)},
)
REPLACE_BATCH: Operation[None] = Operation(
    "PUT",
    "/batches",
    body=FormBody(required=False),
    convert=Conversion(body={"at": SECONDS, "range": {"gt": SECONDS, "lt": SECONDS}}),
    responses={"204": Empty()},
)
CREATE_BATCH: Operation[None] = Operation(
    "POST",
    "/batches",
    body=JsonBody(),
    lists=((None, "pair"),),
    convert=Conversion(
        body={None: "Event"},
        named={
            "Event": {
                "created_at": SECONDS,
                "ended_at": SECONDS,
                "when": ({"gt": SECONDS, "lt": SECONDS}, SECONDS),
                "causes": {None: "Event"},
                "by_name": {None: SECONDS},
                "filter": "Filter",
                "further": {"name": (), "at": (), None: SECONDS},
                "pair": {0: SECONDS},
            },
            "Filter": ByTag(
                "kind",
                {"date": {"value": SECONDS}, "all": {"filters": {None: "Filter"}}},
            ),
        },
    ),
    responses={"204": Empty()},
)


class Events(Resource):
    """Operations on `events`."""

    def create(
        self,
        at: datetime | int,
        *,
        created_at: datetime | int,
        since: datetime | int | Omit = OMIT,
        among: Sequence[datetime | int] | Omit = OMIT,
        range: Range | params.RangeParams | Omit = OMIT,
        x_since: datetime | int | None | Omit = OMIT,
        ended_at: params.MomentParams | Omit = OMIT,
        text_at: datetime | str | Omit = OMIT,
        either: datetime | int | str | Omit = OMIT,
        when: datetime | int | Range | params.RangeParams | Omit = OMIT,
        causes: Sequence[Event | params.EventParams] | Omit = OMIT,
        by_name: Mapping[str, datetime | int] | Omit = OMIT,
        filter: params.FilterParams | Omit = OMIT,
        further: (
            EventFurther
            | params.EventFurtherParams
            | Mapping[str, str | datetime | int]
            | Omit
        ) = OMIT,
        pair: tuple[datetime | int, datetime | str] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Event:
        """`POST /events/{at}`

        Args:
            at: Unix seconds in JSON.
            created_at: When it began. Unix seconds in JSON.
            since: Unix seconds in JSON.
            among: Each item: unix seconds in JSON.
            x_since: Unix seconds in JSON.
            either: Unix seconds in JSON.
            when: Unix seconds in JSON.
            by_name: Each value: unix seconds in JSON.

        Returns: The event.

        Example:
            event = client.events.create(1738324800, created_at=1738324800)
        """
        return self._session.send(
            CREATE,
            (at, since, among, range, x_since),
            {
                "created_at": created_at,
                "ended_at": ended_at,
                "text_at": text_at,
                "either": either,
                "when": when,
                "causes": causes,
                "by_name": by_name,
                "filter": filter,
                "further": further,
                "pair": pair,
            },
            options=options,
        )

    def replace_batch(
        self,
        *,
        at: params.MomentParams | Omit = OMIT,
        range: Range | params.RangeParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /batches`

        Example:
            client.events.replace_batch(at=1738324800)
        """
        return self._session.send(
            REPLACE_BATCH, (), {"at": at, "range": range}, options=options
        )

    def create_batch(
        self,
        *,
        body: Sequence[Event | params.EventParams] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /batches`

        Args:
            body: The request body.

        Example:
            client.events.create_batch(body=[{"created_at": 1738324800}])
        """
        return self._session.send(CREATE_BATCH, (), body, options=options)


class AsyncEvents(AsyncResource):
    """`Events` for asynchronous clients."""

    async def create(
        self,
        at: datetime | int,
        *,
        created_at: datetime | int,
        since: datetime | int | Omit = OMIT,
        among: Sequence[datetime | int] | Omit = OMIT,
        range: Range | params.RangeParams | Omit = OMIT,
        x_since: datetime | int | None | Omit = OMIT,
        ended_at: params.MomentParams | Omit = OMIT,
        text_at: datetime | str | Omit = OMIT,
        either: datetime | int | str | Omit = OMIT,
        when: datetime | int | Range | params.RangeParams | Omit = OMIT,
        causes: Sequence[Event | params.EventParams] | Omit = OMIT,
        by_name: Mapping[str, datetime | int] | Omit = OMIT,
        filter: params.FilterParams | Omit = OMIT,
        further: (
            EventFurther
            | params.EventFurtherParams
            | Mapping[str, str | datetime | int]
            | Omit
        ) = OMIT,
        pair: tuple[datetime | int, datetime | str] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Event:
        """`POST /events/{at}`, as `Events.create`."""
        return await self._session.send(
            CREATE,
            (at, since, among, range, x_since),
            {
                "created_at": created_at,
                "ended_at": ended_at,
                "text_at": text_at,
                "either": either,
                "when": when,
                "causes": causes,
                "by_name": by_name,
                "filter": filter,
                "further": further,
                "pair": pair,
            },
            options=options,
        )

    async def replace_batch(
        self,
        *,
        at: params.MomentParams | Omit = OMIT,
        range: Range | params.RangeParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /batches`, as `Events.replace_batch`."""
        return await self._session.send(
            REPLACE_BATCH, (), {"at": at, "range": range}, options=options
        )

    async def create_batch(
        self,
        *,
        body: Sequence[Event | params.EventParams] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /batches`, as `Events.create_batch`."""
        return await self._session.send(CREATE_BATCH, (), body, options=options)
