"""Operations on `narrow`."""

from __future__ import annotations

from .._models.narrow import (
    ContactWithDisplayName,
    ShowNamedResponse,
    ShowNarrowResponse,
    ShowOpenerResponse,
    ShowTypeResponse,
)
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

SHOW: Operation[ShowNarrowResponse] = Operation(
    "GET",
    "/narrow/required",
    responses={"200": Json(ShowNarrowResponse)},
)
SHOW_TYPE: Operation[ShowTypeResponse] = Operation(
    "GET",
    "/narrow/type",
    responses={"200": Json(ShowTypeResponse)},
)
SHOW_NAMED: Operation[ShowNamedResponse] = Operation(
    "GET",
    "/narrow/named",
    responses={"200": Json(ShowNamedResponse)},
)
SHOW_ATTRIBUTE: Operation[ContactWithDisplayName] = Operation(
    "GET",
    "/narrow/attribute",
    responses={"200": Json(ContactWithDisplayName)},
)
SHOW_OPENER: Operation[ShowOpenerResponse] = Operation(
    "GET",
    "/narrow/open",
    responses={"200": Json(ShowOpenerResponse)},
)


class Narrow(Resource):
    """Operations on `narrow`."""

    def show(self, *, options: RequestOptions | None = None) -> ShowNarrowResponse:
        """`GET /narrow/required`

        Returns: It.

        Example:
            show_narrow_response = client.narrow.show()
        """
        return self._session.send(SHOW, options=options)

    def show_type(self, *, options: RequestOptions | None = None) -> ShowTypeResponse:
        """`GET /narrow/type`

        Returns: It.

        Example:
            show_type_response = client.narrow.show_type()
        """
        return self._session.send(SHOW_TYPE, options=options)

    def show_named(self, *, options: RequestOptions | None = None) -> ShowNamedResponse:
        """`GET /narrow/named`

        Returns: It.

        Example:
            show_named_response = client.narrow.show_named()
        """
        return self._session.send(SHOW_NAMED, options=options)

    def show_attribute(
        self, *, options: RequestOptions | None = None
    ) -> ContactWithDisplayName:
        """`GET /narrow/attribute`

        Returns: It.

        Example:
            contact_with_display_name = client.narrow.show_attribute()
        """
        return self._session.send(SHOW_ATTRIBUTE, options=options)

    def show_opener(
        self, *, options: RequestOptions | None = None
    ) -> ShowOpenerResponse:
        """`GET /narrow/open`

        Returns: It.

        Example:
            show_opener_response = client.narrow.show_opener()
        """
        return self._session.send(SHOW_OPENER, options=options)


class AsyncNarrow(AsyncResource):
    """`Narrow` for asynchronous clients."""

    async def show(
        self, *, options: RequestOptions | None = None
    ) -> ShowNarrowResponse:
        """`GET /narrow/required`, as `Narrow.show`."""
        return await self._session.send(SHOW, options=options)

    async def show_type(
        self, *, options: RequestOptions | None = None
    ) -> ShowTypeResponse:
        """`GET /narrow/type`, as `Narrow.show_type`."""
        return await self._session.send(SHOW_TYPE, options=options)

    async def show_named(
        self, *, options: RequestOptions | None = None
    ) -> ShowNamedResponse:
        """`GET /narrow/named`, as `Narrow.show_named`."""
        return await self._session.send(SHOW_NAMED, options=options)

    async def show_attribute(
        self, *, options: RequestOptions | None = None
    ) -> ContactWithDisplayName:
        """`GET /narrow/attribute`, as `Narrow.show_attribute`."""
        return await self._session.send(SHOW_ATTRIBUTE, options=options)

    async def show_opener(
        self, *, options: RequestOptions | None = None
    ) -> ShowOpenerResponse:
        """`GET /narrow/open`, as `Narrow.show_opener`."""
        return await self._session.send(SHOW_OPENER, options=options)
