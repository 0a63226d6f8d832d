"""Forms: how the fields of a request body, or of a whole query, are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from ..errors import ArgumentError
from ..json.plain_data import is_array, is_object
from ..media_type import is_json
from . import styles
from .scalars import encode_json, plain, present


class Encoding(msgspec.Struct, frozen=True, kw_only=True):
    """How one field of a form is written; what is left empty follows the defaults.

    Args:
        content_type: The media type of its part; several, separated by commas, where the value
            decides between them.
        style: As of a query parameter.
        explode: As of a query parameter.
        item_styles: As of a query parameter.
        allow_reserved: As of a query parameter.
        headers: The headers that its part has unless the caller gives others.
        base64: Whether bytes travel as base64.
        binary: Whether it is a file, so that text in its place is refused.
        encodings: How the fields are written of a part that is a form itself.
        prefix: How the first items are written of a part that is multipart itself.
        items: How the items after these are written.
    """

    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    item_styles: tuple[str, ...] = ()
    allow_reserved: bool = False
    headers: Mapping[str, str] = {}
    base64: bool = False
    binary: bool = False
    encodings: Mapping[str, Encoding] = {}
    prefix: tuple[Encoding, ...] = ()
    items: Encoding | None = None

    @property
    def is_styled(self) -> bool:
        """Whether the field is written as a query parameter would be, not as a media type."""
        styled = self.style or self.explode is not None or self.item_styles
        return bool(styled or self.allow_reserved)

    def shape(self) -> tuple[str, bool]:
        """The style, and whether it is exploded."""
        style = self.style or "form"
        return style, style == "form" if self.explode is None else self.explode


PLAIN = Encoding()


def fields(value: object) -> dict[str, object]:
    """The members of a form that are to be sent."""
    if is_object(value):
        return present(value)
    members = plain(value)
    if is_object(members):
        return members
    raise ArgumentError(f"a form is sent from a dict, not from {type(value).__name__}")


def members(value: object, encodings: Mapping[str, Encoding]) -> list[str]:
    """The `name=value` members of a form, encoded as HTML forms are."""
    found: list[str] = []
    for name, item in fields(value).items():
        try:
            found += _written(name, plain(item), encodings.get(name, PLAIN))
        except ArgumentError as error:
            error.below(name)
            raise
    return found


def _written(name: str, value: object, encoding: Encoding) -> Iterator[str]:
    key = styles.form_percent(name)
    if encoding.is_styled:
        encode = styles.reserved if encoding.allow_reserved else styles.form_percent
        nested = styles.nested(encode, encoding.item_styles)
        yield from styles.query(key, value, *encoding.shape(), nested)
    elif is_json(encoding.content_type):
        yield f"{key}={styles.form_percent(encode_json(value).decode())}"
    else:
        for item in value if is_array(value) else [value]:
            if item is not None:
                yield f"{key}={styles.form_percent(item)}"
