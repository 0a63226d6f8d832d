"""Every place of an Api where a type stands, outside declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import is_
from typing import NamedTuple, TypeAlias, TypeVar

from msgspec.structs import replace

from generator.ir.api import Api
from generator.ir.operation import (
    Body,
    Callback,
    Encoding,
    Header,
    MediaType,
    Operation,
    Parameter,
    Response,
)
from generator.ir.types import Type
from generator.refine.rewrite.types import Change, map_declaration, rebuilding


class TypeUse(NamedTuple):
    """Where a type stands: its operation or callback, and the way to it from there."""

    holder: Operation | Callback
    role: str
    keys: tuple[str, ...] = ()

    def at(self, role: str, *keys: str) -> TypeUse:
        """A use of the same holder."""
        return TypeUse(self.holder, role, (*self.keys, *keys))


Each = TypeVar("Each")
Held = TypeVar("Held", MediaType, Encoding)
Visit: TypeAlias = Callable[[Type, TypeUse], Type]


def map_types(api: Api, change: Change) -> Api:
    """Apply a change to every type of an Api, to the innermost ones first."""

    changed = rebuilding(change)
    return replace(
        map_uses(api, lambda type, use: changed(type)),
        declarations=tuple(map_declaration(each, changed) for each in api.declarations),
    )


def map_uses(api: Api, visit: Visit) -> Api:
    """Replace every outermost type of operations and webhooks by what `visit` makes of it."""
    return replace(
        api,
        operations=_each(api.operations, lambda each: visit_operation(each, visit)),
        webhooks=_each(api.webhooks, lambda each: _callback(each, visit)),
    )


def visit_operation(operation: Operation, visit: Visit) -> Operation:
    """Replace every outermost type of an operation by what `visit` makes of it."""
    here = TypeUse(operation, "")
    parameters = _each(operation.parameters, lambda each: _parameter(each, here, visit))
    body = operation.body and _body(operation.body, here.at("request"), visit)
    responses = _each(operation.responses, lambda each: _response(each, here, visit))
    callbacks = _each(operation.callbacks, lambda each: _callback(each, visit))
    new = (parameters, body, responses, callbacks)
    if _same(
        new,
        (
            operation.parameters,
            operation.body,
            operation.responses,
            operation.callbacks,
        ),
    ):
        return operation
    return replace(
        operation,
        parameters=parameters,
        body=body,
        responses=responses,
        callbacks=callbacks,
    )


def used_types(holder: Operation | Callback) -> Iterator[Type]:
    """Every outermost type of an operation or a callback, in order."""
    if isinstance(holder, Operation):
        for parameter in holder.parameters:
            yield parameter.type
        for response in holder.responses:
            yield from (header.type for header in response.headers)
            yield from _content_types(response.content)
        for callback in holder.callbacks:
            yield from used_types(callback)
    if holder.body is not None:
        yield from _content_types(holder.body.content)


def received_types(api: Api) -> Iterator[Type]:
    """The types of all bodies that the server sends: answers, and what it calls back with."""
    for operation in api.operations:
        for response in operation.responses:
            yield from _content_types(response.content)
    called = (each for operation in api.operations for each in operation.callbacks)
    for callback in (*called, *api.webhooks):
        if callback.body is not None:
            yield from _content_types(callback.body.content)


def _content_types(content: tuple[MediaType, ...]) -> Iterator[Type]:
    for media in content:
        yield media.type
        if media.item is not None:
            yield media.item
        for encoding in _encodings(media):
            yield from (header.type for header in encoding.headers)


def _encodings(holder: MediaType | Encoding) -> Iterator[Encoding]:
    """The encodings of a body or a part, and those within each."""
    last = () if holder.item_encoding is None else (holder.item_encoding,)
    for encoding in (*holder.encodings, *holder.prefix_encodings, *last):
        yield encoding
        yield from _encodings(encoding)


def _same(new: tuple[object, ...], old: tuple[object, ...]) -> bool:
    return all(map(is_, new, old))


def _each(values: tuple[Each, ...], change: Callable[[Each], Each]) -> tuple[Each, ...]:
    """The changed values, or the very same tuple where none changes."""
    if not values:
        return values
    changed = tuple(map(change, values))
    return values if _same(changed, values) else changed


def _parameter(parameter: Parameter, use: TypeUse, visit: Visit) -> Parameter:
    here = use.at("parameter", parameter.name.wire, parameter.place.pointer)
    type = visit(parameter.type, here)
    return parameter if type is parameter.type else replace(parameter, type=type)


def _callback(callback: Callback, visit: Visit) -> Callback:
    if callback.body is None:
        return callback
    body = _body(callback.body, TypeUse(callback, "payload"), visit)
    return callback if body is callback.body else replace(callback, body=body)


def _body(body: Body, use: TypeUse, visit: Visit) -> Body:
    content = _content(body.content, use, visit)
    return body if content is body.content else replace(body, content=content)


def _response(response: Response, use: TypeUse, visit: Visit) -> Response:
    here = use.at("response", response.status)
    content = _content(response.content, here, visit)
    headers = response.headers
    if headers:
        headers = _headers(headers, use.at("header", response.status), visit)
    if content is response.content and headers is response.headers:
        return response
    return replace(response, content=content, headers=headers)


def _content(
    content: tuple[MediaType, ...], use: TypeUse, visit: Visit
) -> tuple[MediaType, ...]:
    return _each(
        content,
        lambda media: _media(media, use.at(use.role, media.content_type), visit),
    )


def _media(media: MediaType, use: TypeUse, visit: Visit) -> MediaType:
    type = visit(media.type, use)
    item = None if media.item is None else visit(media.item, use.at("item"))
    if type is not media.type or item is not media.item:
        media = replace(media, type=type, item=item)
    if not _has_headers(media):
        return media
    return _encoded(media, lambda each: _encoding(each, use, visit))


def _has_headers(holder: MediaType | Encoding) -> bool:
    """Whether an encoding of a body or a part, or one within, has headers."""
    is_encoded = holder.encodings or holder.prefix_encodings or holder.item_encoding
    return bool(is_encoded) and any(each.headers for each in _encodings(holder))


def _encoded(holder: Held, change: Callable[[Encoding], Encoding]) -> Held:
    """A body or a part with its encodings changed."""
    last = holder.item_encoding
    return replace(
        holder,
        encodings=_each(holder.encodings, change),
        prefix_encodings=_each(holder.prefix_encodings, change),
        item_encoding=None if last is None else change(last),
    )


def _encoding(encoding: Encoding, use: TypeUse, visit: Visit) -> Encoding:
    here = use.at("header", encoding.property)
    headers = _headers(encoding.headers, here, visit)
    if headers is not encoding.headers:
        encoding = replace(encoding, headers=headers)
    if not _has_headers(encoding):
        return encoding
    return _encoded(encoding, lambda each: _encoding(each, here, visit))


def _headers(
    headers: tuple[Header, ...], use: TypeUse, visit: Visit
) -> tuple[Header, ...]:
    return _each(headers, lambda each: _header(each, use, visit))


def _header(header: Header, use: TypeUse, visit: Visit) -> Header:
    type = visit(header.type, use.at("header", header.name.wire))
    return header if type is header.type else replace(header, type=type)
