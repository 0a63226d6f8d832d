"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from .._runtime.json.model import Maybe, Model
from .._runtime.json.unions import union
from .shared import Contact


class Cat(Model, kw_only=True):
    """What the API calls `Cat`."""

    kind: Literal["cat"]
    lives: Maybe[int] = None


class Dog(Model, kw_only=True, tag_field="kind", tag="dog"):
    """What the API calls `Dog`."""

    kind: ClassVar[Literal["dog"]] = "dog"
    tricks: Maybe[int] = None


class CatWithOwner(Cat, kw_only=True):
    """A `Cat` with `owner`."""

    owner: Maybe[Contact] = None


if TYPE_CHECKING:
    ListPetsResponseItem: TypeAlias = Cat | Dog
else:
    ListPetsResponseItem = union(
        "ListPetsResponseItem",
        lambda: (Cat, Dog),
        tag="kind",
        tags={"cat": 0, "dog": 1},
    )
