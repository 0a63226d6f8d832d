"""What a maintainer adds to the toys of a pet."""

from . import resources
from .resources import pets_toys


class Toys(pets_toys.PetsToys):
    """The toys, and how many there are."""

    def count(self, id: str) -> int:
        """The number of a pet's toys."""
        return len(self.list(id))


__all__ = ["Toys", "resources"]
