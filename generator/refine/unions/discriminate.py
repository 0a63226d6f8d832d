"""Choose how the variants of every union are distinguished.

- Distinct: no two variants share a JSON type.
- Tagged: one required property has other values in each: the discriminator that the document
  declares, else, among models alone, the first such property.
- Selected: whatever evidence there is decides, a declared discriminator that may be missing first;
  a warning where two variants have the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from generator.diagnostics import Notebook, Place
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration
from generator.ir.types import (
    Discriminator,
    Distinct,
    PropertyTags,
    Reference,
    Selected,
    Strategy,
    Tagged,
    Type,
    Union,
)
from generator.ir.value import Scalar
from generator.refine.graph.dependency_order import dependency_order
from generator.refine.graph.least_fixpoint import json_types_of_aliases
from generator.refine.rewrite.api import TypeUse, map_uses
from generator.refine.rewrite.types import map_declaration, rebuild
from generator.refine.unions.discriminator import DiscriminatorClaims
from generator.refine.unions.facts import Evidence, Facts, VariantAnalyzer, weigh
from generator.refine.unions.subject import subject_of
from generator.refine.unions.tags import (
    Tagging,
    Tags,
    are_disjoint,
    declared_tags,
    inferred_tags,
    text_of,
)


def discriminate(api: Api, notebook: Notebook) -> Api:
    """Choose the strategy of every union."""
    chooser = _StrategyChooser(api.declarations, notebook)

    def visit(type: Type, use: TypeUse) -> Type:
        return chooser.decide_all(type, use.holder.place, "")

    declarations = chooser.declarations()
    return replace(map_uses(api, visit), declarations=declarations)


class _StrategyChooser:
    """Decides about unions, knowing all declarations."""

    def __init__(
        self, declarations: tuple[Declaration, ...], notebook: Notebook
    ) -> None:
        self._declarations = {each.id: each for each in declarations}
        self._analyzer = VariantAnalyzer(
            self._declarations, json_types_of_aliases(declarations)
        )
        self._claims = DiscriminatorClaims(self._declarations, self._analyzer)
        self._notebook = notebook

    def declarations(self) -> tuple[Declaration, ...]:
        """All declarations with their unions decided, in their old order."""
        order, _ = dependency_order(self._declarations)
        for id in order:
            if isinstance(self._declarations[id], Alias):
                self._analyzer.facts(Reference(id=id))
        decided = {id: self._decide_in(each) for id, each in self._declarations.items()}
        return tuple(decided.values())

    def decide_all(self, type: Type, place: Place, name: str) -> Type:
        """Decide about every union in a type."""

        def change(inner: Type) -> Type:
            if not isinstance(inner, Union):
                return inner
            return self._decide(inner, place, name)

        return rebuild(type, change)

    def _decide_in(self, declaration: Declaration) -> Declaration:
        name = declaration.name.wire or "".join(map(str.title, declaration.name.words))
        return map_declaration(
            declaration, lambda type: self.decide_all(type, declaration.place, name)
        )

    def _decide(self, union: Union, place: Place, name: str) -> Type:
        rule = union.discriminator
        place = union.place or place
        facts = [self._analyzer.facts(variant.type) for variant in union.variants]
        strategy = self._strategy(union, facts, place, name)
        if rule is not None:
            # An allOf may have made other schemas of those that are mapped.
            there = (pair for pair in rule.mapping if pair[1] in self._declarations)
            rule = replace(rule, mapping=tuple(there))
        return replace(union, discriminator=rule, strategy=strategy, id="", place=None)

    def _strategy(
        self, union: Union, facts: list[Facts], place: Place, name: str
    ) -> Strategy:
        rule = union.discriminator
        counts = Counter(kind for each in facts for kind in each.kinds)
        if all(count == 1 for count in counts.values()):
            return Distinct()
        tagging: Tagging | None = None
        if rule is not None:
            claims = self._claims.of(union, rule)
            tagging = declared_tags(rule, claims)
            self._note_strays(tagging.strays, place, name)
            facts = [
                _tagged(each, tags, tagging.open, rule)
                for each, tags in zip(facts, tagging.tags, strict=True)
            ]
            if tagging.is_whole and all(each.required for each in claims):
                tags, default = tagging.tags, tagging.default
                return Tagged(
                    property=rule.property, tags=_pairs(tags), default=default
                )
        models = [self._analyzer.model(variant.type) for variant in union.variants]
        whole = [model for model in models if model is not None]
        if len(whole) == len(models):
            inferred = inferred_tags(whole, self._analyzer)
            if inferred is not None:
                return Tagged(property=inferred[0], tags=_pairs(inferred[1]))
        pairs = _pairs(tagging.tags) if tagging else ()
        property = rule.property if rule and pairs else ""
        evidence = weigh(facts)
        self._warn(evidence, place, name)
        self._note_overlap(evidence, place, name)
        return Selected(property=property, tags=pairs, constants=_constants(evidence))

    def _note_strays(self, strays: Tags, place: Place, name: str) -> None:
        """Warn of what a mapping says about schemas that no value of the union may be."""
        if strays:
            what = f"of {subject_of(place, name)}"
            values = ", ".join(f"`{each}`" for each in strays)
            self._notebook.write(
                "discriminator-stray",
                f"the discriminator {what} maps {values} to what is no variant",
                place,
                hint="no variant is meant by such a tag",
            )

    def _warn(self, evidence: tuple[Evidence, ...], place: Place, name: str) -> None:
        """Warn where two object variants have the same evidence."""
        objects = [each for each in evidence if "object" in each.kinds]
        alike = Counter(repr(each._replace(kinds=())) for each in objects)
        if any(count > 1 for count in alike.values()):
            self._notebook.write(
                "union-without-tag",
                f"{subject_of(place, name)} has object variants that nothing tells apart",
                place,
                hint="the first is taken; add a discriminator",
            )

    def _note_overlap(
        self, evidence: tuple[Evidence, ...], place: Place, name: str
    ) -> None:
        """Note a property that would be the tag if no value stood in two variants."""
        for property, values in _listed_values(evidence):
            required = all(property in each.required for each in evidence)
            if required and all(values) and not are_disjoint(values):
                what = f"of {subject_of(place, name)}"
                self._notebook.write(
                    "union-tags-shared",
                    f"variants {what} share values of `{property}`",
                    place,
                    hint="their other properties tell them apart",
                )


def _tagged(facts: Facts, tags: Tags, open: Tags, rule: Discriminator) -> Facts:
    """What the discriminator adds to the facts about a variant."""
    if not tags:
        return facts
    name = rule.property
    listed = {text_of(value): value for value in facts.constants.get(name, ())}
    values = [listed.get(tag, tag) for tag in tags]
    values += [value for text, value in listed.items() if text in open]
    return facts._replace(
        constants={**facts.constants, name: tuple(values)},
        known=facts.known if name in facts.known else (*facts.known, name),
        types={name: frozenset({"string"}), **facts.types},
    )


def _constants(evidence: tuple[Evidence, ...]) -> tuple[PropertyTags, ...]:
    """The properties that list values in every variant, none of which stands in two."""
    found = (
        (property, tuple(tuple(map(text_of, some)) for some in values))
        for property, values in _listed_values(evidence)
    )
    return tuple(
        PropertyTags(property=property, tags=_pairs(tags))
        for property, tags in found
        if all(tags) and are_disjoint(tags)
    )


def _listed_values(
    evidence: tuple[Evidence, ...],
) -> Iterator[tuple[str, list[tuple[Scalar, ...]]]]:
    """The properties that list values in the first variant, with the values in each."""
    for property, _ in evidence[0].constants:
        yield property, [dict(each.constants).get(property, ()) for each in evidence]


def _pairs(tags: tuple[Tags, ...]) -> tuple[tuple[str, int], ...]:
    """Each tag and the position of its variant."""
    return tuple((tag, at) for at, each in enumerate(tags) for tag in each)
