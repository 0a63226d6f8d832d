"""Gives a name to every union that msgspec can't decode, so that a stand-in can be declared for it.

A pure step before names are assigned: such a union in a response, or in a model that the
server sends, moves into an alias of its own, named after where it stood.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from generator.diagnostics import Place
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration, Field
from generator.ir.graph import LEAVES
from generator.ir.name import Name, ordinal
from generator.ir.operation import MediaType, Operation, Response
from generator.ir.types import Array, Map, Nullable, Reference, Tuple, Type, Union
from generator.targets.python.declaration_index import index_of
from generator.targets.python.types.msgspec_support import Natives
from generator.targets.python.usage import find_usage, response_types


class _Spot(msgspec.Struct, frozen=True):
    """Where a type stands: an id and words that lead there, and who owns what is found."""

    id: str
    words: str
    owner: str
    place: Place

    def below(self, step: str, *words: str) -> _Spot:
        inside = " ".join(filter(None, words)) or step
        return _Spot(
            f"{self.id}/{step}", f"{self.words} {inside}", self.owner, self.place
        )


def name_unions(api: Api) -> Api:
    """Move unions that need a stand-in into aliases."""
    index = index_of(api)
    usage = find_usage(api, index)
    step = _Step(Natives(index, response_types(api)))
    declarations = tuple(
        step.declaration(item) if item.id in usage.responses else item
        for item in api.declarations
    )
    operations = tuple(step.operation(operation) for operation in api.operations)
    return replace(
        api, declarations=declarations + tuple(step.made), operations=operations
    )


class _Step:
    """The walk, and the aliases made on the way."""

    def __init__(self, natives: Natives) -> None:
        self._natives = natives
        self.made: list[Alias] = []

    def declaration(self, item: Declaration) -> Declaration:
        """A declaration without unions that need a name; an alias may itself be one."""
        spot = _Spot(
            item.id, item.name.preferred or item.name.wire, item.owner, item.place
        )
        if isinstance(item, Alias):
            return replace(item, type=self._top(item.type, spot))
        fields = tuple(self._field(field, spot) for field in item.fields)
        rest = item.additional and self._walk(item.additional, spot.below("*", "value"))
        return replace(item, fields=fields, additional=rest)

    def _field(self, field: Field, spot: _Spot) -> Field:
        if field.type.__class__ in LEAVES:
            return field
        here = spot.below(field.name.wire, field.name.preferred)
        return replace(field, type=self._walk(field.type, here))

    def operation(self, operation: Operation) -> Operation:
        """An operation whose responses name their unions."""
        owner = "/".join(name.wire for name in operation.resource)
        spot = _Spot(operation.id, operation.id, owner, operation.place)
        return replace(
            operation,
            responses=tuple(self._response(item, spot) for item in operation.responses),
        )

    def _response(self, response: Response, spot: _Spot) -> Response:
        content = tuple(
            self._media(media, response, spot) for media in response.content
        )
        return replace(response, content=content)

    def _media(self, media: MediaType, response: Response, spot: _Spot) -> MediaType:
        if media.type.__class__ in LEAVES and media.item is None:
            return media
        words = "response" if response.is_success else "error"
        here = spot.below(f"{response.status}/{media.content_type}", words)
        return replace(
            media,
            type=self._walk(media.type, here),
            item=media.item and self._walk(media.item, here.below("item")),
        )

    def _walk(self, type: Type, spot: _Spot) -> Type:
        if not isinstance(type, Union) or self._natives.is_native(type):
            return self._top(type, spot)
        alias = Alias(
            id=spot.id,
            name=Name(wire="", preferred=spot.words),
            place=spot.place,
            type=self._top(type, spot),
            owner=spot.owner,
        )
        self.made.append(alias)
        return Reference(id=alias.id)

    def _top(self, type: Type, spot: _Spot) -> Type:
        """The type with unions inside it named, but not the type itself."""
        match type:
            case Array(item=item):
                item = self._walk(item, spot.below("item"))
                return replace(type, item=item)
            case Tuple(items=items):
                return replace(
                    type,
                    items=tuple(
                        self._walk(item, spot.below(f"item{index}", *ordinal(index)))
                        for index, item in enumerate(items)
                    ),
                )
            case Map(value=value):
                return Map(value=self._walk(value, spot.below("value")))
            case Nullable(inner=inner):
                return Nullable(inner=self._walk(inner, spot))
            case Union(variants=variants):
                return replace(
                    type,
                    variants=tuple(
                        replace(
                            variant,
                            type=self._walk(
                                variant.type,
                                spot.below(f"variant{index}", *ordinal(index)),
                            ),
                        )
                        for index, variant in enumerate(variants)
                    ),
                )
            case _:
                return type
