"""Find the models that are another one with more members: what a target may make a subclass.

An answer that is `allOf: [Contact, {one more member}]` has no name, and the same schema may be
written under each operation. It extends `Contact` where nothing that is added narrows what
`Contact` says, and stands once for all places where the same is added. It is called after what is
added, `contact_with_note`, so that the name survives when the document grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Declaration, InPlace, Model, added_fields, extends
from generator.ir.graph import behind, reachable
from generator.ir.types import Reference, Type
from generator.refine.hoist.unique_names import UniqueNames, join
from generator.refine.rewrite.api import map_types, received_types
from generator.refine.types.equivalence import Equivalence

_Index = Mapping[str, Declaration]

# A name lists so many added members, in so many words; with more it is that of the place.
_MOST_ADDED, _MOST_WORDS = 2, 6


def find_subclasses(api: Api, notebook: Notebook) -> Api:
    """Fill `base` of every unnamed model that extends a named one, and keep each shape once."""
    del notebook
    index = {each.id: each for each in api.declarations}
    received = reachable(received_types(api), index)
    extending = [
        replace(each, base=base.id)
        for each in api.declarations
        if isinstance(each, Model) and (base := _base_of(each, index)) is not None
    ]
    # What is only sent is a dict, unless it may be what was received.
    extending.sort(key=lambda each: each.id not in received)
    first = _first_alike(extending, index)
    kept = {
        each.id: each
        for each in extending
        if each.id not in first and each.id in received
    }
    first = {id: other for id, other in first.items() if other in kept}
    if not kept:
        return api
    named = _named(kept, index)
    declarations = tuple(
        named.get(each.id, each) for each in api.declarations if each.id not in first
    )

    def change(type: Type) -> Type:
        if isinstance(type, Reference) and type.id in first:
            return Reference(id=first[type.id])
        return type

    return map_types(replace(api, declarations=declarations), change)


def _base_of(model: Model, index: _Index) -> Model | None:
    """The named model that an unnamed one has all of; None where it has another one's, too.

    One that has a base already is called after it already.
    """
    if model.name.wire or model.base:
        return None
    ends = [behind(Reference(id=id), index.get) for id in model.parents]
    parents = [index.get(end.id) for end in ends if isinstance(end, Reference)]
    for base in parents:
        if isinstance(base, Model) and base.name.wire and base.id != model.id:
            above = {base.id, *base.parents}
            is_only = all(each and each.id in above for each in parents)
            return base if is_only and extends(model, base) else None
    return None


def _first_alike(models: Iterable[Model], index: _Index) -> dict[str, str]:
    """For each model of a shape that an earlier one has, the earlier one's id."""
    equivalence = Equivalence(index)
    found: dict[str, str] = {}
    groups: dict[tuple[object, ...], list[Model]] = {}
    for model in models:
        base = index[model.base]
        added = added_fields(model, base) if isinstance(base, Model) else ()
        names = frozenset(field.name.wire for field in added)
        group = groups.setdefault((model.base, names, model.tag), [])
        for other in group:
            if (
                model.constraints == other.constraints
                and equivalence.are_fields_equivalent(model.fields, other.fields)
            ):
                found[model.id] = other.id
                break
        else:
            group.append(model)
    return found


def _named(models: Mapping[str, Model], index: _Index) -> dict[str, Declaration]:
    """Models called after what is added to which, and after the latter what stands inside."""
    names = UniqueNames(index.values())
    found: dict[str, Declaration] = {}
    for model in models.values():
        base = index[model.base]
        assert isinstance(base, Model)  # noqa: S101 -- as `_base_of` has found it
        found[model.id] = model
        added = [field.name.words for field in added_fields(model, base)]
        if (
            not 0 < len(added) <= _MOST_ADDED
            or not all(added)
            or sum(map(len, added)) > _MOST_WORDS
        ):
            continue
        more = ("and", *added[1]) if added[1:] else ()
        words = (*base.name.words, "with", *added[0], *more)
        found[model.id] = replace(model, name=names.choose(words))
        before = model.name.words
        for each in index.values():
            own = each.name.words
            if _stands_in(each, model.id, index) and own[: len(before)] == before:
                inside = join(base.name.words, own[len(before) :])
                candidates = (inside, (*words, *own[len(before) :]))
                found[each.id] = replace(each, name=names.choose(*candidates))
    return found


def _stands_in(declaration: Declaration, id: str, index: _Index) -> bool:
    """Whether a declaration was written inside another one, however deep."""
    origin = declaration.origin
    while isinstance(origin, InPlace) and origin.inside and origin.inside != id:
        around = index.get(origin.inside)
        origin = around.origin if around is not None else InPlace()
    return isinstance(origin, InPlace) and origin.inside == id
