"""The parts of multipart bodies: what stands in one, and in its head."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Mapping
from typing import Generic, TypeGuard, TypeVar

from ..argument_checks import check_no_text
from ..errors import ArgumentError
from ..json.plain_data import is_array, is_object, is_tuple
from ..media_type import OCTETS, charset, concrete, guess_type, is_form, is_json
from .parameters import header
from .payload import (
    File,
    Scalar,
    Source,
    is_content,
    own_name,
    read,
    source,
)
from .scalars import encode_json, encode_text, plain, text
from .styles import Encoding, form_members

T_co = TypeVar("T_co", covariant=True)

_NAME_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


class Part(Generic[T_co]):
    """A value in a multipart body, with headers of its own.

    Args:
        value: The value, which may be a file.
        headers: Headers of the part; they win over those that the API's description fixes. Numbers
            and booleans are written as text.
        content_type: The part's media type; the description's if it isn't given.
    """

    __slots__ = ("content_type", "headers", "value")

    def __init__(
        self,
        value: T_co,
        headers: Mapping[str, Scalar] | None = None,
        content_type: str | None = None,
    ) -> None:
        self.value: T_co = value
        self.headers: Mapping[str, Scalar] = headers or {}
        self.content_type: str | None = content_type

    def __repr__(self) -> str:
        return f"Part({self.value!r})"


def is_part(value: object) -> TypeGuard[Part[object]]:
    """Whether a caller has put a value into a part."""
    return isinstance(value, Part)


def in_part(value: object) -> Part[object]:
    """A value in a part, which a caller may have made."""
    return value if is_part(value) else Part(value)


def is_file_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    """Whether a tuple is a file's name and its content, rather than a list."""
    return is_tuple(value) and isinstance(next(iter(value), ""), str | None)


def is_file(value: object) -> bool:
    """Whether a value goes into its part as it is, under a file name."""
    held = in_part(value).value
    return is_file_tuple(held) or isinstance(held, File) or is_content(held)


def write_part(
    name: str, value: object, encoding: Encoding
) -> tuple[bytes, bytes | Source]:
    """A part's head and content.

    Args:
        name: The field's name, or "" in a list of parts.
        value: What stands in it.
        encoding: How it is written.
    """
    part = in_part(value)
    value = _from_tuple(*part.value) if is_file_tuple(part.value) else part.value
    if encoding.binary:
        check_no_text(value)
    if (is_content(value) or isinstance(value, File)) and not encoding.base64:
        file = value if isinstance(value, File) else File(value)
        filename = _file_name(name, file)
        content_type = part.content_type or file.content_type
        if not content_type:
            content_type = _type_of_file(encoding.content_type, filename)
        given = {**file.headers, **part.headers}
        return head(name, filename, content_type, encoding, given), source(file.content)
    if is_content(value) or isinstance(value, File):
        value = b2a_base64(read(value), newline=False).decode()
    content_type, content = _content(plain(value), encoding, part.content_type or "")
    return head(name, "", content_type, encoding, part.headers), content


def head(
    name: str,
    filename: str,
    content_type: str,
    encoding: Encoding,
    given: Mapping[str, Scalar],
) -> bytes:
    """The head of a part; of two headers of one name the caller's stands.

    Args:
        name: The field's name, or "" in a list of parts.
        filename: The name of the file that it holds, or "".
        content_type: Its media type, or "".
        encoding: How it is written.
        given: The caller's headers.
    """
    own: dict[str, str] = {}
    if name or filename:
        own["Content-Disposition"] = _disposition(name, filename)
    if content_type:
        own["Content-Type"] = content_type
    lines: dict[str, tuple[bytes, bytes]] = {}
    for headers in (encoding.headers, own, given):
        lines.update({key.lower(): header(key, text(headers[key])) for key in headers})
    return b"".join(key + b": " + value + b"\r\n" for key, value in lines.values())


def _disposition(name: str, filename: str) -> str:
    said = "form-data" if name else "attachment"
    for key, written in (("name", name), ("filename", filename)):
        if written:
            said += f'; {key}="{written.translate(_NAME_ESCAPES)}"'
    return said


def _content(value: object, encoding: Encoding, given: str) -> tuple[str, bytes]:
    """The media type and the bytes of plain data."""
    if not (is_object(value) or is_array(value)):
        types = concrete(given or encoding.content_type)
        content_type = next(iter(types), "")
        if is_json(content_type):
            return content_type, encode_json(value)
        return content_type, encode_text(value, charset(content_type))
    types = concrete(given or encoding.content_type) or ("application/json",)
    for content_type in types:
        if is_json(content_type):
            return content_type, encode_json(value)
        if is_form(content_type) and is_object(value):
            return (
                content_type,
                "&".join(form_members(value, encoding.encodings)).encode(),
            )
    raise ArgumentError(f"what is sent as {types[0]} is given as text or bytes")


def _from_tuple(name: object, content: object = None, *media: object) -> File:
    """`(name, content)` or `(name, content, media type)`, as other clients take files."""
    match media:
        case (str() | None as content_type,):
            pass
        case ():
            content_type = None
        case _:
            raise ArgumentError("a file as a tuple is (name, content, media type)")
    check_no_text(content)
    if isinstance(name, str | None) and is_content(content):
        return File(content, name, content_type)
    raise ArgumentError("a file as a tuple is (name, content, media type)")


def _file_name(name: str, file: File) -> str:
    """The name that a file is sent under; a field's file needs one, a list's needn't have it."""
    return file.name or own_name(file.content) or ("upload" if name else "")


def _type_of_file(declared: str, filename: str) -> str:
    """The one declared type; of several the one that the name tells, or else the first."""
    types = concrete(declared)
    if types == (declared,):
        return declared
    guessed = guess_type(filename)
    return types[0] if types and guessed == OCTETS else guessed
