"""Answers whose media type the description leaves open: `*/*`, `application/*`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar, cast

from ..json.codec import Codec
from ..json.plain_data import JSON_TYPES
from ..media_type import is_json
from .content import Content, Text

T_co = TypeVar("T_co", covariant=True)

_TEXT: Final = Text()
_STRUCTURES: Final = {b"{": "object", b"[": "array"}


class JsonOrText(Content[T_co]):
    """A value that a server sends as JSON or as plain text; the answer's Content-Type tells.

    Where only text fits the type, text is also what is called JSON and is none, as a bare word, or
    is JSON of another kind.

    Args:
        type_: The type; some of its values are text, or are written as text as dates are. In JSON
            bytes are base64, and any other body is bytes itself.
        accept: The media types that a request asks for to get it.
    """

    __slots__ = ("type",)

    def __init__(
        self, type_: object, accept: str = "application/json, text/plain;q=0.9"
    ) -> None:
        super().__init__(f"{accept}, */*;q=0.1")
        self.type = type_

    def decode(self, body: bytes, content_type: str, codec: Codec, where: str) -> T_co:
        """The body, decoded if it is JSON, or else the value that its text stands for."""
        found: object = body
        if is_json(content_type) and self._is_decoded(body):
            found = codec.decode(self.type, body, where=where, whole=True)
        elif not self._is_bytes:
            text = _TEXT.decode(body, content_type, codec, where)
            known = (text, text.strip()) if text else (None, "")
            found = self._first(known, codec, where)
        # What the codec gives is what the type says.
        return cast("T_co", found)

    @property
    def _is_bytes(self) -> bool:
        return self.type in {bytes, bytes | None}

    def _is_decoded(self, body: bytes) -> bool:
        """Whether a body is JSON of a kind that the type has, or of one that no text stands for."""
        from ..json.planner import (  # noqa: PLC0415 -- most programs never need it
            Unreadable,
            converter_for,
            parse,
        )

        planned = converter_for(self.type)
        kinds = planned.json_types()
        try:
            value = parse(body)
        except Unreadable:
            kind = _STRUCTURES.get(body.lstrip()[:1])
            return kind in kinds and not self._is_bytes
        if planned.matches(value, 1) or self._is_bytes:
            return planned.matches(value, 1)
        text = body.decode("utf-8", "replace")
        return (
            value is None
            or JSON_TYPES[type(value)] in kinds
            or not planned.matches(text, 1)
        )

    def _first(self, values: Iterable[object], codec: Codec, where: str) -> object:
        """The first value that the type has; where none is, the first one, reported."""
        from ..json.planner import convert  # noqa: PLC0415 -- loaded at its first use

        converted = [convert(self.type, value, where) for value in values]
        found, drifts = next((one for one in converted if not one[1]), converted[0])
        codec.report(drifts)
        return found
