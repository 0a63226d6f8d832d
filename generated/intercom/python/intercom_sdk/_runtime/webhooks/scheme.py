"""How a server signs what it sends: an HMAC (RFC 2104) of the request's raw body, in a header."""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, Literal, TypeAlias

from msgspec import Struct

Encoding: TypeAlias = Literal["hex", "base64"]

_PLACEHOLDER: Final = re.compile(r"\{(body|timestamp|id)\}")
_NUMBER: Final = re.compile(r"[0-9]{1,16}(\.[0-9]{1,9})?")
# As seconds since 1970, this is thousands of years away.
_MILLISECONDS: Final = 10**11


class Candidates(Struct, frozen=True):
    """What the headers of a request hold: signatures, and what else was signed.

    Attributes:
        signatures: As they were written, without what stands before them.
        parts: The texts for the placeholders of `signed`.
    """

    signatures: Sequence[bytes]
    parts: Mapping[str, bytes]


class Scheme(Struct, frozen=True, kw_only=True):
    """What a document declares by `x-sdk-signature`.

    Attributes:
        header: The header of the signature.
        algorithm: The hash function, as `hmac` knows it.
        prefix: What stands before a signature.
        encoding: How a signature is written.
        separator: What stands between the parts of the header, "" where it is one signature.
        signed: What is signed, with `{body}`, `{timestamp}` and `{id}` in it.
        id_header: The header of the message's id, or "".
        timestamp_header: The header of the time of signing, or "".
        timestamp_key: What that time is called in the signature's own header, or "".
        tolerance: How many seconds that time may be away.
        secret_prefix: What may stand before a secret and is no part of it.
        secret_encoding: How a secret that is text is written, "" where its text is the key.
    """

    header: str
    algorithm: str
    prefix: str = ""
    encoding: Encoding = "hex"
    separator: str = ""
    signed: str = "{body}"
    id_header: str = ""
    timestamp_header: str = ""
    timestamp_key: str = ""
    tolerance: float = 300
    secret_prefix: str = ""
    secret_encoding: Encoding | Literal[""] = ""

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers that it reads, the signature's first."""
        return tuple(filter(None, (self.header, self.timestamp_header, self.id_header)))

    def key(self, secret: str | bytes) -> bytes:
        """The key that a secret stands for, b"" for one that isn't written as it should be."""
        if isinstance(secret, bytes):
            return secret
        text = secret.strip().removeprefix(self.secret_prefix)
        try:
            match self.secret_encoding:
                case "":
                    return secret.encode("utf-8", "surrogatepass")
                case "hex":
                    return bytes.fromhex(text)
                case "base64":
                    return base64.b64decode(_padded(text), validate=True)
        except (ValueError, binascii.Error):
            return b""

    def read(self, values: Mapping[str, Sequence[str]]) -> Candidates | str:
        """The signatures that a request has, or why it has none.

        Args:
            values: The values of its headers, by names in lower case.
        """
        for name in self.headers:
            found = values.get(name.lower(), ())
            if not found:
                return f"the header {name} is missing"
            if len(found) > 1:
                return f"the header {name} is there more than once"
        parts = {"id": self._value(self.id_header, values)}
        parts["timestamp"] = self._value(self.timestamp_header, values)
        written = self._value(self.header, values).decode("latin-1")
        items = written.split(self.separator) if self.separator else [written]
        items = [item.strip() for item in items]
        if self.timestamp_key:
            mark = f"{self.timestamp_key}="
            times = [item[len(mark) :] for item in items if item.startswith(mark)]
            if len(times) != 1:
                return f"the header {self.header} doesn't hold one `{mark}`"
            parts["timestamp"] = times[0].encode("latin-1")
        signatures = [
            item.removeprefix(self.prefix).encode("latin-1")
            for item in items
            if item.startswith(self.prefix) and item != self.prefix
        ]
        if not signatures:
            before = f" that begins with {self.prefix!r}" if self.prefix else ""
            return f"the header {self.header} holds no signature{before}"
        return Candidates(signatures, parts)

    def matches(
        self, candidates: Candidates, body: bytes, keys: Collection[bytes]
    ) -> bool:
        """Whether one of the signatures was made with one of the keys; all of them are compared."""
        is_one = False
        for key in keys:
            expected = self._sign(key, candidates.parts, body)
            for signature in candidates.signatures:
                is_one |= hmac.compare_digest(self._comparable(signature), expected)
        return is_one

    def distance(self, candidates: Candidates, now: float) -> float | None:
        """How many seconds ago the request was signed; None for what is no time."""
        written = candidates.parts["timestamp"].decode("latin-1")
        if _NUMBER.fullmatch(written):
            number = float(written)
            return now - (number / 1000 if number >= _MILLISECONDS else number)
        try:
            moment = datetime.fromisoformat(written)
            return now - moment.timestamp() if moment.tzinfo else None
        except (ValueError, OverflowError):
            return None

    def _sign(self, key: bytes, parts: Mapping[str, bytes], body: bytes) -> bytes:
        made = hmac.new(key, digestmod=self.algorithm)
        for part in self._signed(parts, body):
            made.update(part)
        if self.encoding == "hex":
            return made.hexdigest().encode()
        return self._comparable(base64.b64encode(made.digest()))

    def _signed(self, parts: Mapping[str, bytes], body: bytes) -> Iterator[bytes]:
        for at, part in enumerate(_PLACEHOLDER.split(self.signed)):
            if at % 2 == 0:
                yield part.encode()
            else:
                yield body if part == "body" else parts[part]

    def _comparable(self, signature: bytes) -> bytes:
        """A signature as it is compared: digits in lower case, base64 without what fills it up."""
        return signature.lower() if self.encoding == "hex" else signature.rstrip(b"=")

    def _value(self, header: str, values: Mapping[str, Sequence[str]]) -> bytes:
        if not header:
            return b""
        return values[header.lower()][0].strip().encode("latin-1", "replace")


def _padded(text: str) -> str:
    return text + "=" * (-len(text) % 4)
