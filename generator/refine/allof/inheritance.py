"""Make a parent whose children extend it by allOf the union that it stands for.

Where a schema with a `discriminator` is referred to, any of its children may stand. So the parent's
name becomes that of a union: its children, in the document's order, and last the parent's own
properties as a model of their own (`Pet` of `Cat`, `Dog` and `PetBase`), which also takes values
whose tag is unknown. A child that has children is such a parent too: one whose own discriminator
names another property stands in its parent's union as the union that it is itself. Nothing that a
server sends is lost then, and adding a child changes one union.
"""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Alias, BaseOf, Declaration, Model
from generator.ir.types import Discriminator, Reference, Union, Variant
from generator.ir.value import Docs, Text
from generator.refine.allof.subtypes import Subtypes, base_of
from generator.refine.hoist.unique_names import UniqueNames


def expand_inheritance(api: Api, notebook: Notebook) -> Api:
    """Replace every parent that has children by a union and a base."""
    inheritance = Subtypes(api.declarations)
    names = UniqueNames(api.declarations)
    declarations: list[Declaration] = []
    for each in api.declarations:
        if isinstance(each, Model) and inheritance.is_parent(each.id):
            members, rule = inheritance.family(each.id)
            declarations += _family(each, rule, members, names)
        elif isinstance(each, Model) and each.discriminator is not None:
            declarations.append(replace(each, discriminator=None))
        else:
            declarations.append(each)
    return replace(api, declarations=tuple(declarations))


def _family(
    parent: Model, rule: Discriminator, members: tuple[str, ...], names: UniqueNames
) -> tuple[Alias, Model]:
    share = Text(raw=f"What every `{parent.name.wire}` has, whatever its kind.")
    base = replace(
        parent,
        id=base_of(parent.id),
        origin=BaseOf(schema=parent.id, name=parent.origin.name),
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
        origin=parent.origin,
        docs=parent.docs,
        deprecated=parent.deprecated,
    )
    return alias, base


def _is_silent(docs: Docs) -> bool:
    return not docs.summary and not docs.description
