"""Whether two types are the same, wherever the schemas stand that have no name."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from generator.ir.declarations import Alias, Declaration, Field, Model
from generator.ir.graph import behind, inner_types
from generator.ir.types import Anything, Reference, Type, Union
from generator.ir.value import Docs
from generator.refine.rewrite.types import map_inner

_Pairs = frozenset[tuple[str, str]]


class Equivalence:
    """Compares types through references to declarations without names; docs don't count.

    Args:
        index: The declarations by id.
    """

    def __init__(self, index: Mapping[str, Declaration]) -> None:
        self._index = index

    def are_equivalent(
        self, one: Type, other: Type, assumed: _Pairs = frozenset()
    ) -> bool:
        """Whether two types take the same values and read the same.

        Args:
            one: A type.
            other: Another one.
            assumed: Ids of which this is being found out, further out.
        """
        one, other = behind(one, self._index.get), behind(other, self._index.get)
        if one == other:
            return True
        if isinstance(one, Reference) and isinstance(other, Reference):
            pair = one.id, other.id
            return pair in assumed or self._are_declared_equivalent(
                *pair, assumed | {pair}
            )
        left, right = inner_types(one), inner_types(other)
        return (
            bool(left)
            and len(left) == len(right)
            and _outside(one) == _outside(other)
            and all(
                self.are_equivalent(inside, its, assumed)
                for inside, its in zip(left, right, strict=True)
            )
        )

    def are_fields_equivalent(
        self,
        some: tuple[Field, ...],
        others: tuple[Field, ...],
        assumed: _Pairs = frozenset(),
    ) -> bool:
        """Whether the members of two objects are the same, in whichever order."""
        known = {field.name.wire: field for field in others}
        return len(some) == len(others) and all(
            (other := known.get(field.name.wire)) is not None
            and _bare(field) == _bare(other)
            and self.are_equivalent(field.type, other.type, assumed)
            for field in some
        )

    def _are_declared_equivalent(self, id: str, other_id: str, assumed: _Pairs) -> bool:
        one, other = self._index[id], self._index[other_id]
        if one.name.wire or other.name.wire or one.constraints != other.constraints:
            return False
        if isinstance(one, Alias) and isinstance(other, Alias):
            return self.are_equivalent(one.type, other.type, assumed)
        return (
            isinstance(one, Model)
            and isinstance(other, Model)
            and (one.closed, one.tag) == (other.closed, other.tag)
            and self.are_equivalent(
                one.additional or Anything(), other.additional or Anything(), assumed
            )
            and (one.additional is None) is (other.additional is None)
            and self.are_fields_equivalent(one.fields, other.fields, assumed)
        )


def _outside(type: Type) -> Type:
    """A type without what stands inside."""
    bare = map_inner(type, lambda _: Anything())
    if isinstance(bare, Union):
        variants = tuple(replace(each, docs=Docs()) for each in bare.variants)
        return replace(bare, variants=variants, id="")
    return bare


def _bare(field: Field) -> Field:
    """A member without its type, and without what is said of it to people."""
    return replace(field, type=Anything(), docs=Docs(), example=None, origin="")
