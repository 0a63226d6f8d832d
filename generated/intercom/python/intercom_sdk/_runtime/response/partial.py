"""Downloads that broke off, continued with range requests (RFC 9110, 13.1.5 and 14)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

_OK: Final = 200
_PARTIAL: Final = 206
_NO_SUCH_RANGE: Final = 416
_RANGE: Final = re.compile(rb"bytes (\d{1,19})-(\d{1,19})/(\d{1,19}|\*)").fullmatch


class Partial:
    """How much of a representation has come, and what requests its rest.

    Args:
        status: The status of the first answer.
        headers: Its headers by lower-case name.
        sent: The headers of its request.

    Attributes:
        received: How many bytes have come, as they are coded.
    """

    __slots__ = ("_coding", "_size", "_validator", "received")

    def __init__(
        self,
        status: int,
        headers: Mapping[bytes, bytes],
        sent: Iterable[tuple[bytes, bytes]],
    ) -> None:
        self._size = headers.get(b"content-length", b"").strip()
        self._coding = headers.get(b"content-encoding")
        none = headers.get(b"accept-ranges", b"").strip().lower() == b"none"
        # Who wants a part continues it by itself.
        wants_part = any(name.lower() == b"range" for name, _ in sent)
        whole = status == _OK and not none and not wants_part
        self._validator = _validator(headers) if whole else None
        self.received = 0

    def request_headers(self) -> list[tuple[bytes, bytes]] | None:
        """The headers that request the rest, or None where it may be another file's."""
        if self._validator is None:
            return None
        rest = b"bytes=%d-" % self.received
        return [(b"Range", rest), (b"If-Range", self._validator)]

    def continues(self, status: int, headers: Mapping[bytes, bytes]) -> bool:
        """Whether an answer is all the rest of the same file, from where it broke off."""
        found = _RANGE(headers.get(b"content-range", b"").strip())
        if status != _PARTIAL or found is None or int(found[1]) != self.received:
            return False
        sizes = {self._size, found[3]} - {b"", b"*"}
        tag = headers.get(b"etag", b"").strip()
        return (
            sizes <= {b"%d" % (int(found[2]) + 1)}
            and (not tag or not self._has_tag() or tag == self._validator)
            and headers.get(b"content-encoding") == self._coding
        )

    def is_all(self, status: int, headers: Mapping[bytes, bytes]) -> bool:
        """Whether an answer says that there is no rest: all came, and only its end was lost."""
        size = b"%d" % self.received
        tag = headers.get(b"etag", b"").strip()
        return (
            status == _NO_SUCH_RANGE
            and headers.get(b"content-range", b"").strip() == b"bytes */" + size
            and self._size in {b"", size}
            and tag in {b"", self._validator}
        )

    def _has_tag(self) -> bool:
        return self._validator is not None and self._validator.startswith(b'"')

    @staticmethod
    def is_whole(status: int) -> bool:
        """Whether an answer of such a status is the whole file."""
        return status == _OK


def _validator(headers: Mapping[bytes, bytes]) -> bytes | None:
    """What distinguishes versions of a file: a strong ETag, or a date that is old enough."""
    tag = headers.get(b"etag", b"").strip()
    if tag:
        # A weak one is the same for versions that differ in bytes.
        return tag if tag.startswith(b'"') else None
    modified, now = headers.get(b"last-modified"), headers.get(b"date")
    if modified is None or now is None:
        return None
    from email.utils import (  # noqa: PLC0415 -- for broken downloads alone
        parsedate_to_datetime,
    )

    try:
        changed = parsedate_to_datetime(modified.decode("ascii"))
        said = parsedate_to_datetime(now.decode("ascii"))
        # Within one second a file may change twice (RFC 9110, 8.8.2.2).
        return modified if changed.timestamp() + 1 <= said.timestamp() else None
    except (ValueError, OverflowError):
        return None
