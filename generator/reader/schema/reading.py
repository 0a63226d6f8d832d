"""The result of reading a schema: a type and all that is said about its values."""

from __future__ import annotations

from generator.ir.declarations import Constraint
from generator.ir.types import Type
from generator.ir.value import Docs, Json, Value


class Reading(Value, frozen=True):
    """A schema's type and all that isn't type, for the field, parameter or declaration to keep.

    `constraints` are those that no `Inline` model in `type` carries already.
    """

    type: Type
    docs: Docs = Docs()
    default: Json | None = None
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    constraints: tuple[Constraint, ...] = ()
    example: Json | None = None

    def within(self, *path: str) -> tuple[Constraint, ...]:
        """The constraints, as those of a schema further out that has this one at a path."""
        return tuple(
            Constraint(keyword=".".join((*path, one.keyword)), value=one.value)
            for one in self.constraints
        )
