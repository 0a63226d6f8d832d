"""Answers that the API's description doesn't have, as the type that a caller names."""

from __future__ import annotations

from functools import lru_cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from ..argument_checks import kind_of
from ..errors import ArgumentError
from ..json.codec import Codec
from ..json.model import dec_hook
from ..json.plain_data import Annotation
from ..json.unions import is_union, union
from .content import Bytes, Content, Empty, Json, JsonOrText, undeclared

_MOST_KINDS = 512


class AnyContent(Content[Any]):
    """JSON, text or bytes, as the answer says; None where it is empty."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("application/json, */*;q=0.9")

    def decode(
        self, body: bytes, content_type: str, codec: Codec, where: str
    ) -> Any:  # noqa: ANN401 -- any value may stand here
        """The body as what its media type says."""
        if not body:
            return None
        return undeclared(content_type).decode(body, content_type, codec, where)


def content_of(kind: Annotation) -> Content[Any]:
    """The content of a type that a caller names.

    Args:
        kind: Any annotation that stands for JSON, bytes for the body as it is, None for nothing,
            Any for what the answer says.

    Raises:
        ArgumentError: It is none of these.
    """
    if kind is Any or kind is object:
        return AnyContent()
    if kind is bytes:
        return Bytes()
    if kind is None or kind is NoneType:
        return Empty()
    return JsonOrText(str) if kind is str else Json(decodable(kind))


def decodable(kind: Annotation) -> Annotation:
    """A type as the decoder takes it: the models of a union are told apart by their members.

    Args:
        kind: Any annotation that stands for JSON.

    Raises:
        ArgumentError: It stands for none.
    """
    try:
        return _decodable(kind)
    except TypeError as error:
        shown = kind_of(kind) if isinstance(kind, type) else repr(kind)
        raise ArgumentError(f"JSON can't be read as {shown}: {error}") from error


@lru_cache(_MOST_KINDS)
def _decodable(kind: Annotation) -> Annotation:
    try:
        msgspec.json.Decoder(kind, dec_hook=dec_hook)
    except TypeError:
        rebuilt = _rebuilt(kind)
        if rebuilt is kind:
            raise
        kind = rebuilt
        msgspec.json.Decoder(kind, dec_hook=dec_hook)
    for one in _classes(kind):
        _check_class(one)
    return kind


def _rebuilt(kind: Annotation) -> Annotation:
    """The type with a stand-in in the place of each union, however deep it stands."""
    # `type X = ...` of Python 3.12 and later, and a NewType.
    named = getattr(kind, "__value__", None) or getattr(kind, "__supertype__", None)
    if named is not None:
        return _rebuilt(named)
    arguments: tuple[Annotation, ...] = get_args(kind)
    origin: Annotation = get_origin(kind)
    if is_union(kind):
        variants = tuple(_rebuilt(one) for one in arguments if one is not NoneType)
        name = " | ".join(getattr(one, "__name__", str(one)) for one in variants)
        first, *others = variants
        # msgspec takes null beside a stand-in, and nothing else.
        found = union(name, lambda: variants) if others else first
        return found if len(variants) == len(arguments) else found | None
    if origin is Annotated:
        return _rebuilt(kind.__origin__)
    inner = tuple(one if one is ... else _rebuilt(one) for one in arguments)
    if inner == arguments or origin is Literal:
        return kind
    return origin[inner]


def _classes(kind: Annotation) -> list[type]:
    """The classes and generic types that a type is made of, without those within its models."""
    own = [kind] if isinstance(kind, type) or get_origin(kind) is not None else []
    return own + [found for one in get_args(kind) for found in _classes(one)]


def _check_class(kind: type) -> None:
    from msgspec.inspect import (  # noqa: PLC0415 -- slow to load
        CustomType,
        type_info,
    )

    if isinstance(type_info(kind), CustomType) and not hasattr(kind, "__decode__"):
        raise TypeError(f"{kind.__name__} is no model, dataclass or type of JSON")
