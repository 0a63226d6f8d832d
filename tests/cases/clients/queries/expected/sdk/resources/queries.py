"""Operations on `queries`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import SequenceNotStr
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.parameters import (
    ContentParameter,
    CookieParameter,
    HeaderParameter,
    PathParameter,
    QueryParameter,
    QueryString,
)
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.styles import Encoding
from .._runtime.response.content import Empty

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

READ: Operation[None] = Operation(
    "GET",
    "/files/{path}",
    parameters=(
        PathParameter("path", allow_reserved=True),
        CookieParameter("session", allow_reserved=True),
        CookieParameter("theme", style="cookie"),
        QueryParameter("filter", style="deepObject"),
        QueryParameter("ids", style="pipeDelimited", explode=False),
        HeaderParameter("X-Flags", explode=True),
        ContentParameter("about", "query", "application/json"),
    ),
    lists=((2,), (4,)),
    responses={"204": Empty()},
)
SEARCH: Operation[None] = Operation(
    "GET",
    "/search",
    parameters=(
        QueryString(
            "application/x-www-form-urlencoded",
            {"tags": Encoding(style="spaceDelimited")},
        ),
    ),
    lists=((0, "tags"),),
    responses={"204": Empty()},
)
SELECT: Operation[None] = Operation(
    "GET",
    "/select",
    parameters=(QueryString("application/jsonpath"),),
    responses={"204": Empty()},
)


class Queries(Resource):
    """Operations on `queries`."""

    def read(
        self,
        path: str | int,
        *,
        session: str | Omit = OMIT,
        theme: SequenceNotStr[str] | Omit = OMIT,
        filter: Mapping[str, Any] | Omit = OMIT,
        ids: Sequence[int] | Omit = OMIT,
        x_flags: Mapping[str, str] | Omit = OMIT,
        about: Mapping[str, Any] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /files/{path}`

        Example:
            client.queries.read("text")
        """
        return self._session.send(
            READ, (path, session, theme, filter, ids, x_flags, about), options=options
        )

    def search(
        self,
        *,
        all: params.SearchAllParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /search`

        Example:
            client.queries.search()
        """
        return self._session.send(SEARCH, (all,), options=options)

    def select(
        self, *, path: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`GET /select`

        Example:
            client.queries.select()
        """
        return self._session.send(SELECT, (path,), options=options)


class AsyncQueries(AsyncResource):
    """`Queries` for asynchronous clients."""

    async def read(
        self,
        path: str | int,
        *,
        session: str | Omit = OMIT,
        theme: SequenceNotStr[str] | Omit = OMIT,
        filter: Mapping[str, Any] | Omit = OMIT,
        ids: Sequence[int] | Omit = OMIT,
        x_flags: Mapping[str, str] | Omit = OMIT,
        about: Mapping[str, Any] | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /files/{path}`, as `Queries.read`."""
        return await self._session.send(
            READ, (path, session, theme, filter, ids, x_flags, about), options=options
        )

    async def search(
        self,
        *,
        all: params.SearchAllParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`GET /search`, as `Queries.search`."""
        return await self._session.send(SEARCH, (all,), options=options)

    async def select(
        self, *, path: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`GET /select`, as `Queries.select`."""
        return await self._session.send(SELECT, (path,), options=options)
