"""Operations on `others`."""

from __future__ import annotations

from .._models.shared import Kind
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import HeaderParameter, PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

FIND_CONTACTS: Operation[None] = Operation(
    "GET",
    "/contacts",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
DELETE_CONTACTS: Operation[None] = Operation(
    "DELETE",
    "/contacts",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
SET_KIND: Operation[None] = Operation(
    "POST",
    "/contacts/{id}/kinds/{kind}",
    parameters=(
        PathParameter("id"),
        PathParameter("kind"),
        QueryParameter("weight"),
        HeaderParameter("X-Text"),
    ),
    responses={"204": Empty()},
)


class Others(Resource):
    """Operations on `others`."""

    def find_contacts(
        self, *, filter: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """A GET whose optional body needs nothing.

        `GET /contacts`

        Example:
            client.others.find_contacts()
        """
        return self._session.send(
            FIND_CONTACTS, (), {"filter": filter}, options=options
        )

    def delete_contacts(
        self, *, reason: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """A DELETE whose body is shown all the same.

        `DELETE /contacts`

        Example:
            client.others.delete_contacts(reason="left")
        """
        return self._session.send(
            DELETE_CONTACTS, (), {"reason": reason}, options=options
        )

    def set_kind(
        self,
        id: str | int,
        kind: Kind,
        *,
        weight: int,
        x_text: str,
        options: RequestOptions | None = None,
    ) -> None:
        """The slots' own examples.

        `POST /contacts/{id}/kinds/{kind}`

        Example:
            client.others.set_kind(42, "person", weight=5, x_text="12")
        """
        return self._session.send(SET_KIND, (id, kind, weight, x_text), options=options)


class AsyncOthers(AsyncResource):
    """`Others` for asynchronous clients."""

    async def find_contacts(
        self, *, filter: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`GET /contacts`, as `Others.find_contacts`."""
        return await self._session.send(
            FIND_CONTACTS, (), {"filter": filter}, options=options
        )

    async def delete_contacts(
        self, *, reason: str | Omit = OMIT, options: RequestOptions | None = None
    ) -> None:
        """`DELETE /contacts`, as `Others.delete_contacts`."""
        return await self._session.send(
            DELETE_CONTACTS, (), {"reason": reason}, options=options
        )

    async def set_kind(
        self,
        id: str | int,
        kind: Kind,
        *,
        weight: int,
        x_text: str,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /contacts/{id}/kinds/{kind}`, as `Others.set_kind`."""
        return await self._session.send(
            SET_KIND, (id, kind, weight, x_text), options=options
        )
