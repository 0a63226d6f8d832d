"""Joining the variants of one union."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from generator.diagnostics import Place
from generator.ir.declarations import Declaration
from generator.ir.graph import follow, inner_types
from generator.ir.types import (
    Anything,
    Array,
    Enumeration,
    Map,
    Nothing,
    Null,
    Nullable,
    Reference,
    String,
    Type,
    Union,
    Variant,
)
from generator.refine.types.discriminators import merge_discriminators
from generator.refine.types.join_scalars import (
    SCALARS,
    are_days_or_moments,
    join_scalars,
)
from generator.refine.types.json_types import json_types_of
from generator.refine.types.normal import is_same, or_null
from generator.refine.types.subsumed import (
    Subsumption,
    is_short,
    joined_list,
    kinds_of_lists,
)

# A union in a union is opened only while the whole can still be read.
_MOST_OPENED = 32
_DEEPEST = 4


class Joiner:
    """Joins variants, looking names up among declarations.

    `note` takes what had to be joined though the document keeps it apart, how it is read, and
    where it was written if that is known.
    """

    def __init__(
        self,
        declarations: Mapping[str, Declaration],
        note: Callable[[str, str, Place | None], None],
    ) -> None:
        self._declarations = declarations
        self._note = note
        self._subsumption = Subsumption(declarations)
        # The aliases looked into for the lists around the one at hand, and for it.
        self._around: list[set[str]] = []
        # How often what is held led back to what holds it, and nobody has seen to it yet.
        self._circles = 0
        self._place: Place | None = None

    def join(self, type: Type, own: str = "") -> Type:
        """Merge the variants of a type that is a union.

        Args:
            type: The type.
            own: The alias that it belongs to, which stays what it is where it stands in itself.
        """
        self._around = [{own}]
        match type:
            case Union():
                self._place = type.place
                return self._unite(type)
            case Nullable(inner=Anything() | Nothing() | Null() | Nullable() as inner):
                return or_null(inner)
            case _:
                return type

    def _unite(self, union: Union) -> Type:
        self._around.append(set())
        union, found, nullable = self._flatten(union)
        if any(isinstance(self._open(each.type), Anything) for each in found):
            self._around.pop()
            return Anything()
        variants = self._join_scalars(self._distinct(found))
        if len(self._around) <= _DEEPEST:
            variants = self._join_held(variants, Array, "lists")
            variants = self._join_held(variants, Map, "objects with free keys")
        self._around.pop()
        inner = _narrowest(union, tuple(variants))
        return or_null(inner) if nullable else inner

    def _flatten(self, union: Union) -> tuple[Union, list[Variant], bool]:
        """The variants, with those of unions inside where no discriminator objects.

        Null is none of them: the last result says whether it is allowed. The first is the union
        with what the discriminators of those inside say as well.
        """
        found: list[Variant] = []
        nullable = False
        seen: set[str] = set()
        waiting = list(reversed(union.variants))
        while waiting:
            variant = waiting.pop()
            id = variant.type.id if isinstance(variant.type, Reference) else ""
            match self._open(variant.type):
                case Nullable(inner=inner):
                    nullable = True
                    waiting.append(replace(variant, type=inner))
                case Null():
                    nullable = True
                case Union() as inside if id not in seen and _opens(union, inside, id):
                    seen |= {id} - {""}
                    rule = merge_discriminators(
                        union.discriminator, inside.discriminator
                    )
                    union = replace(union, discriminator=rule)
                    waiting += reversed(inside.variants)
                case Nothing():
                    pass
                case _ if id not in seen:
                    found.append(variant)
                case _:
                    pass
        return union, found, nullable

    def _distinct(self, variants: list[Variant]) -> list[Variant]:
        """Each variant once, under the first of its names."""
        found: list[Variant] = []
        named: set[str] = set()
        for variant in variants:
            if isinstance(variant.type, Reference):
                opened = self._open(variant.type)
                last = opened if isinstance(opened, Reference) else variant.type
                if last.id not in named:
                    found.append(variant)
                named.add(last.id)
            elif not any(is_same(variant.type, each.type) for each in found):
                found.append(variant)
        return found

    def _join_scalars(self, variants: list[Variant]) -> list[Variant]:
        """Join the scalars that share a JSON type with another one."""
        opened = [self._open(each.type) for each in variants]
        counts = Counter(
            kind
            for type in opened
            if isinstance(type, SCALARS)
            for kind in json_types_of(type, {})
        )
        shared = {kind for kind, count in counts.items() if count > 1}
        joined = [
            isinstance(type, SCALARS) and not shared.isdisjoint(json_types_of(type, {}))
            for type in opened
        ]
        types = [type for type, join in zip(opened, joined, strict=True) if join]
        if not types:
            return variants
        texts = [each for each in types if isinstance(each, String)]
        # Where any text is one of them, that is what they are together.
        formats = {each.format for each in texts} | _listed(types)
        is_any = any(each.format == "" for each in texts)
        are_distinct = not _listed(types) and are_days_or_moments([*texts])
        if len(formats) > 1 and not is_any and not are_distinct:
            self._note("strings", _EITHER, self._place)
        return _put(variants, joined, join_scalars(types))

    def _join_held(
        self, variants: list[Variant], kind: type[Array] | type[Map], what: str
    ) -> list[Variant]:
        """Join the lists, or the objects with free keys, to one that holds either.

        They stay apart where what they hold leads back to them: joining would never end.
        """
        opened = [self._open(each.type) for each in variants]
        joined = [isinstance(type, kind) for type in opened]
        again = sum(isinstance(self._end(type), kind) for type in opened) - sum(joined)
        if sum(joined) >= _SEVERAL:
            types = [type for type in opened if isinstance(type, kind)]
            before = self._circles
            held = self._either([inner_types(type)[0] for type in types])
            if self._circles == before:
                if not is_short(held):
                    # A longer type is no help to readers, so that any value is held.
                    self._note(what, _ANYTHING, self._place)
                    held = Anything()
                kinds = self._subsumption.without_subsumed(kinds_of_lists(types))
                made = joined_list(held, kinds) if kind is Array else Map(value=held)
                variants = _put(variants, joined, [made])
            self._circles = before
        if again and again + sum(joined) >= _SEVERAL:
            self._circles += 1
        return variants

    def _either(self, types: list[Type]) -> Type:
        """What items are that may be of several types."""
        types = self._subsumption.without_subsumed(types)
        if len(types) == 1:
            return types[0]
        return self._unite(Union(variants=tuple(Variant(type=type) for type in types)))

    def _open(self, type: Type) -> Type:
        """What an alias stands for; a reference to a model stays one.

        So does one to an alias that was looked into further out, as that leads in a circle.
        """
        *outer, here = self._around
        return self._end(type, frozenset[str]().union(*outer), here.add)

    def _end(
        self,
        type: Type,
        closed: Iterable[str] = (),
        note: Callable[[str], object] | None = None,
    ) -> Type:
        return follow(type, self._declarations.get, closed, note)


_SEVERAL = 2
_EITHER = "they are read as one kind that is all of them"
_ANYTHING = "a type of all of them would be too long, and what they hold is any value"


def _listed(types: list[Type]) -> set[str]:
    """What listed strings count as, beside formats: as plain strings, which they are."""
    listed = any(isinstance(each, Enumeration) for each in types)
    return {""} if listed else set()


def _opens(union: Union, inner: Union, id: str) -> bool:
    """Whether the variants of a union inside may stand beside those outside."""
    outer = union.discriminator
    if len(inner.variants) > _MOST_OPENED:
        return False
    if outer is None:
        return inner.discriminator is None
    if any(target == id for _, target in outer.mapping):
        return False
    return inner.discriminator is None or inner.discriminator.property == outer.property


def _put(
    variants: list[Variant], joined: list[bool], types: list[Type]
) -> list[Variant]:
    """Put joined types where the first of the variants stood that they replace."""
    first = joined.index(True)
    if [
        variant.type for variant, join in zip(variants, joined, strict=True) if join
    ] == types:
        return variants
    before = variants[:first]
    after = [
        variant
        for variant, join in zip(variants[first:], joined[first:], strict=True)
        if not join
    ]
    return [*before, *(Variant(type=type) for type in types), *after]


def _narrowest(union: Union, variants: tuple[Variant, ...]) -> Type:
    if not variants:
        return Nothing()
    if len(variants) == 1:
        return variants[0].type
    same = len(variants) == len(union.variants) and all(
        new is old for new, old in zip(variants, union.variants, strict=True)
    )
    return union if same else replace(union, variants=variants)
