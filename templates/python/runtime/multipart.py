"""Multipart bodies: forms with files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TypeGuard

from . import styles
from .body import Body, Encoded, Encoding, fields
from .errors import ArgumentError
from .parameters import header, is_json
from .payload import File, Source, as_bytes, assemble, is_content, is_path, source
from .plain import is_array, is_object
from .scalars import encode_json, plain, text

_NAME_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
_FORM = "multipart/form-data"


class MultipartBody(Body):
    """`multipart/form-data`, or another multipart type whose parts are a list.

    Args:
        encodings: How single fields differ from the defaults: text for scalars, JSON for objects,
            one part for each item of a list.
        content_type: The multipart type, without a boundary.
        required: Whether it is sent without any member, too.
    """

    __slots__ = ("encodings",)

    def __init__(
        self,
        encodings: Mapping[str, Encoding] | None = None,
        content_type: str = _FORM,
        *,
        required: bool = True,
    ) -> None:
        super().__init__(content_type, required=required)
        self.encodings: Mapping[str, Encoding] = encodings or {}

    def encode(self, value: object) -> Encoded:
        """The parts, read while they are sent where they aren't in memory."""
        boundary = os.urandom(16).hex()
        pieces: list[bytes | Source] = []
        for head, content in self._parts(value):
            pieces += [f"--{boundary}\r\n".encode(), head, b"\r\n", content, b"\r\n"]
        pieces.append(f"--{boundary}--\r\n".encode())
        return f"{self.content_type}; boundary={boundary}", assemble(pieces)

    def _parts(self, value: object) -> Iterator[tuple[bytes, bytes | Source]]:
        if is_array(value) and self.content_type != _FORM:
            for item in value:
                yield _part("", item, Encoding())
            return
        for name, member in fields(value).items():
            encoding = self.encodings.get(name, Encoding())
            if encoding.is_styled and not _is_in_parts(member, encoding):
                for key, item in styles.fields(name, plain(member), *encoding.shape()):
                    yield _part(key, item, Encoding())
                continue
            for item in _items(member):
                yield _part(name, item, encoding)


def _is_in_parts(value: object, encoding: Encoding) -> bool:
    """Whether a style leaves one part for each item: of a list spread in a form, and of files."""
    if is_array(value) and encoding.shape() == ("form", True):
        return True
    return any(
        _is_tuple(item) or isinstance(item, File) or is_content(item)
        for item in _items(value)
    )


def _items(value: object) -> list[object]:
    if is_array(value):
        return [item for item in value if item is not None]
    return [] if value is None else [value]


def _part(name: str, value: object, encoding: Encoding) -> tuple[bytes, bytes | Source]:
    if _is_tuple(value):
        value = _from_tuple(*value)
    if isinstance(value, File):
        return _file_part(name, value, encoding)
    if is_content(value):
        return _file_part(name, File(value), encoding)
    value = plain(value)
    if is_object(value) or is_array(value) or is_json(encoding.content_type):
        content_type = encoding.content_type or "application/json"
        content = encode_json(value)
    else:
        content_type = encoding.content_type
        content = as_bytes(text(value))
    return _head(name, "", content_type, {}), content


def _file_part(
    name: str, file: File, encoding: Encoding
) -> tuple[bytes, bytes | Source]:
    filename = file.name or _own_name(file.content) or "upload"
    content_type = file.content_type or _media_type(encoding.content_type, filename)
    return _head(name, filename, content_type, file.headers), source(file.content)


def _is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple)


def _from_tuple(name: object, content: object = None, *media: object) -> File:
    """`(name, content)` or `(name, content, media type)`, as other clients take files."""
    match media:
        case (str() | None as content_type,):
            pass
        case ():
            content_type = None
        case _:
            raise ArgumentError("a file as a tuple is (name, content, media type)")
    if isinstance(name, str | None) and (
        is_content(content) or isinstance(content, str)
    ):
        return File(content, name, content_type)
    raise ArgumentError("a file as a tuple is (name, content, media type)")


def _own_name(content: object) -> str:
    """The file name that the content knows by itself."""
    if is_path(content):
        return os.path.basename(os.fspath(content))
    name = getattr(content, "name", "")
    return os.path.basename(name) if isinstance(name, str) else ""


def _media_type(declared: str, filename: str) -> str:
    if declared and "," not in declared and "*" not in declared:
        return declared
    import mimetypes  # noqa: PLC0415 -- needed for uploads alone

    return mimetypes.guess_type(filename)[0] or "application/octet-stream"


def _head(
    name: str, filename: str, content_type: str, extra: Mapping[str, str]
) -> bytes:
    lines: list[tuple[bytes, bytes]] = []
    if name:
        disposition = f'form-data; name="{name.translate(_NAME_ESCAPES)}"'
        if filename:
            disposition += f'; filename="{filename.translate(_NAME_ESCAPES)}"'
        lines.append(header("Content-Disposition", disposition))
    if content_type:
        lines.append(header("Content-Type", content_type))
    lines += [header(key, value) for key, value in extra.items()]
    return b"".join(key + b": " + value + b"\r\n" for key, value in lines)
