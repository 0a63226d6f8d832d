"""Operations on `contacts`."""

from __future__ import annotations

from .._models.contacts import ContactWithMuted, ListContactsResponse
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

SHOW: Operation[ContactWithMuted] = Operation(
    "GET",
    "/contacts/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContactWithMuted)},
)
UPDATE: Operation[ContactWithMuted] = Operation(
    "PUT",
    "/contacts/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContactWithMuted)},
)
DELETE: Operation[ContactWithMuted] = Operation(
    "DELETE",
    "/contacts/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContactWithMuted)},
)
LIST: Operation[ListContactsResponse] = Operation(
    "GET",
    "/contacts",
    responses={"200": Json(ListContactsResponse)},
)


class Contacts(Resource):
    """Operations on `contacts`."""

    def show(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ContactWithMuted:
        """`GET /contacts/{id}`

        Returns: It.

        Example:
            contact_with_muted = client.contacts.show("text")
        """
        return self._session.send(SHOW, (id,), options=options)

    def update(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ContactWithMuted:
        """`PUT /contacts/{id}`

        Returns: It.

        Example:
            contact_with_muted = client.contacts.update("text")
        """
        return self._session.send(UPDATE, (id,), options=options)

    def delete(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ContactWithMuted:
        """`DELETE /contacts/{id}`

        Returns: It.

        Example:
            contact_with_muted = client.contacts.delete("text")
        """
        return self._session.send(DELETE, (id,), options=options)

    def list(self, *, options: RequestOptions | None = None) -> ListContactsResponse:
        """`GET /contacts`

        Returns: Many.

        Example:
            list_contacts_response = client.contacts.list()
        """
        return self._session.send(LIST, options=options)


class AsyncContacts(AsyncResource):
    """`Contacts` for asynchronous clients."""

    async def show(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ContactWithMuted:
        """`GET /contacts/{id}`, as `Contacts.show`."""
        return await self._session.send(SHOW, (id,), options=options)

    async def update(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ContactWithMuted:
        """`PUT /contacts/{id}`, as `Contacts.update`."""
        return await self._session.send(UPDATE, (id,), options=options)

    async def delete(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ContactWithMuted:
        """`DELETE /contacts/{id}`, as `Contacts.delete`."""
        return await self._session.send(DELETE, (id,), options=options)

    async def list(
        self, *, options: RequestOptions | None = None
    ) -> ListContactsResponse:
        """`GET /contacts`, as `Contacts.list`."""
        return await self._session.send(LIST, options=options)
