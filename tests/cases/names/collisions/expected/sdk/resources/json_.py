"""Operations on `json`."""

from __future__ import annotations

from datetime import date

from .._models.json_ import Thing, Thing2
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import (
    CookieParameter,
    HeaderParameter,
    PathParameter,
    QueryParameter,
)
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

LIST: Operation[Thing] = Operation(
    "GET",
    "/things/{id}",
    parameters=(
        PathParameter("id"),
        QueryParameter("id"),
        QueryParameter("self"),
        QueryParameter("options"),
        QueryParameter("from"),
        HeaderParameter("X-Id"),
        CookieParameter("x_id"),
    ),
    dates=((4,),),
    lists=((1,),),
    responses={"200": Json(Thing)},
)
CHANGE: Operation[Thing2] = Operation(
    "POST",
    "/things/{id}",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(Thing2)},
)


class JsonResource(Resource):
    """Operations on `json`."""

    def list(
        self,
        id: str | int,
        *,
        query_id: SequenceNotStr[str] | Omit = OMIT,
        query_self: str | Omit = OMIT,
        query_options: bool | Omit = OMIT,
        from_: date | str | Omit = OMIT,
        x_id: str | Omit = OMIT,
        cookie_x_id: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Thing:
        """Names that want the same spelling, or one that Python has taken.

        `GET /things/{id}`

        Args:
            query_id: `id` in the query.
            query_self: `self` in the query.
            query_options: `options` in the query.
            cookie_x_id: The cookie `x_id`.

        Returns: A thing.

        Example:
            thing = client.json.list("text")
        """
        return self._session.send(
            LIST,
            (id, query_id, query_self, query_options, from_, x_id, cookie_x_id),
            options=options,
        )

    def change(
        self,
        id: str | int,
        *,
        body_id: str,
        class_: str,
        type: str,
        at_type: str | Omit = OMIT,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Thing2:
        """`POST /things/{id}`

        Args:
            body_id: `id` in the body.
            at_type: `@type` in the body.

        Returns: A thing.

        Example:
            thing = client.json.change(1, body_id="text", class_="text", type="text")
        """
        return self._session.send(
            CHANGE,
            (id,),
            {
                "id": body_id,
                "class": class_,
                "type": type,
                "@type": at_type,
                "body": body,
            },
            options=options,
        )


class AsyncJsonResource(AsyncResource):
    """`JsonResource` for asynchronous clients."""

    async def list(
        self,
        id: str | int,
        *,
        query_id: SequenceNotStr[str] | Omit = OMIT,
        query_self: str | Omit = OMIT,
        query_options: bool | Omit = OMIT,
        from_: date | str | Omit = OMIT,
        x_id: str | Omit = OMIT,
        cookie_x_id: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Thing:
        """`GET /things/{id}`, as `JsonResource.list`."""
        return await self._session.send(
            LIST,
            (id, query_id, query_self, query_options, from_, x_id, cookie_x_id),
            options=options,
        )

    async def change(
        self,
        id: str | int,
        *,
        body_id: str,
        class_: str,
        type: str,
        at_type: str | Omit = OMIT,
        body: str | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Thing2:
        """`POST /things/{id}`, as `JsonResource.change`."""
        return await self._session.send(
            CHANGE,
            (id,),
            {
                "id": body_id,
                "class": class_,
                "type": type,
                "@type": at_type,
                "body": body,
            },
            options=options,
        )
