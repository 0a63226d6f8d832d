"""The media type that a file is sent as, where the description leaves several open."""

from __future__ import annotations

from ..media_type import concrete, essence
from .payload import OCTETS, guess_type

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
