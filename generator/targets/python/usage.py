"""Which declarations a caller sends, and which the server sends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

import msgspec

from generator.ir.api import Api
from generator.ir.declarations import Alias, Model
from generator.ir.graph import loops
from generator.ir.operation import Body, Operation
from generator.ir.types import (
    Anything,
    Array,
    Binary,
    Boolean,
    Distinct,
    Enumeration,
    Integer,
    Map,
    Nothing,
    Null,
    Nullable,
    Number,
    Reference,
    String,
    Tuple,
    Type,
    Union,
)
from generator.targets.python.declaration_index import Index
from generator.targets.python.media.request_media import exploded, preferred
from generator.targets.python.types.formats import format_of


class Usage(msgspec.Struct, frozen=True):
    """Ids of declarations by direction; one may be in both."""

    requests: frozenset[str]
    responses: frozenset[str]


def find_usage(api: Api, index: Index) -> Usage:
    """Follow every operation's and webhook's types to the declarations they lead to."""
    return Usage(
        requests=_reach(request_types(api, index), index, is_request=True),
        responses=_reach(response_types(api), index, is_request=False),
    )


def read_alike(index: Index) -> frozenset[str]:
    """The aliases that mean the same in a request and in a response: scalars, and rows of them."""
    apart = {
        id
        for id, item in index.items()
        if isinstance(item, Model) or _is_apart(item.type)
    }
    users: dict[str, list[str]] = {}
    for id, item in index.items():
        if isinstance(item, Alias):
            for used in references(item.type):
                users.setdefault(used, []).append(id)
    waiting = list(apart)
    while waiting:
        for user in users.get(waiting.pop(), ()):
            if user not in apart:
                apart.add(user)
                waiting.append(user)
    return frozenset(index) - apart


def recursive_aliases(index: Index) -> frozenset[str]:
    """The aliases that hold themselves, without a model in between, which Python evaluates late."""
    uses = {
        id: tuple(references(item.type))
        for id, item in index.items()
        if isinstance(item, Alias)
    }
    return frozenset[str]().union(*loops(uses))


def _is_apart(type: Type) -> bool:
    match type:
        case String():
            format = format_of(type)
            return format is not None and format.takes_text
        case Array() | Map() | Binary():
            return True
        case Union(strategy=strategy) if not isinstance(strategy, Distinct):
            return True
        case _:
            return any(_is_apart(child) for child in children(type))


def sent_fields(model: Model) -> tuple[Type, ...]:
    """The types of what a caller may set on a model."""
    own = tuple(field.type for field in model.fields if not field.read_only)
    return own if model.additional is None else (*own, model.additional)


def received_fields(model: Model) -> tuple[Type, ...]:
    """The types of what a server may set on a model."""
    own = tuple(field.type for field in model.fields if not field.write_only)
    return own if model.additional is None else (*own, model.additional)


def children(type: Type) -> tuple[Type, ...]:
    """The types that a type is made of, one level down; references aren't followed.

    Left out are the kinds of lists that callers alone tell apart.
    """
    match type:
        case Array(item=inner) | Map(value=inner) | Nullable(inner=inner):
            return (inner,)
        case Tuple(items=items, rest=rest):
            return (*items, rest)
        case Union(variants=variants):
            return tuple(variant.type for variant in variants)
        case (
            Anything()
            | Nothing()
            | Null()
            | Boolean()
            | Integer()
            | Number()
            | String()
            | Binary()
            | Enumeration()
            | Reference()
        ):
            return ()
        case _:
            assert_never(type)


def references(type: Type, *, is_sent: bool = False) -> Iterator[str]:
    """The ids that a type names, at any depth, in order.

    Args:
        type: The type.
        is_sent: Whether callers pass it, who tell kinds of lists apart.
    """
    if isinstance(type, Reference):
        yield type.id
    kinds = type.kinds if is_sent and isinstance(type, Array) else ()
    for child in kinds or children(type):
        yield from references(child, is_sent=is_sent)


def request_types(api: Api, index: Index) -> Iterator[Type]:
    """The types of everything that a caller sends, a body's fields in its place."""
    for operation in api.operations:
        for parameter in operation.parameters:
            yield parameter.type
        if operation.body is None:
            continue
        if model := exploded(operation.body, index):
            yield from sent_fields(model)
        elif media := preferred(operation.body.content, index):
            yield media.item or media.type


def response_types(api: Api) -> Iterator[Type]:
    """The types of everything that a server sends, callbacks and webhooks included."""
    for operation in api.operations:
        for response in operation.responses:
            for media in response.content:
                yield media.item or media.type
    for body in _incoming(api.operations, api):
        for media in body.content:
            yield media.item or media.type


def _incoming(operations: Iterable[Operation], api: Api) -> Iterator[Body]:
    for operation in operations:
        yield from (callback.body for callback in operation.callbacks if callback.body)
    yield from (webhook.body for webhook in api.webhooks if webhook.body)


def _reach(roots: Iterable[Type], index: Index, *, is_request: bool) -> frozenset[str]:
    reached: set[str] = set()
    waiting = [id for root in roots for id in references(root, is_sent=is_request)]
    while waiting:
        id = waiting.pop()
        if id in reached:
            continue
        reached.add(id)
        match index[id]:
            case Model() as model:
                inner = sent_fields(model) if is_request else received_fields(model)
                if model.base and not is_request:
                    waiting.append(model.base)
            case Alias(type=type):
                inner = (type,)
        waiting.extend(
            found for child in inner for found in references(child, is_sent=is_request)
        )
    return frozenset(reached)


def takes_null(type: Type, index: Index, seen: frozenset[str] = frozenset()) -> bool:
    """Whether null is one of a type's values."""
    match type:
        case Nullable() | Null() | Anything():
            return True
        case Enumeration(values=values):
            return None in values
        case Union(variants=variants):
            return any(takes_null(variant.type, index, seen) for variant in variants)
        case Reference(id=id) if id not in seen and isinstance(
            found := index.get(id), Alias
        ):
            return takes_null(found.type, index, seen | {id})
        case _:
            return False
