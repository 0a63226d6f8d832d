"""Operations on `pet`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._models.pet import ListPetsResponse, Pet
from .._runtime.call.client import AsyncResource, Resource
from .._runtime.paging.pager import AsyncPager, ByOffset, PagedOperation, Pager
from .._runtime.process import LazyModule, resource_property
from .._runtime.request.parameters import QueryParameter
from .._runtime.request.request_options import OMIT, Omit, RequestOptions
from .._runtime.response.content import Json

if TYPE_CHECKING:
    from . import pet_toys
else:
    pet_toys = LazyModule(".pet_toys", __package__)

LIST: PagedOperation[Pet, ListPetsResponse] = PagedOperation(
    "GET",
    "/pets",
    parameters=(QueryParameter("skip"),),
    responses={"200": Json(ListPetsResponse)},
    paging=ByOffset(("data",), parameter="skip", total=("total",)),
)


class PetResource(Resource):
    """Operations on `pet`."""

    @resource_property
    def toys(self) -> pet_toys.PetToys:
        """`PetToys`."""
        return pet_toys.PetToys(self._session)

    def list(
        self,
        *,
        skip: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> Pager[Pet, ListPetsResponse]:
        """`GET /pets`

        Args:
            max_items: Stop after this many items.
            cursor: Where to go on: an earlier pager's `next_cursor`.

        Returns: Pets.

        Example:
            for pet in client.pet.list():
                print(pet.id)
        """
        return self._session.paginate(LIST, (skip,), max_items, cursor, options)


class AsyncPetResource(AsyncResource):
    """`PetResource` for asynchronous clients."""

    @resource_property
    def toys(self) -> pet_toys.AsyncPetToys:
        """`PetToys`."""
        return pet_toys.AsyncPetToys(self._session)

    def list(
        self,
        *,
        skip: int | Omit = OMIT,
        max_items: int | None = None,
        cursor: str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPager[Pet, ListPetsResponse]:
        """`GET /pets`, as `PetResource.list`."""
        return self._session.paginate(LIST, (skip,), max_items, cursor, options)
