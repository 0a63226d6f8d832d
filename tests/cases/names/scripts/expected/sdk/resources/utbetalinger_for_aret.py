"""Operations on `utbetalinger_for_aret`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

HENT_BELOP: Operation[None] = Operation(
    "POST",
    "/utbetaling",
    parameters=(QueryParameter("år"),),
    body=JsonBody(),
    responses={"204": Empty()},
)


class UtbetalingerForAret(Resource):
    """Operations on `utbetalinger_for_aret`."""

    def hent_belop(
        self,
        *,
        belop_2: float,
        ar: int | Omit = OMIT,
        belop: float | Omit = OMIT,
        aerlig: bool | Omit = OMIT,
        strasse: Sequence[params.StrasseParams] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /utbetaling`

        Args:
            belop_2: `beløp` in the body.
            ar: `år` in the query.
            belop: The same in ASCII.
            aerlig: `ærlig` in the body.
            strasse: `straße` in the body.

        Example:
            client.utbetalinger_for_aret.hent_belop(belop_2=1.5)
        """
        return self._session.send(
            HENT_BELOP,
            (ar,),
            {"beløp": belop_2, "belop": belop, "ærlig": aerlig, "straße": strasse},
            options=options,
        )


class AsyncUtbetalingerForAret(AsyncResource):
    """`UtbetalingerForAret` for asynchronous clients."""

    async def hent_belop(
        self,
        *,
        belop_2: float,
        ar: int | Omit = OMIT,
        belop: float | Omit = OMIT,
        aerlig: bool | Omit = OMIT,
        strasse: Sequence[params.StrasseParams] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /utbetaling`, as `UtbetalingerForAret.hent_belop`."""
        return await self._session.send(
            HENT_BELOP,
            (ar,),
            {"beløp": belop_2, "belop": belop, "ærlig": aerlig, "straße": strasse},
            options=options,
        )
