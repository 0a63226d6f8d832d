"""Paged operations: their items, the size of their pages, and how their lists go on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.emit.text.code import Code, literal
from generator.ir.declarations import Field, Model
from generator.ir.name import Name
from generator.ir.operation import Operation
from generator.ir.pagination import (
    ByCursor,
    ByLink,
    ByOffset,
    ByPage,
    Keys,
    Pagination,
)
from generator.ir.types import (
    Anything,
    Array,
    Integer,
    Map,
    Nullable,
    Tuple,
    Type,
    Union,
)
from generator.targets.python.declaration_index import Index, either, resolve
from generator.targets.python.expressions import call_of, tuple_of
from generator.targets.python.media.media_kind import Kind, kind_of_response
from generator.targets.python.media.request_media import preferred
from generator.targets.python.media.status_groups import successes
from generator.targets.python.module import Module


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


def counts_items(operation: Operation) -> bool:
    """Whether the pages of a list say how many items it has."""
    match operation.pagination:
        case Pagination(by=ByOffset(total=total)) if total:
            return True
        case Pagination(total=total):
            return bool(total)
        case None:
            return False


def size_member(operation: Operation, keys: Keys, index: Index) -> Field:
    """The member of the request that says how many items a page has.

    Args:
        operation: The operation.
        keys: Where it stands: a parameter of the query and names in it, or names in the body.
        index: The declarations.
    """
    member = Field(name=Name(wire=keys[-1]), type=Integer())
    query = [each for each in operation.parameters if each.location == "query"]
    types = [each.type for each in query if each.name.wire == keys[0]]
    keys = keys[1:] if types else keys
    if not types and operation.body:
        media = preferred(operation.body.content, index)
        types = [media.type] if media else []
    for key in keys:
        fields = [
            field
            for type in types
            for found in either(type, index)
            if isinstance(found, Model)
            for field in found.fields
            if field.name.wire == key
        ]
        if not fields:
            return member
        types = [field.type for field in fields]
        member = fields[0]
    return member


def settings_of(pagination: Pagination, size: Keys, module: Module) -> Code:
    """The settings of a pager.

    Args:
        pagination: How the list goes on.
        size: Where the size of a page goes, () where it is an argument anyway.
        module: The module that they stand in.
    """
    by = pagination.by
    values: dict[str, Keys | str | int]
    match by:
        case ByCursor(parameter=parameter, body=body, cursor_key=key, repeats=repeats):
            # The runtime looks under the parameter's own name, too.
            own = "" if key in {parameter, *body[-1:]} else key
            values = {"next": by.next, "parameter": parameter, "body": body}
            values |= {"cursor_key": own, "more": by.more}
            values |= {"repeats": True} if repeats else {}
        case ByPage(parameter=parameter, total=total, first=first):
            values = {"parameter": parameter, "total": total}
            values |= {"first": first} if first != 1 else {}
        case ByOffset(parameter=parameter, total=total):
            values = {"parameter": parameter, "total": total}
        case ByLink(rel=rel):
            values = {"rel": "" if rel == "next" else rel}
    values |= {"size": size, "total_items": pagination.total}
    values |= {"ends_empty": True} if pagination.ends_empty else {}
    named = [
        Code(f"{name}={_value(value)}")
        for name, value in values.items()
        if value not in ("", ())
    ]
    # The runtime's classes have the names of these.
    kind = module.use("._runtime.paging.pager", by.__class__.__name__)
    return call_of(kind, [_value(pagination.items), *named])


def _value(value: Keys | str | int) -> Code:
    if isinstance(value, tuple):
        return tuple_of([literal(key) for key in value]) or Code("()")
    return literal(value)
