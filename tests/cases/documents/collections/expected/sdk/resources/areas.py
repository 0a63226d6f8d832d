"""Operations on `areas`."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.request.body import FormBody
from .._runtime.request.parameters import HeaderParameter, PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.styles import Encoding
from .._runtime.response.content import Empty

MARK: Operation[None] = Operation(
    "POST",
    "/areas/{shape}",
    parameters=(
        PathParameter("shape", item_styles=("pipeDelimited",)),
        QueryParameter("tags", explode=False, item_styles=("pipeDelimited",)),
        QueryParameter("levels", item_styles=("tabDelimited", "form")),
        HeaderParameter("X-Pairs", item_styles=("spaceDelimited",)),
    ),
    body=FormBody(
        {
            "notes": Encoding(
                style="spaceDelimited", explode=False, item_styles=("form",)
            )
        },
        required=False,
    ),
    lists=((0, None), (1, None), (3, None), ("notes", None), (2, None, None)),
    responses={"204": Empty()},
)


class Areas(Resource):
    """Operations on `areas`."""

    def mark(
        self,
        shape: Sequence[Sequence[float]],
        *,
        tags: Sequence[SequenceNotStr[str]] | Omit = OMIT,
        levels: Sequence[Sequence[Sequence[int]]] | Omit = OMIT,
        x_pairs: Sequence[SequenceNotStr[str]] | Omit = OMIT,
        notes: Sequence[SequenceNotStr[str]] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /areas/{shape}`

        Example:
            client.areas.mark([[1.5]], notes=[["text"]])
        """
        return self._session.send(
            MARK, (shape, tags, levels, x_pairs), {"notes": notes}, options=options
        )


class AsyncAreas(AsyncResource):
    """`Areas` for asynchronous clients."""

    async def mark(
        self,
        shape: Sequence[Sequence[float]],
        *,
        tags: Sequence[SequenceNotStr[str]] | Omit = OMIT,
        levels: Sequence[Sequence[Sequence[int]]] | Omit = OMIT,
        x_pairs: Sequence[SequenceNotStr[str]] | Omit = OMIT,
        notes: Sequence[SequenceNotStr[str]] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /areas/{shape}`, as `Areas.mark`."""
        return await self._session.send(
            MARK, (shape, tags, levels, x_pairs), {"notes": notes}, options=options
        )
