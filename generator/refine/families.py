"""Make a parent whose children extend it by allOf the union that it stands for.

Where a schema with a `discriminator` is referred to, any of its children may stand. So the parent's
name becomes that of a union: its children, in the document's order, and last the parent's own
properties as a model of their own (`Pet` of `Cat`, `Dog` and `PetBase`), which also takes values
whose tag is unknown. A child that has children is such a parent too. Nothing that a server sends
is lost then, and adding a child changes one union.
"""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration, Model
from generator.ir.types import Discriminator, Reference, Union, Variant
from generator.ir.value import Docs, Text
from generator.refine.naming import Names


def extend_families(api: Api, notebook: Notebook) -> Api:
    """Replace every parent that has children by a union and a base."""
    models = {each.id: each for each in api.declarations if isinstance(each, Model)}
    rules = _rules(models)
    children = _children(models, rules)
    names = Names(api.declarations)
    declarations: list[Declaration] = []
    for each in api.declarations:
        if isinstance(each, Model) and children.get(each.id):
            rule = _based(rules[each.id], each.id, children)
            members = tuple(_base(id, children) for id in children[each.id])
            declarations += _family(each, rule, members, names)
        elif isinstance(each, Model) and each.discriminator is not None:
            declarations.append(replace(each, discriminator=None))
        else:
            declarations.append(each)
    return replace(api, declarations=tuple(declarations))


def _rules(models: dict[str, Model]) -> dict[str, Discriminator]:
    """The discriminator of each model: its own, or the nearest that it inherits."""
    rules: dict[str, Discriminator] = {}
    for model in models.values():
        own = [model.discriminator]
        own += [models[id].discriminator for id in model.parents if id in models]
        found = next((each for each in own if each is not None), None)
        if found is not None:
            rules[model.id] = found
    return rules


def _children(
    models: dict[str, Model], rules: dict[str, Discriminator]
) -> dict[str, tuple[str, ...]]:
    """The ids of the models that may stand for each parent, itself excluded."""
    found: dict[str, dict[str, None]] = {}
    for model in models.values():
        for parent in model.parents:
            if parent in rules:
                found.setdefault(parent, {})[model.id] = None
        if model.discriminator is not None:
            for _, id in model.discriminator.mapping:
                if id in models and id != model.id and id not in model.parents:
                    found.setdefault(model.id, {})[id] = None
    return {id: tuple(each) for id, each in found.items()}


def _base(id: str, children: dict[str, tuple[str, ...]]) -> str:
    """The id of a family member's own properties."""
    return f"{id}#base" if children.get(id) else id


def _based(
    rule: Discriminator, parent: str, children: dict[str, tuple[str, ...]]
) -> Discriminator:
    """What of a rule concerns a parent and its children."""
    members = {*children[parent], parent}
    mapping = tuple(
        (value, _base(id, children)) for value, id in rule.mapping if id in members
    )
    default = rule.default if rule.default in members else parent
    return Discriminator(
        property=rule.property, mapping=mapping, default=_base(default, children)
    )


def _family(
    parent: Model, rule: Discriminator, members: tuple[str, ...], names: Names
) -> tuple[Alias, Model]:
    share = Text(raw=f"What every `{parent.name.wire}` has, whatever its kind.")
    base = replace(
        parent,
        id=f"{parent.id}#base",
        name=names.choose((*parent.name.words, "base")),
        discriminator=None,
        docs=(
            replace(parent.docs, description=share)
            if _is_silent(parent.docs)
            else parent.docs
        ),
    )
    union = Union(
        variants=tuple(Variant(type=Reference(id=id)) for id in (*members, base.id)),
        discriminator=rule,
    )
    alias = Alias(
        id=parent.id,
        name=parent.name,
        place=parent.place,
        type=union,
        tag=parent.tag,
        docs=parent.docs,
        deprecated=parent.deprecated,
    )
    return alias, base


def _is_silent(docs: Docs) -> bool:
    return not docs.summary and not docs.description
