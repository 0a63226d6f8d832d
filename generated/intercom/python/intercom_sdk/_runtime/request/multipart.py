"""Multipart bodies: forms with files, and lists of parts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from ..errors import ArgumentError
from ..json.plain_data import is_array, is_listed, is_mapping
from ..media_type import essence, is_multipart
from . import styles
from .body import Encoded, ObjectBody
from .parts import Part, head, in_part, is_file, is_file_tuple, is_part, write_part
from .payload import Source, assemble
from .scalars import plain
from .styles import PLAIN, Encoding, form_fields

_FORM = "multipart/form-data"


class MultipartBody(ObjectBody):
    """`multipart/form-data`, or another multipart type whose parts may be a list.

    Args:
        encodings: How single fields differ from the defaults: text for scalars, JSON for objects,
            one part for each item of a list.
        content_type: The multipart type, without a boundary.
        prefix: How the first items of a list are written.
        items: How the items after these are written.
        required: Whether it is sent without any member, too.
        arrays: The fields that are lists, but for those of files: as a list a tuple is taken there,
            elsewhere as the name of a file and its content.
    """

    __slots__ = ("arrays", "encodings", "items", "prefix")

    def __init__(  # noqa: PLR0913 -- each has a meaning of its own
        self,
        encodings: Mapping[str, Encoding] | None = None,
        content_type: str = _FORM,
        *,
        prefix: Sequence[Encoding] = (),
        items: Encoding = PLAIN,
        required: bool = True,
        arrays: Sequence[str] = (),
    ) -> None:
        super().__init__(content_type, required=required)
        self.arrays: tuple[str, ...] = tuple(arrays)
        self.encodings: Mapping[str, Encoding] = encodings or {}
        self.prefix: tuple[Encoding, ...] = tuple(prefix)
        self.items: Encoding = items

    def takes_file(self, value: object) -> bool:
        """Whether one of the fields is a file or a part, or a list with one."""
        return is_mapping(value) and any(
            is_part(item) or self._is_file(name, item)
            for name, member in value.items()
            for item in _items(self._member(name, member))
        )

    def unwrap(self, value: object) -> object:
        """The value that stands in a part."""
        return in_part(value).value

    def encode(self, value: object) -> Encoded:
        """The parts, read while they are sent where they aren't in memory."""
        content_type, pieces = self.pieces(value)
        return content_type, assemble(pieces)

    def pieces(self, value: object) -> tuple[str, list[bytes | Source]]:
        """The media type with its boundary, and the body in pieces."""
        boundary = os.urandom(16).hex()
        pieces: list[bytes | Source] = []
        for above, content in self._parts(value):
            pieces += [f"--{boundary}\r\n".encode(), above, b"\r\n", *content, b"\r\n"]
        pieces.append(f"--{boundary}--\r\n".encode())
        return f"{self.content_type}; boundary={boundary}", pieces

    def _is_file(self, name: str, item: object) -> bool:
        encoding = self.encodings.get(name, PLAIN)
        # Text in the place of a file is refused here, and would be sent as it is elsewhere.
        is_wrong = encoding.binary and isinstance(item, str)
        return is_wrong or (is_file(item) and not encoding.base64)

    def _member(self, name: str, member: object) -> object:
        """A field's value, with a list in the place of any other collection that stands for one."""
        if is_array(member) or not is_listed(member):
            return member
        is_whole = name not in self.arrays and is_file_tuple(member)
        return member if is_whole else [*member]

    def _parts(self, value: object) -> Iterator[tuple[bytes, list[bytes | Source]]]:
        if not is_listed(value):
            for name, member in form_fields(value).items():
                yield from self._field(name, member, self.encodings.get(name, PLAIN))
            return
        for index, item in enumerate(value):
            encoding = self.prefix[index] if index < len(self.prefix) else self.items
            if essence(self.content_type) == _FORM:
                # The items of a form are its fields in their order, each a dict of one.
                above = in_part(item)
                for name, member in form_fields(above.value).items():
                    part = _beneath(above, member) if is_part(item) else member
                    yield from self._field(name, part, encoding)
            else:
                yield _part("", item, encoding, f"[{index}]")

    def _field(
        self, name: str, member: object, encoding: Encoding
    ) -> Iterator[tuple[bytes, list[bytes | Source]]]:
        try:
            yield from self._parts_of(name, self._member(name, member), encoding)
        except ArgumentError as error:
            error.below(name)
            raise

    @staticmethod
    def _parts_of(
        name: str, member: object, encoding: Encoding
    ) -> Iterator[tuple[bytes, list[bytes | Source]]]:
        if _is_nested(member, encoding):
            yield _part(name, member, encoding)
        elif encoding.is_styled and not _is_in_parts(member, encoding):
            shape = (*encoding.shape(), encoding.item_styles)
            for key, item in styles.fields(name, plain(member), *shape):
                yield _part(key, item, PLAIN)
        else:
            for index, one in enumerate(_items(member)):
                place = f"[{index}]" if is_array(member) else ""
                yield _part(name, one, encoding, place)


def _beneath(part: Part[object], member: object) -> Part[object]:
    """A member of what a caller has put into a part, in that part unless it has one of its own."""
    if is_part(member):
        return member
    return Part(member, part.headers, part.content_type)


def _part(
    name: str, value: object, encoding: Encoding, place: str = ""
) -> tuple[bytes, list[bytes | Source]]:
    try:
        return _written(name, value, encoding)
    except ArgumentError as error:
        error.below(place)
        raise


def _written(
    name: str, value: object, encoding: Encoding
) -> tuple[bytes, list[bytes | Source]]:
    if not _is_nested(value, encoding):
        above, content = write_part(name, value, encoding)
        return above, [content]
    part = in_part(value)
    body = MultipartBody(
        encoding.encodings,
        encoding.content_type or "multipart/mixed",
        prefix=encoding.prefix,
        items=encoding.items or PLAIN,
    )
    content_type, pieces = body.pieces(part.value)
    return head(name, "", content_type, encoding, part.headers), pieces


def _is_nested(value: object, encoding: Encoding) -> bool:
    """Whether a value is a multipart body within a part."""
    value = in_part(value).value
    if is_listed(value) and (encoding.prefix or encoding.items):
        return True
    holds_others = is_listed(value) or is_mapping(value)
    return is_multipart(encoding.content_type) and holds_others


def _is_in_parts(value: object, encoding: Encoding) -> bool:
    """Whether a style leaves one part for each item: of a list spread in a form, and of files."""
    if is_array(value) and encoding.shape() == ("form", True):
        # Lists within the list have a style of their own.
        return not encoding.item_styles
    return any(is_file(item) or is_part(item) for item in _items(value))


def _items(value: object) -> list[object]:
    if is_array(value):
        return [item for item in value if item is not None]
    return [] if value is None else [value]
