"""Gives an operation that answers either at once or as a stream a method for each.

A pure step before the package is laid out: one method can't return both a value and a stream, so
the stream gets a method of its own, `create_stream` beside `create`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from generator.ir.api import Api
from generator.ir.name import Name
from generator.ir.operation import MediaType, Operation, Response
from generator.targets.python.media import Kind, kind_of


def split_streams(api: Api) -> Api:
    """Split every operation that has both kinds of successful answers."""
    operations = tuple(part for item in api.operations for part in _split(item))
    return msgspec.structs.replace(api, operations=operations)


def is_stream(media: MediaType) -> bool:
    """Whether a body is handed out item by item."""
    return kind_of(media) in {Kind.EVENTS, Kind.LINES}


def _split(operation: Operation) -> Iterator[Operation]:
    medias = [
        media
        for response in operation.responses
        if response.is_success
        for media in response.content
    ]
    if not any(map(is_stream, medias)) or all(map(is_stream, medias)):
        yield operation
        return
    spelled = operation.name.preferred or operation.name.wire
    yield _keep(operation, lambda media: not is_stream(media))
    yield msgspec.structs.replace(
        _keep(operation, is_stream),
        id=f"{operation.id} stream",
        name=Name(wire=operation.name.wire, preferred=f"{spelled} stream"),
        pagination=None,
    )


def _keep(operation: Operation, wanted: Callable[[MediaType], bool]) -> Operation:
    """The operation with only some of the representations of its successful answers."""
    responses = tuple(_filter(item, wanted) for item in operation.responses)
    kept = tuple(item for item in responses if item is not None)
    return msgspec.structs.replace(operation, responses=kept)


def _filter(response: Response, wanted: Callable[[MediaType], bool]) -> Response | None:
    if not response.is_success or not response.content:
        return response
    content = tuple(media for media in response.content if wanted(media))
    return msgspec.structs.replace(response, content=content) if content else None
