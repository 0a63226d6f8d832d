"""Operations on `contacts`."""

from __future__ import annotations

from .._models.shared import Kind
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.deprecation import warns
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

REPLACE: Operation[None] = Operation(
    "PUT",
    "/contacts",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
CREATE: Operation[None] = Operation(
    "POST",
    "/contacts",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
CHANGE: Operation[None] = Operation(
    "PATCH",
    "/contacts",
    body=JsonBody(required=False),
    responses={"204": Empty()},
)


class Contacts(Resource):
    """Operations on `contacts`."""

    @warns("old")
    def replace(
        self,
        *,
        old: str | Omit = OMIT,
        email: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        country: str | Omit = OMIT,
        name: str | None | Omit = OMIT,
        kind: Kind | Omit = OMIT,
        age: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Shown as the text that is sent.

        `PUT /contacts`

        Args:
            old: Deprecated.
            email: Format `email`.

        Body: Needs at least one of `email`, `phone` with `country`.

        Example:
            client.contacts.replace(email="ada@example.com", kind="person")
        """
        return self._session.send(
            REPLACE,
            (),
            {
                "old": old,
                "email": email,
                "phone": phone,
                "country": country,
                "name": name,
                "kind": kind,
                "age": age,
            },
            options=options,
        )

    @warns("old")
    def create(
        self,
        *,
        old: str | Omit = OMIT,
        email: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        country: str | Omit = OMIT,
        name: str | None | Omit = OMIT,
        kind: Kind | Omit = OMIT,
        age: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Its body is optional, and the document shows it.

        `POST /contacts`

        Args:
            old: Deprecated.
            email: Format `email`.

        Body: Needs at least one of `email`, `phone` with `country`.

        Example:
            client.contacts.create(email="ada@example.com", name=None, age=36)
        """
        return self._session.send(
            CREATE,
            (),
            {
                "old": old,
                "email": email,
                "phone": phone,
                "country": country,
                "name": name,
                "kind": kind,
                "age": age,
            },
            options=options,
        )

    @warns("old")
    def change(
        self,
        *,
        old: str | Omit = OMIT,
        email: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        country: str | Omit = OMIT,
        name: str | None | Omit = OMIT,
        kind: Kind | Omit = OMIT,
        age: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Nothing is shown, and one of some members is needed.

        `PATCH /contacts`

        Args:
            old: Deprecated.
            email: Format `email`.

        Body: Needs at least one of `email`, `phone` with `country`.

        Example:
            client.contacts.change(email="someone@example.com")
        """
        return self._session.send(
            CHANGE,
            (),
            {
                "old": old,
                "email": email,
                "phone": phone,
                "country": country,
                "name": name,
                "kind": kind,
                "age": age,
            },
            options=options,
        )


class AsyncContacts(AsyncResource):
    """`Contacts` for asynchronous clients."""

    @warns("old")
    async def replace(
        self,
        *,
        old: str | Omit = OMIT,
        email: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        country: str | Omit = OMIT,
        name: str | None | Omit = OMIT,
        kind: Kind | Omit = OMIT,
        age: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Shown as the text that is sent. `PUT /contacts`, as `Contacts.replace`."""
        return await self._session.send(
            REPLACE,
            (),
            {
                "old": old,
                "email": email,
                "phone": phone,
                "country": country,
                "name": name,
                "kind": kind,
                "age": age,
            },
            options=options,
        )

    @warns("old")
    async def create(
        self,
        *,
        old: str | Omit = OMIT,
        email: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        country: str | Omit = OMIT,
        name: str | None | Omit = OMIT,
        kind: Kind | Omit = OMIT,
        age: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /contacts`, as `Contacts.create`."""
        return await self._session.send(
            CREATE,
            (),
            {
                "old": old,
                "email": email,
                "phone": phone,
                "country": country,
                "name": name,
                "kind": kind,
                "age": age,
            },
            options=options,
        )

    @warns("old")
    async def change(
        self,
        *,
        old: str | Omit = OMIT,
        email: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        country: str | Omit = OMIT,
        name: str | None | Omit = OMIT,
        kind: Kind | Omit = OMIT,
        age: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`PATCH /contacts`, as `Contacts.change`."""
        return await self._session.send(
            CHANGE,
            (),
            {
                "old": old,
                "email": email,
                "phone": phone,
                "country": country,
                "name": name,
                "kind": kind,
                "age": age,
            },
            options=options,
        )
