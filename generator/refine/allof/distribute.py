"""An allOf over a union: a union whose variants have everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from msgspec.structs import replace

from generator.ir.declarations import Alias, Declaration, Model, VariantOf
from generator.ir.name import Name
from generator.ir.types import (
    Anything,
    Discriminator,
    Map,
    Reference,
    Type,
    Union,
    Variant,
)
from generator.refine.allof.combinations import (
    Combination,
    adds_nothing,
    combined,
    has_properties,
    is_for_the_rest,
    loosened,
    redirected,
    stays_apart,
    with_types_of,
)
from generator.refine.allof.merge_models import (
    Merger,
    Part,
    blank,
    parents_of,
)
from generator.refine.allof.workspace import Workspace
from generator.refine.hoist.unique_names import Words, join
from generator.refine.hoist.variant_names import variant_words
from generator.refine.types.discriminators import merge_discriminators
from generator.refine.types.intersect import (
    MOST_VARIANTS,
    EmptyIntersection,
    Intersector,
)


class Distributor:
    """Merges what stands beside unions into each of their variants."""

    def __init__(
        self,
        workspace: Workspace,
        intersector: Intersector,
        merger: Merger,
        widened: Callable[[Alias], None],
    ) -> None:
        self._workspace = workspace
        self._intersector = intersector
        self._merger = merger
        self._widened = widened

    def distribute(
        self, alias: Alias, models: list[Part], maps: list[Map], unions: list[Union]
    ) -> Declaration:
        """A union with the common part merged into each variant."""
        base = list(models)
        combinations = [Combination()]
        for union in unions:
            found = self._combinations(alias, union, nests=len(unions) == 1)
            if len(found) * len(combinations) > MOST_VARIANTS:
                self._widened(alias)
                base.append(loosened(alias, found))
            else:
                combinations = [
                    combined(one, more) for one in combinations for more in found
                ]
        if combinations == [Combination()]:
            return self._merger.merge(blank(alias), base, maps)
        types: list[Type] = []
        made: dict[str, str] = {}
        for combination in combinations:
            variant = self._variant(alias, base, maps, combination, combinations)
            types += [variant] if variant not in types else []
            if combination.inside is not None and isinstance(variant, Reference):
                made[combination.id] = variant.id
        if not maps and not any(has_properties(each.model) for each in models):
            types += self._scalars(unions)
        if not types:
            raise EmptyIntersection
        if len(types) == 1:
            return replace(alias, type=types[0])
        union = Union(
            variants=tuple(Variant(type=type) for type in types),
            discriminator=redirected(self._discriminator(unions, models), made),
        )
        return replace(alias, type=union, parents=parents_of(models))

    def _scalars(self, unions: list[Union]) -> list[Type]:
        """What fits the variants of all unions that are no objects."""
        others: list[Type] = []
        for union in unions:
            variants = tuple(
                each
                for each in union.variants
                if not isinstance(
                    self._workspace.resolve(each.type), Part | Map | Union | Anything
                )
            )
            if not variants:
                return []
            others.append(replace(union, variants=variants))
        try:
            return [reduce(self._intersector.intersect, others)]
        except EmptyIntersection:
            return []

    def _combinations(
        self, alias: Alias, union: Union, *, nests: bool = False
    ) -> list[Combination]:
        """The object variants of a union, those of unions inside included.

        Args:
            alias: What is merged.
            union: The union.
            nests: Whether one inside that has a discriminator of its own stays together.
        """
        found: list[Combination] = []
        words = variant_words(union.variants, alias.name.words, {})
        for at, variant in enumerate(union.variants):
            match self._workspace.resolve(variant.type):
                case Part(model=model, origin=origin) as part:
                    name = model.name.words if origin else words[at]
                    found.append(Combination((part,), name, (model.id,)))
                case Map() as map:
                    found.append(Combination((map,), ("other",), (f"{union.id}/{at}",)))
                case Anything():
                    found.append(Combination((), ("other",), (f"{union.id}/{at}",)))
                case Union() as inner:
                    type = variant.type
                    id = type.id if isinstance(type, Reference) else ""
                    if nests and stays_apart(union, inner, id):
                        found.append(self._nested(inner, id, words[at]))
                    else:
                        found += self._combinations(alias, inner, nests=nests)
                case _:
                    pass
        return found

    def _nested(self, union: Union, id: str, words: Words) -> Combination:
        declared = self._workspace.find(id)
        name = declared.name.words if declared is not None else words
        return Combination((), name, (id or union.id,), union)

    def _discriminator(
        self, unions: list[Union], models: list[Part]
    ) -> Discriminator | None:
        own = [each.model.discriminator for each in models if not each.origin]
        found = [self._rule(each) for each in unions] + own
        return next((each for each in found if each is not None), None)

    def _rule(self, union: Union) -> Discriminator | None:
        """The discriminator of a union, with what those of unions inside say."""
        rule = union.discriminator
        for variant in union.variants:
            inner = self._workspace.resolve(variant.type)
            id = variant.type.id if isinstance(variant.type, Reference) else ""
            if isinstance(inner, Union) and not stays_apart(union, inner, id):
                rule = merge_discriminators(rule, self._rule(inner), id)
        return rule

    def _variant(
        self,
        alias: Alias,
        base: list[Part],
        maps: list[Map],
        combination: Combination,
        all: list[Combination],
    ) -> Type:
        """Declare the common part and one combination as a model, if it has properties of its own.

        Args:
            alias: What is merged.
            base: The common models.
            maps: The common objects with free keys.
            combination: What this variant adds.
            all: All of them: a value may fit several, and what others add is a further property.
        """
        chosen = [part for part in combination.parts if isinstance(part, Part)]
        free = [part for part in combination.parts if isinstance(part, Map)]
        if combination.inside is not None:
            return self._union_inside(
                alias, base, maps, combination, combination.inside
            )
        model = self._merged(alias, [*base, *chosen], [*maps, *free])
        if is_for_the_rest([*base, *chosen], [*maps, *free]):
            model = with_types_of(model, all)
        if not has_properties(model) and not model.closed:
            value = Anything() if model.additional is None else model.additional
            return Map(value=value)
        if len(combination.parts) == 1 and chosen and adds_nothing(model, chosen[0]):
            return Reference(id=chosen[0].origin)
        id = f"{alias.id}&{combination.id}"
        if self._workspace.find(id) is None:
            docs = chosen[-1].model.docs if chosen else alias.docs
            tag = chosen[-1].model.tag if chosen else ""
            name = self._name(alias, combination)
            origin = self._origin(alias, combination)
            self._workspace.made[id] = replace(
                model, id=id, name=name, docs=docs, tag=tag, origin=origin
            )
        return Reference(id=id)

    def _origin(self, alias: Alias, combination: Combination) -> VariantOf:
        variants = tuple(map(self._workspace.last_source, combination.ids))
        name = self._workspace.name_of(variants[-1])
        return VariantOf(schema=alias.id, variants=variants, name=name)

    def _union_inside(
        self,
        alias: Alias,
        base: list[Part],
        maps: list[Map],
        combination: Combination,
        inside: Union,
    ) -> Reference:
        """Declare the common part with a union as a union of its own."""
        declared = self._workspace.find(combination.id)
        if declared is not None and not self._adds(alias, base, maps, inside):
            return Reference(id=combination.id)
        id = f"{alias.id}&{combination.id}"
        if self._workspace.find(id) is None:
            into = Alias(
                id=id,
                name=self._name(alias, combination),
                place=alias.place,
                type=inside,
                docs=declared.docs if declared else alias.docs,
                tag=declared.tag if declared else "",
                origin=self._origin(alias, combination),
            )
            self._workspace.made[id] = into
            made = self.distribute(into, base, maps, [inside])
            self._workspace.made[id] = made
        return Reference(id=id)

    def _adds(
        self, alias: Alias, base: list[Part], maps: list[Map], inside: Union
    ) -> bool:
        """Whether what stands beside a union says more than its variants do themselves."""
        for combination in self._combinations(alias, inside):
            (part,) = combination.parts or (None,)
            if not isinstance(part, Part):
                return True
            if not adds_nothing(self._merged(alias, [*base, part], maps), part):
                return True
        return False

    def _merged(self, alias: Alias, parts: list[Part], maps: list[Map]) -> Model:
        into = replace(blank(alias), constraints=(), example=None)
        return replace(self._merger.merge(into, parts, maps), discriminator=None)

    def _name(self, alias: Alias, combination: Combination) -> Name:
        mine = alias.name.words
        short = (
            combination.words[len(mine) :]
            if combination.words[: len(mine)] == mine
            else ()
        )
        return self._workspace.names.choose(
            join(mine, short or combination.words), mine + combination.words
        )
