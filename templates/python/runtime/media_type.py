"""Media types, as Content-Type and Accept name them, and those of files."""

from __future__ import annotations

import re

# `application/json`, `application/problem+json`, `application/x-amz-json-1.1`.
_JSON = re.compile(r"(application|text)/([^;]*[.-])?json(-v?[0-9][0-9.]*)?|[^;]+\+json")


def essence(content_type: str) -> str:
    """The media type in lower case, without parameters."""
    return content_type.partition(";")[0].strip().lower()


def told_apart(content_type: str) -> str:
    """The media type with the parameters that tell it from others: all but the charset."""
    kind, *given = (part.strip().lower() for part in content_type.split(";"))
    apart = (part.replace(" ", "").replace('"', "") for part in given if part)
    return ";".join([kind, *sorted(p for p in apart if not p.startswith("charset="))])


def is_json(content_type: str) -> bool:
    """Whether it is JSON: `application/json`, `…+json`, with or without parameters."""
    kind = essence(content_type)
    return kind == "application/json" or bool(_JSON.fullmatch(kind))


def is_form(content_type: str) -> bool:
    """Whether it is an HTML form without files."""
    return essence(content_type) == "application/x-www-form-urlencoded"


def is_multipart(content_type: str) -> bool:
    """Whether it is made of parts."""
    return essence(content_type).startswith("multipart/")


def is_json_sequence(content_type: str) -> bool:
    """Whether it is JSON texts that each begin with a record separator (RFC 7464)."""
    kind = essence(content_type)
    return kind == "application/json-seq" or kind.endswith("+json-seq")


def charset(content_type: str) -> str:
    """The charset that its parameters name, or ""."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"')
    return ""


def concrete(content_types: str) -> tuple[str, ...]:
    """The media types of a list such as `image/png, text/*`, without its ranges."""
    listed = (each.strip() for each in content_types.split(","))
    return tuple(each for each in listed if each and "*" not in each)


OCTETS = "application/octet-stream"
# What files of these kinds begin with; a WebP says so after its length.
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_WEBP = (b"RIFF", b"WEBP")
_ANY = frozenset({"*/*", "application/*"})


def guess_type(name: str) -> str:
    """The media type that a file name stands for."""
    import mimetypes  # noqa: PLC0415 -- needed for uploads alone

    return mimetypes.guess_type(name)[0] or OCTETS


def file_type(declared: str, name: str, content: object) -> str:
    """The media type of a file among those that are declared.

    Args:
        declared: Media types and ranges, `image/png, image/*`.
        name: The file's name, or "".
        content: What is sent; bytes in memory may tell an image by how they begin.

    Returns:
        What the name or the bytes tell, if it is declared or if only ranges are; else the first
        media type that is declared, and `application/octet-stream` where none is.
    """
    listed = [each.strip() for each in declared.split(",")]
    own = guess_type(name)
    if own == OCTETS and any(each.startswith("image/") for each in listed):
        own = _image_type(content)
    if own != OCTETS:
        for each in listed:
            if essence(each) == own:
                return each
            if _is_within(own, each):
                return own
        return next(iter(concrete(declared)), own)
    fitting = (each for each in listed if "*" not in each or each in _ANY)
    first = next(fitting, OCTETS)
    return OCTETS if first in _ANY else first


def _is_within(kind: str, declared: str) -> bool:
    family, mark, _ = declared.partition("*")
    return bool(mark) and (declared == "*/*" or kind.startswith(family))


def _image_type(content: object) -> str:
    if not isinstance(content, bytes | bytearray):
        return OCTETS
    head = bytes(content[:12])
    if head.startswith(_WEBP[0]) and head.endswith(_WEBP[1]):
        return "image/webp"
    return next((kind for start, kind in _BEGINNINGS if head.startswith(start)), OCTETS)
