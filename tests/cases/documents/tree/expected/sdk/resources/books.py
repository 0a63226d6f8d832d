"""Operations on `books`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .._models.shared import (
    Book,
    BookBorrowed,
    BookLent,
    Number,
    Problem,
    Shelf,
    Writer,
)
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.deprecation import warns
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.parameters import PathParameter, QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST: Operation[builtins.list[Book]] = Operation(
    "GET",
    "/books",
    parameters=(QueryParameter("shelf"),),
    responses={"200": Json(builtins.list[Book])},
)
ADD: Operation[Book] = Operation(
    "POST",
    "/books",
    body=JsonBody(),
    dates=(("borrowed", "since"), ("lent", "since")),
    responses={"201": Json(Book)},
)
GET: Operation[Book] = Operation(
    "GET",
    "/books/{id}",
    parameters=(PathParameter("id"),),
    responses={"200": Json(Book)},
    errors={"404": Json(Problem)},
)


class Books(Resource):
    """Operations on `books`."""

    def list(
        self, *, shelf: Shelf | Omit = OMIT, options: RequestOptions | None = None
    ) -> builtins.list[Book]:
        """`GET /books`

        Returns: The books.

        Example:
            item = client.books.list()
        """
        return self._session.send(LIST, (shelf,), options=options)

    @warns("author")
    def add(
        self,
        *,
        id: int,
        author: Writer | params.WriterParams,
        shelf: Shelf | Omit = OMIT,
        editor: Writer | params.WriterParams | None | Omit = OMIT,
        pages: Number | Omit = OMIT,
        sequel: Book | params.BookParams | Omit = OMIT,
        borrowed: BookBorrowed | params.BookBorrowedParams | Omit = OMIT,
        lent: BookLent | params.BookLentParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Book:
        """`POST /books`

        Args:
            author: Who wrote it. Deprecated.
            editor: Who edited it.
            pages: At least 1.
            lent: To whom it was lent.

        Returns: The book.

        Example:
            book = client.books.add(id=1, author={})
        """
        return self._session.send(
            ADD,
            (),
            {
                "id": id,
                "shelf": shelf,
                "author": author,
                "editor": editor,
                "pages": pages,
                "sequel": sequel,
                "borrowed": borrowed,
                "lent": lent,
            },
            options=options,
        )

    def get(self, id: str | int, *, options: RequestOptions | None = None) -> Book:
        """One book.

        `GET /books/{id}`

        Returns: The book.
        Raises: NotFoundError (`data`: `Problem`).

        Example:
            book = client.books.get(1)
        """
        return self._session.send(GET, (id,), options=options)


class AsyncBooks(AsyncResource):
    """`Books` for asynchronous clients."""

    async def list(
        self, *, shelf: Shelf | Omit = OMIT, options: RequestOptions | None = None
    ) -> builtins.list[Book]:
        """`GET /books`, as `Books.list`."""
        return await self._session.send(LIST, (shelf,), options=options)

    @warns("author")
    async def add(
        self,
        *,
        id: int,
        author: Writer | params.WriterParams,
        shelf: Shelf | Omit = OMIT,
        editor: Writer | params.WriterParams | None | Omit = OMIT,
        pages: Number | Omit = OMIT,
        sequel: Book | params.BookParams | Omit = OMIT,
        borrowed: BookBorrowed | params.BookBorrowedParams | Omit = OMIT,
        lent: BookLent | params.BookLentParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> Book:
        """`POST /books`, as `Books.add`."""
        return await self._session.send(
            ADD,
            (),
            {
                "id": id,
                "shelf": shelf,
                "author": author,
                "editor": editor,
                "pages": pages,
                "sequel": sequel,
                "borrowed": borrowed,
                "lent": lent,
            },
            options=options,
        )

    async def get(
        self, id: str | int, *, options: RequestOptions | None = None
    ) -> Book:
        """One book. `GET /books/{id}`, as `Books.get`."""
        return await self._session.send(GET, (id,), options=options)
