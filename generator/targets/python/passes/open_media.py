"""Puts types in the place of their names where only the type tells how a body is written.

A pure step before names are assigned: `*/*` with text is text and with a file is bytes, also
where the schema is a `$ref`; a file is bytes under any media type.
"""

from __future__ import annotations

from msgspec.structs import replace

from generator.ir.api import Api
from generator.ir.declarations import Alias
from generator.ir.operation import MediaType, Operation
from generator.ir.types import Anything, Binary, Nullable, Reference, String, Type
from generator.ir.value import Docs
from generator.targets.python.declaration_index import Index, index_of, resolve


def resolve_open_media(api: Api) -> Api:
    """Resolve the types of bodies and responses that their media types say too little of."""
    index = index_of(api)
    operations = tuple(_resolved(item, index) for item in api.operations)
    return replace(api, operations=operations)


def _resolved(operation: Operation, index: Index) -> Operation:
    body = operation.body
    if body is not None:
        content = tuple(_plain(media, index, is_sent=True) for media in body.content)
        body = replace(body, content=content)
    responses = tuple(
        replace(one, content=tuple(_plain(media, index) for media in one.content))
        for one in operation.responses
    )
    return replace(operation, body=body, responses=responses)


def _plain(media: MediaType, index: Index, *, is_sent: bool = False) -> MediaType:
    found = resolve(media.type, index)
    is_range = media.range.is_range
    if isinstance(found, Nullable) and is_range:
        # Nothing but JSON has a null.
        inner = resolve(found.inner, index)
        found = inner if isinstance(inner, Binary | Anything) else found
    match found:
        case Binary():
            plain: Type = found
        case Anything() if is_range:
            plain = found
        case String() if is_range and is_sent:
            plain = found
        case _:
            return media
    named = index.get(media.type.id) if isinstance(media.type, Reference) else None
    if not isinstance(named, Alias):
        return replace(media, type=plain)
    docs = named.docs if media.docs == Docs() else media.docs
    constraints = media.constraints or named.constraints
    return replace(media, type=plain, docs=docs, constraints=constraints)
