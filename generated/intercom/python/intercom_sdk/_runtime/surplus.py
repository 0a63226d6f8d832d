"""Tells whether more came over a connection than the answers that were asked for.

Where the head says how long an answer is, bytes are counted. Where it doesn't, the last byte that
has come is handed out only when it is asked for: then it belongs to the answer; if the answer ends
before it, it is one too many.
"""

from __future__ import annotations

import re
from typing import Final

# Neither has a body, whatever the head says.
_BODILESS: Final = (b"HEAD ", b"CONNECT ")
_BLANK: Final = b"\r\n\r\n"
_ENDLESS: Final = 1 << 62
# As much as comes at once if there is more.
_MANY: Final = 16 * 1024

# RFC 9112, 4: the answers that have a body.
_STATUS = re.compile(rb"HTTP/1\.[01] (?!204|304)[2-5][0-9][0-9][ \r]").match
_LENGTH = re.compile(
    rb"\ncontent-length:[ \t]*([0-9]{1,18})[ \t]*\r\n(?![ \t])"
).findall


class Surplus:
    """What came beyond the answers on one connection."""

    __slots__ = ("_answering", "_bodiless", "_left", "_over", "held", "many")

    def __init__(self) -> None:
        self._answering = False
        self._bodiless = False
        # What is left of the answer; None if that isn't known.
        self._left: int | None = None
        self._over = False
        # The byte that wasn't handed out yet.
        self.held: bytes = b""
        # Whether more can be expected to be there already.
        self.many: bool = False

    @property
    def exists(self) -> bool:
        """Whether more came than belongs to the answers so far."""
        return self._over or bool(self.held)

    def sending(self, data: bytes) -> None:
        """Note what is sent: the first piece after an answer is the head of a request."""
        if self._answering:
            self._answering = False
            self._left = None
        if self._left is None and data.startswith(_BODILESS):
            self._bodiless = True

    def hand_out(self, data: bytes) -> bytes:
        """What of the bytes that came is handed out now.

        Args:
            data: All that came, after the byte that was held.
        """
        if not self._answering:
            self._answering = True
            self._left = None if self._bodiless else answer_size(data)
            self._bodiless = False
        if self._left is not None:
            self._left -= len(data)
            self._over = self._left < 0
            return data
        if len(data) > 1:
            self.many = len(data) >= _MANY
            self.held = data[-1:]
            return data[:-1]
        self.held = b""
        return data


def answer_size(data: bytes) -> int | None:
    """How long an answer is that begins with these bytes, if its head tells (RFC 9112, 6.3).

    Returns:
        None if it isn't told or the head isn't whole, a very large number if only the
        connection's end ends it.
    """
    head, blank, _ = data.partition(_BLANK)
    if not blank or not _STATUS(data):
        return None
    head = (head + blank).lower()
    # A line that ends otherwise may end the head for others.
    if b"transfer-encoding" in head or head.count(b"\n") != head.count(b"\r\n"):
        return None
    if b"content-length" not in head:
        return _ENDLESS
    lengths = _LENGTH(head)
    return len(head) + int(lengths[0]) if len(lengths) == 1 else None
