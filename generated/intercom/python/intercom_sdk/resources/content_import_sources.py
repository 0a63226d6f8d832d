"""Content import sources are the places external pages come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .._models.content_import_sources import (
    ContentImportSource,
    ContentImportSourceList,
)
from .._models.shared import ErrorList
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.operation import Operation
from .._runtime.paging.pager import AsyncPager, ByCursor, PagedOperation, Pager
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty, Json

LIST: PagedOperation[ContentImportSource, ContentImportSourceList] = PagedOperation(
    "GET",
    "/ai/content_import_sources",
    parameters=(QueryParameter("page"), QueryParameter("per_page")),
    responses={"200": Json(ContentImportSourceList)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
    paging=ByCursor(("data",), next=("pages", "next"), parameter="starting_after"),
)
CREATE: Operation[ContentImportSource] = Operation(
    "POST",
    "/ai/content_import_sources",
    body=JsonBody(),
    responses={"200": Json(ContentImportSource)},
    errors={"401": Json(ErrorList), "422": Json(ErrorList), "429": Json(ErrorList)},
)
RETRIEVE: Operation[ContentImportSource] = Operation(
    "GET",
    "/ai/content_import_sources/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(ContentImportSource)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
UPDATE: Operation[ContentImportSource] = Operation(
    "PUT",
    "/ai/content_import_sources/{id}",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"200": Json(ContentImportSource)},
    errors={
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "422": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
DELETE: Operation[None] = Operation(
    "DELETE",
    "/ai/content_import_sources/{id}",
    parameters=(PathParameter("id"),),
    responses={"204": Empty()},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)


class ContentImportSources(Resource):
    """Content import sources are the places external pages come from. A source
    decides which audience its pages are for unless a page says otherwise.
    """

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[ContentImportSource, ContentImportSourceList]:
        """List the content import sources of the workspace.

        `GET /ai/content_import_sources`

        Args:
            page: The number of the page to start at, counted from 1. At least 1.
            per_page: How many items a page holds, 50 when absent. At least 1.
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: The content import sources.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            for content_import_source in client.content_import_sources.list():
                print(content_import_source.id)
        """
        return self._session.paginate(
            LIST, (page, per_page), max_items, cursor, options
        )

    def create(
        self,
        *,
        url: str,
        sync_behavior: Literal["api"] | UnknownValue = "api",
        status: Literal["active", "deactivated"] | UnknownValue | Omit = OMIT,
        audience_ids: Sequence[int] | int | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContentImportSource:
        """Add a content import source.

        `POST /ai/content_import_sources`

        Args:
            url: The root of the source.
            sync_behavior: How pages get in; only `api` can be chosen for a new source.
            status: Whether Fin uses the source. Default `"active"`.
            audience_ids: The audiences that the source's pages are for, one or several;
                versions before 2.16 don't have this.

        Returns: The new source.
        Raises: UnauthorizedError, UnprocessableEntityError, RateLimitError (`data`:
        `ErrorList`).

        Example:
            content_import_source = client.content_import_sources.create(
                url="https://help.example.com", sync_behavior="api", status="active",
                audience_ids=[5678],
            )
        """
        return self._session.send(
            CREATE,
            (),
            {
                "sync_behavior": sync_behavior,
                "url": url,
                "status": status,
                "audience_ids": audience_ids,
            },
            options=options,
        )

    def retrieve(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ContentImportSource:
        """Fetch one content import source.

        `GET /ai/content_import_sources/{id}`

        Args:
            id: The source's id.

        Returns: The source.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            content_import_source = client.content_import_sources.retrieve("44")
        """
        return self._session.send(RETRIEVE, (id,), options=options)

    def update(
        self,
        id: str | int,
        *,
        sync_behavior: Literal["api", "automated", "manual"] | UnknownValue,
        url: str,
        status: Literal["active", "deactivated"] | UnknownValue | Omit = OMIT,
        audience_ids: Sequence[int] | int | None | Omit = OMIT,
        apply_audience_to_existing_content: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContentImportSource:
        """Change a content import source.

        `PUT /ai/content_import_sources/{id}`

        Args:
            id: The source's id.
            sync_behavior: How pages get in.
            url: The root of the source.
            status: Whether Fin uses the source.
            audience_ids: The audiences that the source's pages are for, one or several;
                versions before 2.16 don't have this.
            apply_audience_to_existing_content: Whether the pages that the source
                already has get its audiences, too; versions before 2.16 don't have
                this. Default `False`.

        Returns: The changed source.
        Raises: UnauthorizedError, NotFoundError, UnprocessableEntityError,
        RateLimitError (`data`: `ErrorList`).

        Example:
            content_import_source = client.content_import_sources.update(
                "44", sync_behavior="api", url="https://help.example.com",
                status="deactivated",
            )
        """
        return self._session.send(
            UPDATE,
            (id,),
            {
                "sync_behavior": sync_behavior,
                "url": url,
                "status": status,
                "audience_ids": audience_ids,
                "apply_audience_to_existing_content": apply_audience_to_existing_content,
            },
            options=options,
        )

    def delete(self, id: str | int, *, options: RequestOptions | None = None) -> None:
        """Remove a content import source and all its external pages.

        `DELETE /ai/content_import_sources/{id}`

        Args:
            id: The source's id.

        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            client.content_import_sources.delete("44")
        """
        return self._session.send(DELETE, (id,), options=options)


class AsyncContentImportSources(AsyncResource):
    """`ContentImportSources` for asynchronous clients."""

    def list(
        self,
        *,
        page: int | Omit = OMIT,
        per_page: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[ContentImportSource, ContentImportSourceList]:
        """`GET /ai/content_import_sources`, as `ContentImportSources.list`."""
        return self._session.paginate(
            LIST, (page, per_page), max_items, cursor, options
        )

    async def create(
        self,
        *,
        url: str,
        sync_behavior: Literal["api"] | UnknownValue = "api",
        status: Literal["active", "deactivated"] | UnknownValue | Omit = OMIT,
        audience_ids: Sequence[int] | int | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContentImportSource:
        """`POST /ai/content_import_sources`, as `ContentImportSources.create`."""
        return await self._session.send(
            CREATE,
            (),
            {
                "sync_behavior": sync_behavior,
                "url": url,
                "status": status,
                "audience_ids": audience_ids,
            },
            options=options,
        )

    async def retrieve(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> ContentImportSource:
        """`GET /ai/content_import_sources/{id}`, as `ContentImportSources.retrieve`."""
        return await self._session.send(RETRIEVE, (id,), options=options)

    async def update(
        self,
        id: str | int,
        *,
        sync_behavior: Literal["api", "automated", "manual"] | UnknownValue,
        url: str,
        status: Literal["active", "deactivated"] | UnknownValue | Omit = OMIT,
        audience_ids: Sequence[int] | int | None | Omit = OMIT,
        apply_audience_to_existing_content: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> ContentImportSource:
        """`PUT /ai/content_import_sources/{id}`, as `ContentImportSources.update`."""
        return await self._session.send(
            UPDATE,
            (id,),
            {
                "sync_behavior": sync_behavior,
                "url": url,
                "status": status,
                "audience_ids": audience_ids,
                "apply_audience_to_existing_content": apply_audience_to_existing_content,
            },
            options=options,
        )

    async def delete(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> None:
        """`DELETE /ai/content_import_sources/{id}`, as
        `ContentImportSources.delete`.
        """
        return await self._session.send(DELETE, (id,), options=options)
