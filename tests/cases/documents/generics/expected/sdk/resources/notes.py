"""Operations on `notes`."""

from __future__ import annotations

from .._models.notes import (
    U171U187,
    ApiProblem,
    MapStringListTag,
    PageNote,
    PageNote2,
    PageNote3,
)
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.request.request_options import RequestOptions
from .._runtime.response.content import Json

LIST: Operation[PageNote3] = Operation(
    "GET",
    "/notes",
    responses={"200": Json(PageNote3)},
    errors={"404": Json(ApiProblem)},
)
LIST_TAGS: Operation[MapStringListTag] = Operation(
    "GET",
    "/tags",
    responses={"200": Json(MapStringListTag)},
    errors={"404": Json(ApiProblem)},
)
LIST_PAGES: Operation[PageNote2] = Operation(
    "GET",
    "/pages",
    responses={"200": Json(PageNote2)},
    errors={"403": Json(PageNote), "404": Json(U171U187)},
)


class Notes(Resource):
    """Operations on `notes`."""

    def list(self, *, options: RequestOptions | None = None) -> PageNote3:
        """`GET /notes`

        Returns: Notes.
        Raises: NotFoundError (`data`: `ApiProblem`).

        Example:
            page_note = client.notes.list()
        """
        return self._session.send(LIST, options=options)

    def list_tags(self, *, options: RequestOptions | None = None) -> MapStringListTag:
        """`GET /tags`

        Returns: Tags.
        Raises: NotFoundError (`data`: `ApiProblem`).

        Example:
            item = client.notes.list_tags()
        """
        return self._session.send(LIST_TAGS, options=options)

    def list_pages(self, *, options: RequestOptions | None = None) -> PageNote2:
        """`GET /pages`

        Returns: Pages.
        Raises: ForbiddenError (`data`: `PageNote`); NotFoundError (`data`: `U171U187`).

        Example:
            page_note = client.notes.list_pages()
        """
        return self._session.send(LIST_PAGES, options=options)


class AsyncNotes(AsyncResource):
    """`Notes` for asynchronous clients."""

    async def list(self, *, options: RequestOptions | None = None) -> PageNote3:
        """`GET /notes`, as `Notes.list`."""
        return await self._session.send(LIST, options=options)

    async def list_tags(
        self, *, options: RequestOptions | None = None
    ) -> MapStringListTag:
        """`GET /tags`, as `Notes.list_tags`."""
        return await self._session.send(LIST_TAGS, options=options)

    async def list_pages(self, *, options: RequestOptions | None = None) -> PageNote2:
        """`GET /pages`, as `Notes.list_pages`."""
        return await self._session.send(LIST_PAGES, options=options)
