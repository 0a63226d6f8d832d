"""Operations on `things`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._models.things import Asked, Holder, HolderWhere, Narrower, Rest, Switch
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

RETRIEVE_HOLDER: Operation[Holder] = Operation(
    "GET",
    "/holders",
    responses={"200": Json(Holder)},
)
SEND_HOLDER: Operation[None] = Operation(
    "POST",
    "/holders",
    body=JsonBody(),
    responses={"204": Empty()},
)
RETRIEVE_SWITCH: Operation[Switch] = Operation(
    "GET",
    "/switches",
    responses={"200": Json(Switch)},
)
SEND_SWITCH: Operation[None] = Operation(
    "POST",
    "/switches",
    body=JsonBody(),
    responses={"204": Empty()},
)
RETRIEVE_NARROWER: Operation[Narrower] = Operation(
    "GET",
    "/narrower",
    responses={"200": Json(Narrower)},
)
RETRIEVE_REST: Operation[Rest] = Operation(
    "GET",
    "/rest",
    responses={"200": Json(Rest)},
)
RETRIEVE_ASKED: Operation[Asked] = Operation(
    "GET",
    "/asked",
    responses={"200": Json(Asked)},
)


class Things(Resource):
    """Operations on `things`."""

    def retrieve_holder(self, *, options: RequestOptions | None = None) -> Holder:
        """`GET /holders`

        Returns: ok.

        Example:
            holder = client.things.retrieve_holder()
        """
        return self._session.send(RETRIEVE_HOLDER, options=options)

    def send_holder(
        self,
        *,
        mode: str,
        bucket: str | int | Omit = OMIT,
        region: str | Omit = OMIT,
        where: HolderWhere | params.HolderWhereParams | Omit = OMIT,
        path: str | Omit = OMIT,
        extra: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /holders`

        Body: If `{"properties": {"mode": {"const": "s3"}}}`, then `{"required":
        ["bucket"], "properties": {"mode": {"const": "s3"}, "bucket": {"type":
        "string"}, "region": {"type": "string"}, "where": {"type": "object", ...`, else
        `{"if": {"properties": {"mode": {"const": "fs"}}}, "then": {"properties":
        {"bucket": {"type": "integer"}, "path": {"type": "string"}}}}`, dependentSchemas
        `{"mode": {"properties": {"extra": {"type": "boolean"}}}}`.

        Example:
            client.things.send_holder(mode="text")
        """
        return self._session.send(
            SEND_HOLDER,
            (),
            {
                "mode": mode,
                "bucket": bucket,
                "region": region,
                "where": where,
                "path": path,
                "extra": extra,
            },
            options=options,
        )

    def retrieve_switch(self, *, options: RequestOptions | None = None) -> Switch:
        """`GET /switches`

        Returns: ok.

        Example:
            switch = client.things.retrieve_switch()
        """
        return self._session.send(RETRIEVE_SWITCH, options=options)

    def send_switch(
        self,
        *,
        kind: Literal["a", "b"] | UnknownValue,
        config: params.SwitchConfigParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /switches`

        Body: If `{"properties": {"kind": {"const": "a"}}}`, then `{"properties":
        {"kind": {"const": "a"}, "config": "A"}}`, if `{"properties": {"kind": {"const":
        "b"}}}`, then `{"properties": {"kind": {"const": "b"}, "config": "B"}}`.

        Example:
            client.things.send_switch(kind="a")
        """
        return self._session.send(
            SEND_SWITCH, (), {"kind": kind, "config": config}, options=options
        )

    def retrieve_narrower(self, *, options: RequestOptions | None = None) -> Narrower:
        """`GET /narrower`

        Returns: ok.

        Example:
            narrower = client.things.retrieve_narrower()
        """
        return self._session.send(RETRIEVE_NARROWER, options=options)

    def retrieve_rest(self, *, options: RequestOptions | None = None) -> Rest:
        """`GET /rest`

        Returns: ok.

        Example:
            rest = client.things.retrieve_rest()
        """
        return self._session.send(RETRIEVE_REST, options=options)

    def retrieve_asked(self, *, options: RequestOptions | None = None) -> Asked:
        """`GET /asked`

        Returns: ok.

        Example:
            asked = client.things.retrieve_asked()
        """
        return self._session.send(RETRIEVE_ASKED, options=options)


class AsyncThings(AsyncResource):
    """`Things` for asynchronous clients."""

    async def retrieve_holder(self, *, options: RequestOptions | None = None) -> Holder:
        """`GET /holders`, as `Things.retrieve_holder`."""
        return await self._session.send(RETRIEVE_HOLDER, options=options)

    async def send_holder(
        self,
        *,
        mode: str,
        bucket: str | int | Omit = OMIT,
        region: str | Omit = OMIT,
        where: HolderWhere | params.HolderWhereParams | Omit = OMIT,
        path: str | Omit = OMIT,
        extra: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /holders`, as `Things.send_holder`."""
        return await self._session.send(
            SEND_HOLDER,
            (),
            {
                "mode": mode,
                "bucket": bucket,
                "region": region,
                "where": where,
                "path": path,
                "extra": extra,
            },
            options=options,
        )

    async def retrieve_switch(self, *, options: RequestOptions | None = None) -> Switch:
        """`GET /switches`, as `Things.retrieve_switch`."""
        return await self._session.send(RETRIEVE_SWITCH, options=options)

    async def send_switch(
        self,
        *,
        kind: Literal["a", "b"] | UnknownValue,
        config: params.SwitchConfigParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /switches`, as `Things.send_switch`."""
        return await self._session.send(
            SEND_SWITCH, (), {"kind": kind, "config": config}, options=options
        )

    async def retrieve_narrower(
        self, *, options: RequestOptions | None = None
    ) -> Narrower:
        """`GET /narrower`, as `Things.retrieve_narrower`."""
        return await self._session.send(RETRIEVE_NARROWER, options=options)

    async def retrieve_rest(self, *, options: RequestOptions | None = None) -> Rest:
        """`GET /rest`, as `Things.retrieve_rest`."""
        return await self._session.send(RETRIEVE_REST, options=options)

    async def retrieve_asked(self, *, options: RequestOptions | None = None) -> Asked:
        """`GET /asked`, as `Things.retrieve_asked`."""
        return await self._session.send(RETRIEVE_ASKED, options=options)
