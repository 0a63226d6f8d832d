"""Operations on `settings`."""

from __future__ import annotations

from .._models.settings import RestWithEtag, SettingsWithEtag
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

SHOW_SETTINGS: Operation[SettingsWithEtag] = Operation(
    "GET",
    "/settings",
    responses={"200": Json(SettingsWithEtag)},
)
SHOW_REST: Operation[RestWithEtag] = Operation(
    "GET",
    "/rests",
    responses={"200": Json(RestWithEtag)},
)


class SettingsResource(Resource):
    """Operations on `settings`."""

    def show_settings(
        self, *, options: RequestOptions | None = None
    ) -> SettingsWithEtag:
        """`GET /settings`

        Returns: It.

        Example:
            settings_with_etag = client.settings.show_settings()
        """
        return self._session.send(SHOW_SETTINGS, options=options)

    def show_rest(self, *, options: RequestOptions | None = None) -> RestWithEtag:
        """`GET /rests`

        Returns: It.

        Example:
            rest_with_etag = client.settings.show_rest()
        """
        return self._session.send(SHOW_REST, options=options)


class AsyncSettingsResource(AsyncResource):
    """`SettingsResource` for asynchronous clients."""

    async def show_settings(
        self, *, options: RequestOptions | None = None
    ) -> SettingsWithEtag:
        """`GET /settings`, as `SettingsResource.show_settings`."""
        return await self._session.send(SHOW_SETTINGS, options=options)

    async def show_rest(self, *, options: RequestOptions | None = None) -> RestWithEtag:
        """`GET /rests`, as `SettingsResource.show_rest`."""
        return await self._session.send(SHOW_REST, options=options)
