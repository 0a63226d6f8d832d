"""Operations on `articles`."""

from __future__ import annotations

from typing import Literal

from .._runtime.call.client import AsyncResource, Resource
from .._runtime.json.plain_data import UnknownValue
from .._runtime.operation.operation import Operation
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Empty

UPDATE: Operation[None] = Operation(
    "PUT",
    "/articles/{id}",
    parameters=(PathParameter("id"),),
    body=JsonBody(required=False),
    responses={"204": Empty()},
)
PUBLISH: Operation[None] = Operation(
    "PUT",
    "/articles/{id}",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"204": Empty()},
)
RETRACT: Operation[None] = Operation(
    "PUT",
    "/articles/{id}",
    parameters=(PathParameter("id"),),
    body=JsonBody(),
    responses={"204": Empty()},
)


class Articles(Resource):
    """Operations on `articles`."""

    def update(
        self,
        id: str | int,
        *,
        title: str | Omit = OMIT,
        note: str | None | Omit = OMIT,
        state: Literal["draft", "published"] | UnknownValue | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an article.

        `PUT /articles/{id}`

        `publish`, `retract` fix members of the body.

        Args:
            title: Needed when any of the body is given.
            state: Needed when any of the body is given.

        Example:
            client.articles.update(1, title="text", state="draft")
        """
        return self._session.send(
            UPDATE,
            (id,),
            {"title": title, "note": note, "state": state},
            options=options,
        )

    def publish(
        self,
        id: str | int,
        *,
        title: str,
        note: str | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an article.

        `PUT /articles/{id}`

        Sends `state="published"` in the body.

        Example:
            client.articles.publish(1, title="text")
        """
        return self._session.send(
            PUBLISH,
            (id,),
            {"title": title, "note": note, "state": "published"},
            options=options,
        )

    def retract(
        self, id: str | int, *, title: str, options: RequestOptions | None = None
    ) -> None:
        """Update an article.

        `PUT /articles/{id}`

        Sends `state="draft"`, `note=None` in the body.

        Example:
            client.articles.retract(1, title="text")
        """
        return self._session.send(
            RETRACT,
            (id,),
            {"title": title, "state": "draft", "note": None},
            options=options,
        )


class AsyncArticles(AsyncResource):
    """`Articles` for asynchronous clients."""

    async def update(
        self,
        id: str | int,
        *,
        title: str | Omit = OMIT,
        note: str | None | Omit = OMIT,
        state: Literal["draft", "published"] | UnknownValue | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an article. `PUT /articles/{id}`, as `Articles.update`."""
        return await self._session.send(
            UPDATE,
            (id,),
            {"title": title, "note": note, "state": state},
            options=options,
        )

    async def publish(
        self,
        id: str | int,
        *,
        title: str,
        note: str | None | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an article. `PUT /articles/{id}`, as `Articles.publish`."""
        return await self._session.send(
            PUBLISH,
            (id,),
            {"title": title, "note": note, "state": "published"},
            options=options,
        )

    async def retract(
        self, id: str | int, *, title: str, options: RequestOptions | None = None
    ) -> None:
        """Update an article. `PUT /articles/{id}`, as `Articles.retract`."""
        return await self._session.send(
            RETRACT,
            (id,),
            {"title": title, "state": "draft", "note": None},
            options=options,
        )
