"""TLS without a network: records in, records out.

Both kinds of connection feed it, one whole record at a time, so that nothing which came too much is
hidden in it; and it can be laid over itself, for a proxy that is reached over TLS.
"""

from __future__ import annotations

import ssl
from typing import Final, Generic, Protocol, TypeVar

# RFC 8446, 5.1: type, version, length.
_HEAD: Final = 5
_LARGEST: Final = 16 * 1024 + 2048
_TYPES: Final = range(20, 25)
_VERSION: Final = 3
_CIPHERTEXT: Final = 64 * 1024


class Carrier(Protocol):
    """What TLS can be laid over."""

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet and isn't in the socket any more."""
        ...

    def readable(self) -> bool:
        """Whether a read of its socket would return at once, or has nothing to read from."""
        ...

    def ready(self, size: int) -> bytes | None:
        """The next piece, if there is one already."""
        ...


C = TypeVar("C", bound=Carrier)


class TlsRecords:
    """One end of an encrypted connection.

    Args:
        context: What is trusted.
        server_hostname: Whom the other side's certificate has to name.
    """

    __slots__ = ("_ended", "_incoming", "_outgoing", "_raw", "object")

    def __init__(
        self, context: ssl.SSLContext, server_hostname: str | None = None
    ) -> None:
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._raw = b""
        self._ended = False
        self.object: ssl.SSLObject = context.wrap_bio(
            self._incoming, self._outgoing, server_hostname=server_hostname
        )

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet, be it a part of a record."""
        return bool(self._raw or self._incoming.pending or self.object.pending())

    def feed(self, data: bytes) -> None:
        """Take what came from the other side; nothing at all means that it has ended."""
        if data:
            self._raw = self._raw + data if self._raw else data
        else:
            self._ended = True

    def take(self) -> bytes:
        """What is to be sent to the other side."""
        return self._outgoing.read()

    def handshake(self) -> bool:
        """Go on with the handshake, and return whether it is complete.

        Raises:
            SSLError: It failed.
        """
        while True:
            try:
                self.object.do_handshake()
            except ssl.SSLWantReadError:
                if not self._advance():
                    return False
            else:
                return True

    def read(self, size: int) -> bytes | None:
        """The next piece, b"" at the end, or None if more has to come first.

        Raises:
            SSLEOFError: The connection ended, and the other side hasn't said so (RFC 9112, 9.8).
        """
        # To ask OpenSSL for what isn't there costs an exception.
        while self.object.pending() or self._advance():
            try:
                return self.object.read(size)
            except ssl.SSLWantReadError:
                continue
            except ssl.SSLZeroReturnError:
                return b""
        return None

    def write(self, data: bytes | memoryview) -> None:
        """Encrypt."""
        rest = memoryview(data)
        while rest:
            rest = rest[self.object.write(rest) :]

    def _advance(self) -> bool:
        """Hand the next record in, and return whether there was one, or the end."""
        raw = self._raw
        size = len(raw) if self._ended else _record(raw)
        if size:
            self._incoming.write(raw[:size])
            self._raw = raw[size:]
        if self._ended:
            self._incoming.write_eof()
        return bool(size) or self._ended


def _record(raw: bytes) -> int:
    """The size of the record at the start, or 0 if it isn't complete."""
    if len(raw) < _HEAD:
        return 0
    size = int.from_bytes(raw[3:_HEAD], "big")
    if raw[0] not in _TYPES or raw[1] != _VERSION or size > _LARGEST:
        # This isn't TLS; OpenSSL raises the error.
        return len(raw)
    return _HEAD + size if len(raw) >= _HEAD + size else 0


class TlsPipe(Generic[C]):
    """TLS over another pipe, without the sending and receiving.

    Args:
        pipe: What carries it.
        records: Encrypts and decrypts.
    """

    def __init__(self, pipe: C, records: TlsRecords) -> None:
        self._pipe = pipe
        self._records = records

    @property
    def ssl_object(self) -> ssl.SSLObject:
        """The TLS connection, for its certificates and protocols."""
        return self._records.object

    @property
    def pending(self) -> bool:
        """Whether something has come that wasn't read yet and isn't in the socket any more."""
        return self._records.pending or self._pipe.pending

    def readable(self) -> bool:
        """Whether a read of its socket would return at once, or has nothing to read from."""
        return self._pipe.readable()

    def ready(self, size: int) -> bytes | None:
        """The next piece, if there is one already."""
        while (data := self._records.read(size)) is None:
            came = self._pipe.ready(_CIPHERTEXT)
            if came is None:
                return None
            self._records.feed(came)
        return data
