"""Which representation of a request body is sent, and which others a caller can ask for."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ir.declarations import Model
from generator.ir.operation import Body, MediaType
from generator.ir.types import Anything, Binary, Map, Type
from generator.targets.python.declaration_index import (
    Index,
    besides_null,
    either,
    resolve,
    scalars,
)
from generator.targets.python.media.media_kind import STRUCTURED, Kind, kind_of

_PLAIN = "application/json"
_ORDER = (
    Kind.JSON,
    Kind.LINES,
    Kind.FORM,
    Kind.MULTIPART,
    Kind.TEXT,
    Kind.BYTES,
    Kind.EVENTS,
)


def preferred(content: Sequence[MediaType], index: Index) -> MediaType | None:
    """The representation that a body is sent in: the first of the most preferred kind.

    JSON comes first, `application/json` before other names for the same, unless only another
    representation, made of parts, can carry a file.
    """
    if len(content) == 1:
        return content[0]
    first = min(content, key=lambda media: _ORDER.index(kind_of(media)), default=None)
    if first is None or kind_of(first) in {Kind.TEXT, Kind.BYTES}:
        return first
    first = _plainest(first, content, index)
    for media in content:
        if kind_of(media) is Kind.MULTIPART and has_files(media.type, index):
            return first if is_same(first.type, media.type, index) else media
    return first


def _plainest(
    first: MediaType, content: Sequence[MediaType], index: Index
) -> MediaType:
    """What is `application/json` and holds the same as another JSON type, or that one."""
    if kind_of(first) is not Kind.JSON:
        return first
    plain = (
        each
        for each in content
        if each.range.essence == _PLAIN and is_same(first.type, each.type, index)
    )
    return min(plain, key=lambda each: each.content_type.count(";"), default=first)


def alternatives(content: Sequence[MediaType], index: Index) -> tuple[MediaType, ...]:
    """All representations that the same arguments can be sent in, the preferred one first.

    A caller gets another one by its media type, or by passing a file.
    """
    chosen = preferred(content, index)
    if chosen is None:
        return ()
    kinds = STRUCTURED if kind_of(chosen) in STRUCTURED else {kind_of(chosen)}
    others = (
        media
        for media in content
        if media is not chosen
        and kind_of(media) in kinds
        and (kind_of(media) is Kind.BYTES or not media.range.is_range)
        and is_same(chosen.type, media.type, index)
        and (kind_of(media) is not Kind.FORM or has_names(media.type, index))
    )
    return (chosen, *others)


def representations(body: Body | None, index: Index) -> tuple[MediaType, ...]:
    """The representations that a body can be sent in, the preferred one first."""
    return alternatives(body.content, index) if body else ()


def exploded(body: Body | None, index: Index) -> Model | None:
    """The model whose fields become arguments, when the body is sent as one object.

    A body that may be null is one, too: no member says as much as null does.
    """
    media = preferred(body.content, index) if body else None
    if media is None or kind_of(media) not in STRUCTURED:
        return None
    found = besides_null(media.type, index)
    return found if isinstance(found, Model) else None


def has_names(type: Type, index: Index) -> bool:
    """Whether a body may hold named fields, as a form does."""
    return any(isinstance(each, Model | Map | Anything) for each in either(type, index))


def has_files(type: Type, index: Index) -> bool:
    """Whether some field of a body holds bytes, or a list of them."""
    found = besides_null(type, index)
    types = [type]
    if isinstance(found, Model):
        types = [field.type for field in found.fields if not field.read_only]
    return any(
        isinstance(one, Binary) for each in types for one in scalars(each, index)
    )


def is_same(one: Type, other: Type, index: Index) -> bool:
    """Whether two types hold the same members, or are the same.

    A schema may be written out under each media type, and be null under one of them.
    """
    if one == other:
        return True
    left, right = besides_null(one, index), besides_null(other, index)
    if isinstance(left, Model) and isinstance(right, Model):
        return (left.fields, left.additional) == (right.fields, right.additional)
    return resolve(one, index) == resolve(other, index)
