"""Which unions list which declarations, and how long types are: what keeps joined ones short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.ir.declarations import Alias, Declaration
from generator.ir.graph import inner_types
from generator.ir.types import Array, Reference, Type, Union
from generator.refine.types.normal import deduplicate

# A joined type copies what it is made of, so that a few of them can grow by powers.
_LONGEST = 500
# What was joined is kept beside it only while both are easy to read.
_KEPT = 50


class Subsumption:
    """What each alias lists as its variants, before any of them are joined."""

    def __init__(self, declarations: Mapping[str, Declaration]) -> None:
        self._listed = {each.id: _named(each) for each in declarations.values()}

    def without_subsumed(self, types: Iterable[Type]) -> list[Type]:
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


def is_short(type: Type, longest: int = _LONGEST) -> bool:
    """Whether a type isn't too long to be written out; what was joined inside counts as joined."""
    waiting = [*inner_types(type)]
    count = 1
    while waiting and count <= longest:
        count += 1
        inner = waiting.pop()
        waiting += (inner.item,) if isinstance(inner, Array) else inner_types(inner)
    return count <= longest


def kinds_of_lists(types: Iterable[Type]) -> list[Type]:
    """What the items are of each of several lists, those that were joined before among them."""
    lists = (type for type in types if isinstance(type, Array))
    return [kind for type in lists for kind in type.kinds or (type.item,)]


def joined_list(item: Type, kinds: Iterable[Type]) -> Array:
    """One kind of list that stands for several, which it keeps unless they are all of one."""
    found = deduplicate(kinds)
    made = Array(item=item, kinds=found)
    return made if len(found) > 1 and is_short(made, _KEPT) else Array(item=item)
