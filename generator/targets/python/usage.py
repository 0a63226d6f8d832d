"""Which declarations a caller sends, and which the server sends."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration, Model
from generator.ir.graph import (
    closure,
    declared_types,
    inner_types,
    loops,
    references,
    users_of,
)
from generator.ir.types import (
    Array,
    Binary,
    Distinct,
    Integer,
    Map,
    String,
    Type,
    Union,
)
from generator.targets.python.declaration_index import Index
from generator.targets.python.media.request_media import exploded, preferred
from generator.targets.python.types.formats import sent_format_of


class Usage(msgspec.Struct, frozen=True):
    """Ids of declarations by direction; one may be in both."""

    requests: frozenset[str]
    responses: frozenset[str]


def find_usage(api: Api, index: Index) -> Usage:
    """Follow every operation's and webhook's types to the declarations they lead to."""
    return Usage(
        requests=closure(
            sent_references(*request_types(api, index)),
            lambda id: sent_references(*sent_types(index[id])),
        ),
        responses=closure(
            received_references(*response_types(api)),
            lambda id: received_references(*received_types(index[id])),
        ),
    )


def read_alike(index: Index) -> frozenset[str]:
    """The aliases that mean the same in a request and in a response: scalars, and rows of them."""
    apart = {
        id
        for id, item in index.items()
        if isinstance(item, Model) or _is_apart(item.type)
    }
    users = users_of(alias_uses(index))
    return frozenset(index) - closure(apart, lambda id: users.get(id, ()))


def recursive_aliases(index: Index) -> frozenset[str]:
    """The aliases that hold themselves, without a model in between, which Python evaluates late."""
    return frozenset[str]().union(*loops(alias_uses(index)))


def alias_uses(index: Index) -> dict[str, tuple[str, ...]]:
    """The ids that each alias names."""
    return {
        id: tuple(received_references(item.type))
        for id, item in index.items()
        if isinstance(item, Alias)
    }


def _is_apart(type: Type) -> bool:
    match type:
        case String() | Integer():
            format = sent_format_of(type)
            return format is not None and format.takes_json
        case Array() | Map() | Binary():
            return True
        case Union(strategy=strategy) if not isinstance(strategy, Distinct):
            return True
        case _:
            return any(_is_apart(child) for child in inner_received(type))


def sent_types(item: Declaration) -> tuple[Type, ...]:
    """The types of what a caller may set on a model, or of an alias."""
    if isinstance(item, Alias):
        return (item.type,)
    own = tuple(field.type for field in item.fields if not field.read_only)
    return own if item.additional is None else (*own, item.additional)


def received_types(item: Declaration) -> tuple[Type, ...]:
    """The types of what a server may set on a model, its base among them, or of an alias."""
    if isinstance(item, Model):
        kept = tuple(field for field in item.fields if not field.write_only)
        item = replace(item, fields=kept)
    return declared_types(item)


def inner_received(type: Type) -> tuple[Type, ...]:
    """The types inside one that a server sends: callers alone tell kinds of lists apart."""
    return (type.item,) if isinstance(type, Array) else inner_types(type)


def inner_sent(type: Type) -> tuple[Type, ...]:
    """The types inside one that callers pass."""
    kinds = type.kinds if isinstance(type, Array) else ()
    return kinds or inner_received(type)


def received_references(*types: Type) -> Iterator[str]:
    """The ids that types of responses name, at any depth, in order."""
    return references(*types, inner=inner_received)


def sent_references(*types: Type) -> Iterator[str]:
    """The ids that types of requests name, at any depth, in order."""
    return references(*types, inner=inner_sent)


def request_types(api: Api, index: Index) -> Iterator[Type]:
    """The types of everything that a caller sends, a body's fields in its place."""
    for operation in api.operations:
        for parameter in operation.parameters:
            yield parameter.type
        if operation.body is None:
            continue
        if model := exploded(operation.body, index):
            yield from sent_types(model)
        elif media := preferred(operation.body.content, index):
            yield media.item or media.type


def response_types(api: Api) -> Iterator[Type]:
    """The types of everything that a server sends, callbacks and webhooks included."""
    for operation in api.operations:
        for response in operation.responses:
            for media in response.content:
                yield media.item or media.type
    if api.event is not None:
        yield api.event
    callbacks = (one for each in api.operations for one in each.callbacks)
    for incoming in (*callbacks, *api.webhooks):
        for media in incoming.body.content if incoming.body else ():
            yield media.item or media.type
