"""Find the bodies that are one of several objects, whose members can be passed one by one.

Those are bodies of at most eight object variants whose members don't clash: what two variants call
by one name has a JSON type in both that is the same, so that one argument can stand for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Field, Model
from generator.ir.graph import Find, flatten
from generator.ir.operation import MediaType
from generator.ir.types import Null, Type
from generator.refine.types.json_types import NONE, OBJECT, JsonTypes, json_types_of

_MOST = 8
# Stands for the members that an open variant doesn't list.
_FURTHER = ""


def find_body_variants(api: Api, notebook: Notebook) -> Api:
    """Write down the variants of each body that is one of several objects."""
    del notebook
    find = {each.id: each for each in api.declarations}.get
    operations = tuple(
        (
            replace(
                each,
                body=replace(each.body, content=with_variants(each.body.content, find)),
            )
            if each.body
            else each
        )
        for each in api.operations
    )
    return replace(api, operations=operations)


def with_variants(content: Iterable[MediaType], find: Find) -> tuple[MediaType, ...]:
    """Representations of a body, with the ids of the variants of each."""
    return tuple(
        (
            replace(media, variants=found)
            if (found := _variants(media.type, find))
            else media
        )
        for media in content
    )


def settable(model: Model) -> dict[str, Field]:
    """The members of a body that a caller may set, by their names."""
    return {each.name.wire: each for each in model.fields if not each.read_only}


def _variants(type: Type, find: Find) -> tuple[str, ...]:
    kinds = [one for one in flatten(type, find) if not isinstance(one, Null)]
    models = {one.id: one for one in kinds if isinstance(one, Model)}
    are_objects = all(isinstance(one, Model) for one in kinds)
    if not are_objects or not 1 < len(models) <= _MOST:
        return ()
    return () if _clash(models.values(), find) else tuple(models)


def _clash(models: Iterable[Model], find: Find) -> bool:
    """Whether a member has no JSON type in one model that it has in another."""
    members: dict[str, list[JsonTypes]] = {}
    for model in models:
        for name, field in settable(model).items():
            members.setdefault(name, []).append(_json_types(field.type, find))
        if model.additional is not None:
            further = _json_types(model.additional, find)
            members.setdefault(_FURTHER, []).append(further)
    return any(
        one.isdisjoint(other)
        for types in members.values()
        for one, other in combinations(types, 2)
    )


def _json_types(type: Type, find: Find) -> JsonTypes:
    """The JSON types of a value, without null, of which nothing may be left."""
    kinds = NONE.union(
        *(
            OBJECT if isinstance(one, Model) else json_types_of(one, {})
            for one in flatten(type, find)
        )
    )
    return kinds - {"null"} or kinds
