"""Operations on `holders`."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._models.holders import Shown
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST: Operation[builtins.list[Shown]] = Operation(
    "GET",
    "/holders",
    responses={"200": Json(builtins.list[Shown])},
)
REPLACE_HOLDERS: Operation[None] = Operation(
    "PUT",
    "/holders",
    body=JsonBody(),
    responses={"204": Empty()},
)
CREATE: Operation[None] = Operation(
    "POST",
    "/holders",
    body=JsonBody(),
    responses={"204": Empty()},
)
UPDATE: Operation[None] = Operation(
    "PATCH",
    "/holders",
    body=JsonBody(),
    responses={"204": Empty()},
)


class Holders(Resource):
    """Operations on `holders`."""

    def list(self, *, options: RequestOptions | None = None) -> builtins.list[Shown]:
        """`GET /holders`

        Returns: The holders. 9 or fewer items.

        Example:
            item = client.holders.list()
        """
        return self._session.send(LIST, options=options)

    def replace_holders(
        self,
        *,
        body: Sequence[params.HolderParams],
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /holders`

        Args:
            body: 1 or more items, no item twice.

        Example:
            client.holders.replace_holders(body=[{"phone": "1"}])
        """
        return self._session.send(REPLACE_HOLDERS, (), body, options=options)

    def create(
        self,
        *,
        email: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        tags: params.TagsParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Create a holder.

        `POST /holders`
        See https://constraints.example/create

        Args:
            email: Format `email`.
            phone: 20 or fewer characters.

        Body: Who it is. Other than a member it needs no name. 1 or more properties,
        `email` needs `phone`, never `email` with `zz`, if `{"properties": {"email":
        {"const": "a"}}}`, then `{"required": ["phone"]}`, needs at least one of
        `email`, `phone` with `tags`.

        Example:
            client.holders.create(email="someone@example.com")
        """
        return self._session.send(
            CREATE, (), {"email": email, "phone": phone, "tags": tags}, options=options
        )

    def update(
        self, *, body: params.ChangeParams, options: RequestOptions | None = None
    ) -> None:
        """`PATCH /holders`

        Args:
            body: Either half of a holder. Deprecated. Never `email` with `label`.

        Example:
            client.holders.update(body={})
        """
        return self._session.send(UPDATE, (), body, options=options)


class AsyncHolders(AsyncResource):
    """`Holders` for asynchronous clients."""

    async def list(
        self, *, options: RequestOptions | None = None
    ) -> builtins.list[Shown]:
        """`GET /holders`, as `Holders.list`."""
        return await self._session.send(LIST, options=options)

    async def replace_holders(
        self,
        *,
        body: Sequence[params.HolderParams],
        options: RequestOptions | None = None,
    ) -> None:
        """`PUT /holders`, as `Holders.replace_holders`."""
        return await self._session.send(REPLACE_HOLDERS, (), body, options=options)

    async def create(
        self,
        *,
        email: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        tags: params.TagsParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Create a holder. `POST /holders`, as `Holders.create`."""
        return await self._session.send(
            CREATE, (), {"email": email, "phone": phone, "tags": tags}, options=options
        )

    async def update(
        self, *, body: params.ChangeParams, options: RequestOptions | None = None
    ) -> None:
        """`PATCH /holders`, as `Holders.update`."""
        return await self._session.send(UPDATE, (), body, options=options)
