"""Operations on `doors`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._models.doors import Word
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import HeaderParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

OPEN: Operation[None] = Operation(
    "POST",
    "/doors",
    parameters=(QueryParameter("phrase"), HeaderParameter("X-Word")),
    body=JsonBody(),
    passwords=("X-Word", "magic", "phrase", "teeth", "written"),
    responses={"204": Empty()},
)


class Doors(Resource):
    """Operations on `doors`."""

    def open(
        self,
        *,
        phrase: str | Omit = OMIT,
        x_word: Word | Omit = OMIT,
        name: str | Omit = OMIT,
        magic: Word | Omit = OMIT,
        written: str | None | Omit = OMIT,
        count: int | Omit = OMIT,
        keys: Sequence[params.KeyParams] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /doors`

        Args:
            phrase: Format `password`.

        Example:
            client.doors.open(name="text")
        """
        return self._session.send(
            OPEN,
            (phrase, x_word),
            {
                "name": name,
                "magic": magic,
                "written": written,
                "count": count,
                "keys": keys,
            },
            options=options,
        )


class AsyncDoors(AsyncResource):
    """`Doors` for asynchronous clients."""

    async def open(
        self,
        *,
        phrase: str | Omit = OMIT,
        x_word: Word | Omit = OMIT,
        name: str | Omit = OMIT,
        magic: Word | Omit = OMIT,
        written: str | None | Omit = OMIT,
        count: int | Omit = OMIT,
        keys: Sequence[params.KeyParams] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /doors`, as `Doors.open`."""
        return await self._session.send(
            OPEN,
            (phrase, x_word),
            {
                "name": name,
                "magic": magic,
                "written": written,
                "count": count,
                "keys": keys,
            },
            options=options,
        )
