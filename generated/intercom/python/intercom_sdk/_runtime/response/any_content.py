"""Answers that the API's description doesn't have, as the type that a caller names."""

from __future__ import annotations

from functools import lru_cache
from types import NoneType
from typing import Any, get_args, get_origin

from ..argument_checks import kind_of
from ..errors import ArgumentError
from ..json.codec import Codec
from ..json.plain_data import Annotation
from ..json.unions import with_standins
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
        return _checked(kind)
    except TypeError as error:
        shown = kind_of(kind) if isinstance(kind, type) else repr(kind)
        raise ArgumentError(f"JSON can't be read as {shown}: {error}") from error


@lru_cache(_MOST_KINDS)
def _checked(kind: Annotation) -> Annotation:
    kind = with_standins(kind)
    for one in _classes(kind):
        _check_class(one)
    return kind


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
