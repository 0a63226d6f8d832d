"""Operations on `values`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .._models.values import Bag, JsonValue, Rules, Step
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

SEND: Operation[JsonValue | None] = Operation(
    "POST",
    "/values",
    body=JsonBody(),
    responses={"200": Json(JsonValue | None)},
)
SEND_RULES: Operation[Rules] = Operation(
    "POST",
    "/rules",
    body=JsonBody(),
    responses={"200": Json(Rules)},
)


class Values(Resource):
    """Operations on `values`."""

    def send(
        self,
        *,
        body: params.JsonValueParams | None,
        options: RequestOptions | None = None,
    ) -> JsonValue | None:
        """A value of any form.

        `POST /values`

        Args:
            body: Anything that JSON can say.

        Returns: The value.

        Example:
            result = client.values.send(body="text")
        """
        return self._session.send(SEND, (), body, options=options)

    def send_rules(
        self,
        *,
        nest: params.NestParams,
        moments: params.MomentsParams | Omit = OMIT,
        even: params.EvenParams | Omit = OMIT,
        filter: params.FilterParams | Omit = OMIT,
        mixed: params.MixedParams | Omit = OMIT,
        bag: (
            Bag | params.BagParams | Mapping[str, str | params.LaterParams] | Omit
        ) = OMIT,
        odd_key: Step | params.StepParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Rules:
        """Everything that holds itself.

        `POST /rules`

        Returns: The rules.

        Example:
            rules = client.values.send_rules(nest=[])
        """
        return self._session.send(
            SEND_RULES,
            (),
            {
                "nest": nest,
                "moments": moments,
                "even": even,
                "filter": filter,
                "mixed": mixed,
                "bag": bag,
                "odd-key": odd_key,
            },
            options=options,
        )


class AsyncValues(AsyncResource):
    """`Values` for asynchronous clients."""

    async def send(
        self,
        *,
        body: params.JsonValueParams | None,
        options: RequestOptions | None = None,
    ) -> JsonValue | None:
        """A value of any form. `POST /values`, as `Values.send`."""
        return await self._session.send(SEND, (), body, options=options)

    async def send_rules(
        self,
        *,
        nest: params.NestParams,
        moments: params.MomentsParams | Omit = OMIT,
        even: params.EvenParams | Omit = OMIT,
        filter: params.FilterParams | Omit = OMIT,
        mixed: params.MixedParams | Omit = OMIT,
        bag: (
            Bag | params.BagParams | Mapping[str, str | params.LaterParams] | Omit
        ) = OMIT,
        odd_key: Step | params.StepParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Rules:
        """Everything that holds itself. `POST /rules`, as `Values.send_rules`."""
        return await self._session.send(
            SEND_RULES,
            (),
            {
                "nest": nest,
                "moments": moments,
                "even": even,
                "filter": filter,
                "mixed": mixed,
                "bag": bag,
                "odd-key": odd_key,
            },
            options=options,
        )
