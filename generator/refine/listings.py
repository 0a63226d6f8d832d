"""Which unions list which declarations, and how long types are: what keeps joined ones short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.ir.declarations import Alias, Declaration
from generator.ir.types import Array, Reference, Type, Union
from generator.refine.parts import is_same
from generator.refine.walk import inner_types

# A joined type copies what it is made of, so that a few of them can grow by powers.
_LONGEST = 500


class Listings:
    """What each alias lists as its variants, before any of them are joined."""

    def __init__(self, declarations: Mapping[str, Declaration]) -> None:
        self._listed = {each.id: _named(each) for each in declarations.values()}

    def widest(self, types: Iterable[Type]) -> list[Type]:
        """The types without references to what others of them list, through unions inside too."""
        kept = list(types)
        listed = {id for type in kept for id in self._within(type)}
        return [
            type
            for type in kept
            if not isinstance(type, Reference) or type.id not in listed
        ]

    def _within(self, type: Type) -> frozenset[str]:
        """The declarations that a reference lists; none when it lists itself."""
        if not isinstance(type, Reference):
            return frozenset()
        found: set[str] = set()
        waiting = list(self._listed.get(type.id, ()))
        while waiting:
            id = waiting.pop()
            if id == type.id:
                return frozenset()
            if id not in found:
                found.add(id)
                waiting += self._listed.get(id, ())
        return frozenset(found)


def _named(declaration: Declaration) -> tuple[str, ...]:
    """The declarations that an alias is a union of."""
    match declaration:
        case Alias(type=Union(variants=variants)):
            return tuple(
                each.type.id for each in variants if isinstance(each.type, Reference)
            )
        case Alias(type=Reference(id=id)):
            return (id,)
        case _:
            return ()


def is_short(type: Type) -> bool:
    """Whether a type isn't too long to be written out."""
    waiting = [type]
    count = 0
    while waiting and count <= _LONGEST:
        count += 1
        waiting += inner_types(waiting.pop())
    return count <= _LONGEST


def joined_list(item: Type, types: Iterable[Type]) -> Array:
    """One kind of list, and what its items are in each of those that it stands for."""
    kinds: list[Type] = []
    for type in types:
        if isinstance(type, Array):
            kinds += type.kinds or (type.item,)
    return Array(item=item, kinds=tuple(_apart(kinds)))


def _apart(types: list[Type]) -> list[Type]:
    """Types that differ, each once; none where all are the same."""
    found: list[Type] = []
    for type in types:
        if not any(is_same(type, one) for one in found):
            found.append(type)
    return found if len(found) > 1 else []
