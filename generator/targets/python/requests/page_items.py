"""The items of paged operations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ir.declarations import Model
from generator.ir.operation import Operation
from generator.ir.pagination import Keys
from generator.ir.types import Anything, Array, Map, Nullable, Tuple, Type, Union
from generator.targets.python.declaration_index import Index, resolve
from generator.targets.python.media.media_kind import Kind, kind_of_response
from generator.targets.python.media.status_groups import successes


def page_items(operation: Operation, index: Index) -> tuple[Type, ...]:
    """The types that an item may have, each once; () for an operation that isn't paged.

    There are several where the page or the response is one of several.
    """
    if operation.pagination is None:
        return ()
    keys = operation.pagination.items
    found = (
        item
        for response in successes(operation)
        for media in response.content
        if kind_of_response(media, index) in {Kind.JSON, Kind.JSON_OR_TEXT}
        for item in _items(media.type, keys, index)
    )
    return tuple(dict.fromkeys(found)) or (Anything(),)


def _items(type: Type, keys: Keys, index: Index) -> Iterator[Type]:
    found = resolve(type, index)
    match found:
        case Nullable(inner=inner):
            yield from _items(inner, keys, index)
        case Union(variants=variants):
            for variant in variants:
                yield from _items(variant.type, keys, index)
        case Anything():
            yield found
        case Array(item=item) if not keys:
            yield item
        case Tuple(items=items) if not keys:
            yield from items
        case Model(fields=fields, additional=additional) if keys:
            own = [field.type for field in fields if field.name.wire == keys[0]]
            further = [additional] if additional is not None and not own else []
            for below in own + further:
                yield from _items(below, keys[1:], index)
        case Map(value=value) if keys:
            yield from _items(value, keys[1:], index)
        case _:
            pass
