"""What a maintainer adds to the pets."""

from __future__ import annotations

from typing_extensions import override

from sdk import RequestOptions
from sdk.formatting import shout
from sdk.models import Pet
from sdk.resources.pets import AsyncPets as GeneratedAsyncPets
from sdk.resources.pets import Pets as GeneratedPets


class Pets(GeneratedPets):
    """The pets, and who is called what."""

    _kinds: tuple[str, ...] = ("cat", "dog")

    def first(self, name: str, *, loud: bool = False) -> Pet | None:
        """The first pet of a name.

        Example:
            pet = client.pets.first("rex", loud=True)
            print(pet.id if pet else "none")
        """
        wanted = shout(name) if loud else name
        return next((pet for pet in self.list() if pet.name == wanted), None)

    @override
    def delete(self, id: str | int, *, options: RequestOptions | None = None) -> None:
        """Delete a pet that is there."""
        self.get(id)
        super().delete(id, options=options)

    @property
    def kinds(self) -> list[str]:
        """The kinds that there are."""
        return [*self._kinds]

    @kinds.setter
    def kinds(self, kinds: list[str]) -> None:
        self._kinds = tuple(kinds)

    @staticmethod
    def joined(first: str, second: str) -> str:
        """Two names as one."""
        return f"{first} {second}"

    def _own(self) -> str:
        return "not listed"


class AsyncPets(GeneratedAsyncPets):
    """The pets, and who is called what."""

    async def first(self, name: str, *, loud: bool = False) -> Pet | None:
        """The first pet of a name."""
        wanted = shout(name) if loud else name
        return next((pet for pet in await self.list() if pet.name == wanted), None)
