"""Gives an operation that responds either at once or as a stream a method for each.

A pure step before names are assigned: one method can't return both a value and a stream, so
the stream gets a method of its own, `create_stream` beside `create`. Where a flag in the body asks
for the stream, each method sets it as its own response needs it; a method that the document fixes
this flag for is of one kind only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from generator.ir.api import Api
from generator.ir.name import Name
from generator.ir.operation import Body, MediaType, Operation, Response
from generator.ir.types import Boolean
from generator.ir.value import Json
from generator.targets.python.declaration_index import Index, besides_null, index_of
from generator.targets.python.media.media_kind import is_stream
from generator.targets.python.media.request_media import exploded

# What vendors call the flag of a body that asks for a stream.
_FLAG = "stream"


def split_streams(api: Api) -> Api:
    """Split every operation that has both kinds of successful responses."""
    index = index_of(api)
    operations = tuple(part for item in api.operations for part in _split(item, index))
    return replace(api, operations=operations)


def _split(operation: Operation, index: Index) -> Iterator[Operation]:
    medias = [
        media
        for response in operation.responses
        if response.is_success
        for media in response.content
    ]
    if not any(map(is_stream, medias)) or all(map(is_stream, medias)):
        yield operation
        return
    if (chosen := _chosen(operation.body)) is not None:
        yield _part(operation, is_streamed=chosen)
        return
    spelled = operation.name.preferred or operation.name.wire
    yield replace(
        _part(operation, is_streamed=False),
        body=_with_flag(operation.body, index, is_streamed=False),
    )
    yield replace(
        _part(operation, is_streamed=True),
        id=f"{operation.id} stream",
        name=Name(wire=operation.name.wire, preferred=f"{spelled} stream"),
        body=_with_flag(operation.body, index, is_streamed=True),
    )


def _chosen(body: Body | None) -> bool | None:
    """Whether a body that is fixed in parts asks for the stream; None where it leaves that open."""
    fixed = dict(body.fixed).get(_FLAG) if body else None
    return fixed.value if fixed and isinstance(fixed.value, bool) else None


def _part(operation: Operation, *, is_streamed: bool) -> Operation:
    """The operation with one of both kinds of successful responses."""
    if is_streamed:
        return replace(_keep(operation, is_stream), pagination=None, wait=None)
    return _keep(operation, lambda media: not is_stream(media))


def _with_flag(body: Body | None, index: Index, *, is_streamed: bool) -> Body | None:
    """The body with its flag set, if it has one."""
    model = exploded(body, index)
    if body is None or model is None:
        return body
    for field in model.fields:
        is_flag = isinstance(besides_null(field.type, index), Boolean)
        if field.name.wire == _FLAG and is_flag:
            flag = (_FLAG, Json(value=is_streamed))
            return replace(body, fixed=(*body.fixed, flag))
    return body


def _keep(operation: Operation, wanted: Callable[[MediaType], bool]) -> Operation:
    """The operation with only some of the representations of its successful responses."""
    responses = tuple(_filter(item, wanted) for item in operation.responses)
    kept = tuple(item for item in responses if item is not None)
    return replace(operation, responses=kept)


def _filter(response: Response, wanted: Callable[[MediaType], bool]) -> Response | None:
    if not response.is_success or not response.content:
        return response
    content = tuple(media for media in response.content if wanted(media))
    return replace(response, content=content) if content else None
