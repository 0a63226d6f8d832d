"""Tags are labels for contacts, companies, conversations and other things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from .._models.shared import ErrorList, Tag, TagList
from .._models.tags import SavedTag
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.variants import Variant, Variants
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST: Operation[TagList] = Operation(
    "GET",
    "/tags",
    responses={"200": Json(TagList)},
    errors={"401": Json(ErrorList), "429": Json(ErrorList)},
)
CREATE_OR_UPDATE: Operation[SavedTag] = Operation(
    "POST",
    "/tags",
    body=JsonBody(),
    responses={"200": Json(SavedTag)},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
RETRIEVE: Operation[Tag] = Operation(
    "GET",
    "/tags/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Tag)},
    errors={"401": Json(ErrorList), "404": Json(ErrorList), "429": Json(ErrorList)},
)
DELETE: Operation[None] = Operation(
    "DELETE",
    "/tags/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Empty()},
    errors={
        "400": Json(ErrorList),
        "401": Json(ErrorList),
        "404": Json(ErrorList),
        "429": Json(ErrorList),
    },
)
CREATE_OR_UPDATE_VARIANTS_: Variants = Variants(
    Variant(("name",), ("id",)),
    Variant(("name", "companies")),
    Variant(("name", "users")),
)


class Tags(Resource):
    """Tags are labels for contacts, companies, conversations and other things."""

    def list(self, *, options: RequestOptions | None = None) -> TagList:
        """List the tags of the workspace.

        `GET /tags`

        They come all at once, this list has no pages.

        Returns: The tags.
        Raises: UnauthorizedError, RateLimitError (`data`: `ErrorList`).

        Example:
            tag_list = client.tags.list()
        """
        return self._session.send(LIST, options=options)

    @overload
    def create_or_update(
        self,
        *,
        name: str,
        companies: Sequence[params.TagCompanyParams],
        options: RequestOptions | None = None,
    ) -> SavedTag: ...

    @overload
    def create_or_update(
        self,
        *,
        name: str,
        users: Sequence[params.TagContactParams],
        options: RequestOptions | None = None,
    ) -> SavedTag: ...

    @overload
    def create_or_update(
        self,
        *,
        name: str,
        id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> SavedTag: ...

    @overload
    def create_or_update(
        self, *, body: params.TagActionParams, options: RequestOptions | None = None
    ) -> SavedTag: ...

    def create_or_update(
        self,
        *,
        name: str | Omit = OMIT,
        id: str | int | Omit = OMIT,
        companies: Sequence[params.TagCompanyParams] | Omit = OMIT,
        users: Sequence[params.TagContactParams] | Omit = OMIT,
        body: params.TagActionParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> SavedTag:
        """Create or rename a tag, or put it on companies or contacts, or take it off
        companies.

        `POST /tags`

        Without `id`, a tag with this name in any case is taken, or made. With `id`, the
        tag gets the name.

        Args:
            name: What the tag is to say.
            id: The tag to rename.
            companies: The companies.
            users: The contacts.
            body: A tag to make or rename, or what to put it on or to take it off.

        Overloads:
            name, companies: Companies to tag, or to untag.
            name, users: Contacts to tag.
            name, [id]: A tag to make or to rename.
            body: The whole body.

        Returns: The tag.
        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            saved_tag = client.tags.create_or_update(name="Wholesale")
        """
        return self._session.send(
            CREATE_OR_UPDATE,
            (),
            CREATE_OR_UPDATE_VARIANTS_.collect(
                {"name": name, "id": id, "companies": companies, "users": users}, body
            ),
            options=options,
        )

    def retrieve(
        self, tag_id: str | int, *, options: RequestOptions | None = None
    ) -> Tag:
        """Fetch one tag.

        `GET /tags/{id}`

        Args:
            tag_id: `id` in the path. The tag's id.

        Returns: The tag.
        Raises: UnauthorizedError, NotFoundError, RateLimitError (`data`: `ErrorList`).

        Example:
            tag = client.tags.retrieve("8812")
        """
        return self._session.send(RETRIEVE, (tag_id,), options=options)

    def delete(
        self, tag_id: str | int, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a tag.

        `DELETE /tags/{id}`

        One that something else is built on, such as a saved view, is a 400.

        Args:
            tag_id: `id` in the path. The tag's id.

        Raises: BadRequestError, UnauthorizedError, NotFoundError, RateLimitError
        (`data`: `ErrorList`).

        Example:
            client.tags.delete("8812")
        """
        return self._session.send(DELETE, (tag_id,), options=options)


class AsyncTags(AsyncResource):
    """`Tags` for asynchronous clients."""

    async def list(self, *, options: RequestOptions | None = None) -> TagList:
        """List the tags of the workspace. `GET /tags`, as `Tags.list`."""
        return await self._session.send(LIST, options=options)

    @overload
    async def create_or_update(
        self,
        *,
        name: str,
        companies: Sequence[params.TagCompanyParams],
        options: RequestOptions | None = None,
    ) -> SavedTag: ...

    @overload
    async def create_or_update(
        self,
        *,
        name: str,
        users: Sequence[params.TagContactParams],
        options: RequestOptions | None = None,
    ) -> SavedTag: ...

    @overload
    async def create_or_update(
        self,
        *,
        name: str,
        id: str | int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> SavedTag: ...

    @overload
    async def create_or_update(
        self, *, body: params.TagActionParams, options: RequestOptions | None = None
    ) -> SavedTag: ...

    async def create_or_update(
        self,
        *,
        name: str | Omit = OMIT,
        id: str | int | Omit = OMIT,
        companies: Sequence[params.TagCompanyParams] | Omit = OMIT,
        users: Sequence[params.TagContactParams] | Omit = OMIT,
        body: params.TagActionParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> SavedTag:
        """`POST /tags`, as `Tags.create_or_update`."""
        return await self._session.send(
            CREATE_OR_UPDATE,
            (),
            CREATE_OR_UPDATE_VARIANTS_.collect(
                {"name": name, "id": id, "companies": companies, "users": users}, body
            ),
            options=options,
        )

    async def retrieve(
        self, tag_id: str | int, *, options: RequestOptions | None = None
    ) -> Tag:
        """Fetch one tag. `GET /tags/{id}`, as `Tags.retrieve`."""
        return await self._session.send(RETRIEVE, (tag_id,), options=options)

    async def delete(
        self, tag_id: str | int, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a tag. `DELETE /tags/{id}`, as `Tags.delete`."""
        return await self._session.send(DELETE, (tag_id,), options=options)
