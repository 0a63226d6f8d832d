"""What the variants of a union say about the property that a discriminator names."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ir.declarations import (
    BaseOf,
    Declaration,
    InPlace,
    IntersectionOf,
    Model,
    VariantOf,
    Written,
)
from generator.ir.graph import follow
from generator.ir.types import Discriminator, Reference, Type, Union
from generator.refine.types.json_types import OBJECT
from generator.refine.unions.facts import VariantAnalyzer
from generator.refine.unions.tags import (
    TagClaim,
    Tags,
    declared_tags,
    text_of,
)


class DiscriminatorClaims:
    """Finds what variants say, looking names up among the declarations."""

    def __init__(
        self, declarations: Mapping[str, Declaration], analyzer: VariantAnalyzer
    ) -> None:
        self._declarations = declarations
        self._analyzer = analyzer

    def of(
        self, union: Union, rule: Discriminator, around: frozenset[str] = frozenset()
    ) -> tuple[TagClaim, ...]:
        """What each variant says about the property of a discriminator.

        Args:
            union: The union.
            rule: The discriminator.
            around: The aliases of the unions around it.
        """
        claims = [self._of(each.type, rule, around) for each in union.variants]
        there = {id for each in claims for id in each.schemas}
        return tuple(
            each._replace(name="") if self._is_of_another(each.ids, there) else each
            for each in claims
        )

    def _of(self, type: Type, rule: Discriminator, around: frozenset[str]) -> TagClaim:
        facts = self._analyzer.facts(type)
        if "object" not in facts.kinds:
            return TagClaim()
        ids, end = self._follow(type)
        inside = around.union(ids)
        listed: Tags = ()
        if isinstance(end, Model):
            listed = self._listed(end, rule.property)
        elif isinstance(end, Union) and around.isdisjoint(ids):
            listed = self._listed_inside(end, rule, inside)
        return TagClaim(
            ids=ids,
            parents=end.parents if isinstance(end, Model) else (),
            tag=next(filter(None, (self._declarations[id].tag for id in ids)), ""),
            name=self._name(ids[0]) if ids else "",
            listed=listed,
            schemas=tuple(map(self._schema, ids)),
            required=facts.kinds == OBJECT and rule.property in facts.required,
        )

    def _follow(self, type: Type) -> tuple[tuple[str, ...], Type | Model]:
        """The declarations that a chain of references leads through, and where it ends."""
        ids: list[str] = []
        end: Type | Model = follow(type, self._declarations.get, note=ids.append)
        if isinstance(end, Reference) and end.id not in ids:
            ids.append(end.id)
            declared = self._declarations[end.id]
            end = declared if isinstance(declared, Model) else end
        return tuple(ids), end

    def _name(self, id: str) -> str:
        """The name of a schema, if the document names it or what it was made of."""
        declared = self._declarations[id]
        is_in_place = isinstance(declared.origin, Written | InPlace)
        if is_in_place and not declared.name.wire:
            return ""
        return declared.origin.name

    def _schema(self, id: str) -> str:
        """The id by which children know a schema: a parent's, for its own properties."""
        origin = self._declarations[id].origin
        return origin.schema if isinstance(origin, BaseOf) else id

    def _is_of_another(self, ids: tuple[str, ...], there: set[str]) -> bool:
        """Whether an allOf has made a schema of one that is there itself, whose name it has."""
        origin = self._declarations[ids[0]].origin if ids else None
        match origin:
            case VariantOf(variants=made) | IntersectionOf(schemas=made):
                return made[-1] in there
            case _:
                return False

    def _listed(self, model: Model, property: str) -> Tags:
        for field in model.fields:
            if field.name.wire == property:
                values = self._analyzer.constants(field.type)
                return tuple(dict.fromkeys(map(text_of, values)))
        return ()

    def _listed_inside(
        self, union: Union, rule: Discriminator, around: frozenset[str]
    ) -> Tags:
        """What a union lists: the tags of its own discriminator, if that is of the property."""
        own = union.discriminator
        if own is not None and own.property == rule.property:
            found = declared_tags(own, self.of(union, own, around))
            return (*(tag for tags in found.tags for tag in tags), *found.open)
        lists = [each.listed for each in self.of(union, rule, around)]
        return tuple(dict.fromkeys(tag for tags in lists for tag in tags if all(lists)))
