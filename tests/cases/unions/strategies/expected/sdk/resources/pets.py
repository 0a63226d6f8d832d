"""Operations on `pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from .._models.pets import GetPets201Response, Page
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.operation.operation import Operation
from .._runtime.process import LazyModule
from .._runtime.request.body import JsonBody
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.request.variants import Variant, Variants
from .._runtime.response.content import Empty, Json

if TYPE_CHECKING:
    from .. import params
else:
    params = LazyModule("..params", __package__)

LIST: Operation[Page | GetPets201Response] = Operation(
    "GET",
    "/pets",
    responses={"200": Json(Page), "201": Json(GetPets201Response)},
)
ADD: Operation[None] = Operation(
    "POST",
    "/pets",
    body=JsonBody(),
    responses={"204": Empty()},
)
ADD_VARIANTS_: Variants = Variants(
    Variant(("kind",), ("lives",), values={"kind": ("cat",)}),
    Variant(("kind",), ("good",), values={"kind": ("dog",)}),
)


class Pets(Resource):
    """Operations on `pets`."""

    def list(
        self, *, options: RequestOptions | None = None
    ) -> Page | GetPets201Response:
        """`GET /pets`

        Returns: One of each.

        Example:
            result = client.pets.list()
        """
        return self._session.send(LIST, options=options)

    @overload
    def add(
        self,
        *,
        kind: Literal["cat"],
        lives: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    def add(
        self,
        *,
        kind: Literal["dog"],
        good: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    def add(
        self, *, body: params.PetParams, options: RequestOptions | None = None
    ) -> None: ...

    def add(
        self,
        *,
        kind: Literal["cat", "dog"] | Omit = OMIT,
        lives: int | Omit = OMIT,
        good: bool | Omit = OMIT,
        body: params.PetParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /pets`

        Args:
            body: A cat or a dog.

        Overloads:
            kind="cat", [lives]
            kind="dog", [good]
            body: The whole body.

        Example:
            client.pets.add(kind="cat")
        """
        return self._session.send(
            ADD,
            (),
            ADD_VARIANTS_.collect({"kind": kind, "lives": lives, "good": good}, body),
            options=options,
        )


class AsyncPets(AsyncResource):
    """`Pets` for asynchronous clients."""

    async def list(
        self, *, options: RequestOptions | None = None
    ) -> Page | GetPets201Response:
        """`GET /pets`, as `Pets.list`."""
        return await self._session.send(LIST, options=options)

    @overload
    async def add(
        self,
        *,
        kind: Literal["cat"],
        lives: int | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    async def add(
        self,
        *,
        kind: Literal["dog"],
        good: bool | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None: ...

    @overload
    async def add(
        self, *, body: params.PetParams, options: RequestOptions | None = None
    ) -> None: ...

    async def add(
        self,
        *,
        kind: Literal["cat", "dog"] | Omit = OMIT,
        lives: int | Omit = OMIT,
        good: bool | Omit = OMIT,
        body: params.PetParams | Omit = OMIT,
        options: RequestOptions | None = None,
    ) -> None:
        """`POST /pets`, as `Pets.add`."""
        return await self._session.send(
            ADD,
            (),
            ADD_VARIANTS_.collect({"kind": kind, "lives": lives, "good": good}, body),
            options=options,
        )
