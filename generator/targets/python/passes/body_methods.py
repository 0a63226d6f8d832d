"""Gives each representation of a body that takes other arguments a method of its own.

A pure step before names are assigned: one method can't take two sets of arguments, so a body
in JSON or in parts becomes `create` and `create_as_multipart`. A method's name tells nothing but
its own media type, so it stays as the document grows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.ir.api import Api
from generator.ir.name import Name, split
from generator.ir.operation import MediaType, Operation
from generator.ir.types import Binary
from generator.media_range import media_range
from generator.targets.python.declaration_index import Index, index_of
from generator.targets.python.media.media_kind import Kind, kind_of
from generator.targets.python.media.request_media import alternatives, is_same

_WORDS = {
    "*/*": "bytes",
    "application/octet-stream": "bytes",
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
    "text/plain": "text",
}
# What a media type says of its syntax after the plus sign, where it has a name of its own before.
_PLAIN_SYNTAX = ("+json", "+xml", "+yaml")


def split_bodies(api: Api) -> Api:
    """Split every operation whose body has representations that take different arguments."""
    index = index_of(api)
    operations = tuple(part for item in api.operations for part in _split(item, index))
    return replace(api, operations=operations)


def _split(operation: Operation, index: Index) -> Iterator[Operation]:
    body = operation.body
    first, *others = groups(body.content, index) if body else ((),)
    if not others:
        yield operation
        return
    spelled = operation.name.preferred or operation.name.wire
    yield _with_content(operation, first)
    for content in others:
        words = f"as {in_words(content[0].content_type)}"
        yield replace(
            _with_content(operation, content),
            id=f"{operation.id} {words}",
            name=Name(wire=operation.name.wire, preferred=f"{spelled} {words}"),
        )


def groups(
    content: Sequence[MediaType], index: Index
) -> tuple[tuple[MediaType, ...], ...]:
    """The representations by what a caller passes for them, the preferred ones first.

    What holds the same as JSON stands with it, whether it can be sent or not.
    """
    found: list[tuple[MediaType, ...]] = []
    waiting = [*content]
    while sent := alternatives(waiting, index):
        chosen = sent[0]
        group = tuple(
            one
            for one in waiting
            if one in sent
            or (kind_of(chosen) is Kind.JSON and is_same(chosen.type, one.type, index))
        )
        found.append(group)
        waiting = [_beside(one) for one in waiting if one not in group]
    return tuple(found) or (tuple(content),)


def _beside(media: MediaType) -> MediaType:
    """A representation beside others: a range means any but those, so it isn't JSON."""
    if media.range.is_range and kind_of(media) is Kind.JSON:
        return replace(media, type=Binary())
    return media


def _with_content(operation: Operation, content: tuple[MediaType, ...]) -> Operation:
    assert operation.body is not None  # noqa: S101 -- the caller has looked
    body = replace(operation.body, content=content)
    return replace(operation, body=body)


def in_words(content_type: str) -> str:
    """A media type in words: `json`, `merge patch`, `json version 2`."""
    media = media_range(content_type)
    type, _, subtype = media.essence.partition("/")
    subtype = subtype.replace("*", "") or type
    for syntax in _PLAIN_SYNTAX:
        subtype = subtype.removesuffix(syntax)
    words = [_WORDS.get(media.essence, " ".join(split(subtype))) or "body"]
    for key, value in media.meaning:
        words += split(f"{key} {value}")
    return " ".join(words)
