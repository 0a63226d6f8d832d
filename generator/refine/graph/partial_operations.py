"""The parts of an operation that a call can do without, when their schemas can't be read.

A required parameter, the only form of a required body and the only form of a success are needed. An
error's body, what is optional, headers, and further forms of a body are not.
"""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from generator.diagnostics import Place
from generator.ir.operation import (
    Body,
    Encoding,
    Header,
    MediaType,
    Operation,
    Parameter,
    Response,
)
from generator.refine.graph.partial_types import Partial, Where

T = TypeVar("T")


class Needed(Exception):
    """A part that is needed has a schema that can't be read."""

    def __init__(self, identity: str) -> None:
        super().__init__(identity)
        self.identity = identity


def partial_operation(operation: Operation, partial: Partial) -> Operation:
    """An operation with what is left of its parts; its callbacks aren't looked at.

    Args:
        operation: The operation.
        partial: Takes what can't be read out of types, and reports what that costs.

    Raises:
        Needed: One of them is needed, and nothing is left of it.
    """
    parameters = [_parameter(one, partial) for one in operation.parameters]
    body = operation.body
    succeeds = any(one.is_success for one in operation.responses)
    place = operation.place
    return replace(
        operation,
        parameters=tuple(one for one in parameters if one is not None),
        body=None if body is None else _body(body, partial),
        responses=tuple(
            _response(one, succeeds, place, partial) for one in operation.responses
        ),
    )


def needed_body(body: Body, partial: Partial) -> Body:
    """A body without those of its forms that can't be read.

    Raises:
        Needed: None of them is left.
    """
    where = Where(body.place, "the body")
    return replace(body, content=_content(body.content, where, partial))


def _parameter(parameter: Parameter, partial: Partial) -> Parameter | None:
    where = Where(parameter.place, f"the parameter `{parameter.name.wire}`")
    if not (identity := partial.gone(parameter.type)):
        return replace(
            parameter,
            type=partial.type(parameter.type, where),
            encodings=_encodings(parameter.encodings, where, partial),
        )
    if parameter.required:
        raise Needed(identity)
    partial.report(where, identity, "the parameter is left out")
    return None


def _body(body: Body, partial: Partial) -> Body | None:
    try:
        return needed_body(body, partial)
    except Needed as reason:
        if body.required:
            raise
        where = Where(body.place, "the request body")
        partial.report(where, reason.identity, "the request body is left out")
    return None


def _response(
    response: Response, succeeds: bool, place: Place, partial: Partial
) -> Response:
    where = Where(
        place.below("responses", response.status), f"the answer `{response.status}`"
    )
    headers = _headers(response.headers, where, partial)
    try:
        content = _content(response.content, where, partial)
    except Needed as reason:
        if response.is_success or not succeeds:
            raise
        hint = "the body of this error isn't decoded"
        partial.report(where, reason.identity, hint)
        content = ()
    return replace(response, content=content, headers=headers)


def _content(
    content: tuple[MediaType, ...], where: Where, partial: Partial
) -> tuple[MediaType, ...]:
    """The forms of a body that can be read.

    Raises:
        Needed: There are some, and none of them can.
    """
    lost = {one.content_type: partial.gone(one.type) for one in content}
    if content and all(lost.values()):
        raise Needed(lost[content[0].content_type])
    for content_type, identity in lost.items():
        if identity:
            partial.report(where, identity, f"its form `{content_type}` is left out")
    return tuple(
        _media_type(one, where, partial)
        for one in content
        if not lost[one.content_type]
    )


def _media_type(media: MediaType, where: Where, partial: Partial) -> MediaType:
    item, last = media.item, media.item_encoding
    return replace(
        media,
        type=partial.type(media.type, where),
        item=None if item is None else partial.held(item, where, "its items"),
        encodings=_encodings(media.encodings, where, partial),
        prefix_encodings=_encodings(media.prefix_encodings, where, partial),
        item_encoding=None if last is None else _encoding(last, where, partial),
    )


def _encodings(
    encodings: tuple[Encoding, ...], where: Where, partial: Partial
) -> tuple[Encoding, ...]:
    return tuple(_encoding(one, where, partial) for one in encodings)


def _encoding(encoding: Encoding, where: Where, partial: Partial) -> Encoding:
    last = encoding.item_encoding
    return replace(
        encoding,
        headers=_headers(encoding.headers, where, partial),
        encodings=_encodings(encoding.encodings, where, partial),
        prefix_encodings=_encodings(encoding.prefix_encodings, where, partial),
        item_encoding=None if last is None else _encoding(last, where, partial),
    )


def _headers(
    headers: tuple[Header, ...], where: Where, partial: Partial
) -> tuple[Header, ...]:
    kept: list[Header] = []
    for header in headers:
        if identity := partial.gone(header.type):
            hint = f"its header `{header.name.wire}` is left out"
            partial.report(where, identity, hint)
        else:
            kept.append(replace(header, type=partial.type(header.type, where)))
    return tuple(kept)
