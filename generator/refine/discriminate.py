"""Choose how the variants of every union are told apart.

- Distinct: no two variants share a JSON type.
- Tagged: all are models, and one required property has other values in each: the discriminator
  that the document declares, else the first such property.
- Selected: whatever evidence there is decides, a declared discriminator that may be missing first;
  a warning where two variants have the same.
"""

from __future__ import annotations

from collections import Counter

import msgspec
from msgspec.structs import replace

from generator.diagnostics import Notebook, Place
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration, Model
from generator.ir.types import (
    Discriminator,
    Distinct,
    Evidence,
    Reference,
    Selected,
    Strategy,
    Tagged,
    Type,
    Union,
)
from generator.refine.dissolve import dissolve
from generator.refine.evidence import Facts, Witness, weigh
from generator.refine.kinds import kinds_of_aliases
from generator.refine.order import parts_first
from generator.refine.spots import Spot, visit_calls
from generator.refine.tags import (
    Tags,
    are_disjoint,
    declared_tags,
    inferred_tags,
    requires,
)
from generator.refine.walk import change_declaration, rebuild


def discriminate(api: Api, notebook: Notebook) -> Api:
    """Choose the strategy of every union."""
    judge = _Judge(api.declarations, notebook)

    def visit(type: Type, spot: Spot) -> Type:
        return judge.decide_all(type, spot.holder.place, "")

    declarations = judge.declarations()
    return dissolve(replace(visit_calls(api, visit), declarations=declarations))


class _Judge:
    """Decides about unions, knowing all declarations."""

    def __init__(
        self, declarations: tuple[Declaration, ...], notebook: Notebook
    ) -> None:
        self._declarations = {each.id: each for each in declarations}
        self._witness = Witness(self._declarations, kinds_of_aliases(declarations))
        self._notebook = notebook

    def declarations(self) -> tuple[Declaration, ...]:
        """All declarations with their unions decided, in their old order."""
        order, _ = parts_first(self._declarations)
        for id in order:
            if isinstance(self._declarations[id], Alias):
                self._witness.facts(Reference(id=id))
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
        return change_declaration(
            declaration, lambda type: self.decide_all(type, declaration.place, name)
        )

    def _decide(self, union: Union, place: Place, name: str) -> Type:
        rule = union.discriminator
        if rule is not None:
            rule = replace(
                rule,
                mapping=tuple(
                    pair for pair in rule.mapping if pair[1] in self._declarations
                ),
            )
        facts = [self._witness.facts(variant.type) for variant in union.variants]
        strategy = self._strategy(union, rule, facts)
        if isinstance(strategy, Selected):
            self._warn(strategy, place, name)
            self._note_overlap(strategy, place, name)
        return replace(union, discriminator=rule, strategy=strategy, id="")

    def _strategy(
        self, union: Union, rule: Discriminator | None, facts: list[Facts]
    ) -> Strategy:
        counts = Counter(kind for each in facts for kind in each.kinds)
        if all(count == 1 for count in counts.values()):
            return Distinct()
        models = [self._witness.model(variant.type) for variant in union.variants]
        tags: tuple[Tags, ...] = ()
        if rule is not None:
            tags = declared_tags(rule, models, self._witness)
            facts = [_tagged(*pair, rule) for pair in zip(facts, tags, strict=True)]
            found = [model for model in models if model is not None]
            if (
                all(tags)
                and are_disjoint(tags)
                and all(requires(model, rule.property) for model in found)
            ):
                default = _default(rule, models)
                return _tagged_by(rule.property, tags, default, weigh(facts))
        whole = [model for model in models if model is not None]
        if len(whole) == len(models):
            inferred = inferred_tags(whole, self._witness)
            if inferred is not None:
                return _tagged_by(*inferred, None, weigh(facts))
        property, pairs = rule.property if rule else "", _unshared(tags)
        return Selected(
            evidence=weigh(facts), property=property if pairs else "", tags=pairs
        )

    def _warn(self, strategy: Selected, place: Place, name: str) -> None:
        """Warn where two object variants have the same evidence."""
        objects = [each for each in strategy.evidence if "object" in each.kinds]
        looks = Counter(
            msgspec.json.encode(replace(each, kinds=())) for each in objects
        )
        if any(count > 1 for count in looks.values()):
            what = f"`{name}`" if name else "a union"
            self._notebook.write(
                "union-without-tag",
                f"{what} has object variants that nothing tells apart",
                place,
                hint="the first is taken; add a discriminator",
            )

    def _note_overlap(self, strategy: Selected, place: Place, name: str) -> None:
        """Note a property that would be the tag if no value stood in two variants."""
        for property, _ in strategy.evidence[0].constants:
            values = [
                dict(each.constants).get(property, ()) for each in strategy.evidence
            ]
            required = all(property in each.required for each in strategy.evidence)
            if required and all(values) and not are_disjoint(values):
                what = f"of `{name}`" if name else "of a union"
                self._notebook.write(
                    "union-tags-shared",
                    f"variants {what} share values of `{property}`",
                    place,
                    hint="their other properties tell them apart",
                )


def _tagged(facts: Facts, tags: Tags, rule: Discriminator) -> Facts:
    """What the discriminator adds to the facts about a variant."""
    if not tags:
        return facts
    known = (
        facts.known if rule.property in facts.known else (*facts.known, rule.property)
    )
    return facts._replace(
        constants={**facts.constants, rule.property: tags},
        known=known,
        types={rule.property: frozenset({"string"}), **facts.types},
    )


def _unshared(tags: tuple[Tags, ...]) -> tuple[tuple[str, int], ...]:
    """The tags that name one variant, and its position."""
    counts = Counter(tag for each in tags for tag in dict.fromkeys(each))
    pairs = ((tag, at) for at, each in enumerate(tags) for tag in dict.fromkeys(each))
    return tuple(pair for pair in pairs if counts[pair[0]] == 1)


def _default(rule: Discriminator, models: list[Model | None]) -> int | None:
    ids = [None if model is None else model.id for model in models]
    return ids.index(rule.default) if rule.default in ids else None


def _tagged_by(
    property: str,
    tags: tuple[Tags, ...],
    default: int | None,
    evidence: tuple[Evidence, ...],
) -> Tagged:
    pairs = tuple((tag, at) for at, each in enumerate(tags) for tag in each)
    return Tagged(property=property, tags=pairs, default=default, evidence=evidence)
