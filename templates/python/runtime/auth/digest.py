"""HTTP Digest: https://www.rfc-editor.org/rfc/rfc7616"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from ..errors import CredentialsError
from ..request.parameters import header
from .secret import AsyncSecretSource, read_pair, revealed, shown
from .security import Additions, Credential

if TYPE_CHECKING:
    from ..transport.exchange import Request

_WORD: Final = r"[\w!#$%&'*+.^`|~-]"
# A parameter, and before the first of each challenge the name of its scheme.
_PARAMETER = re.compile(
    rf"(?<!{_WORD})(?:({_WORD}++)[ \t]++)?({_WORD}++)[ \t]*+="
    r'[ \t]*+(?:"((?:[^"\\]|\\.)*+)"|([^\s,"]*+))'
)
_ESCAPED = re.compile(r"\\(.)")
_HEADER: Final = b"authorization"
_SCHEME: Final = b"Digest "


def _md5(data: bytes) -> str:
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


_HASHES: Final[Mapping[str, Callable[[bytes], str]]] = {"MD5": _md5, "SHA-256": _sha256}


class Challenge:
    """A challenge of a server, and how often it has been answered.

    Args:
        said: The parameters of the challenge, their names in lower case.
    """

    __slots__ = ("_algorithm", "_client", "_counted", "_nonce", "_said")

    def __init__(self, said: Mapping[str, str]) -> None:
        self._said = said
        self._algorithm = said.get("algorithm", "MD5")
        # One for the whole session, as the `-sess` algorithms want it.
        self._client = token_hex(16)
        self._counted = count(1)
        self._nonce: str = said.get("nonce", "")

    @property
    def answerable(self) -> bool:
        """Whether its algorithm and its quality of protection are known here."""
        quality = self._said.get("qop")
        known = quality is None or "auth" in _words(quality)
        return self._hash is not None and known and bool(self._nonce)

    @property
    def _hash(self) -> Callable[[bytes], str] | None:
        return _HASHES.get(self._algorithm.upper().removesuffix("-SESS"))

    def answer(self, method: str, target: str, user: str, password: str) -> str:
        """The credentials for one request, as they follow the scheme's name."""
        hashed = self._hash
        if hashed is None:
            raise CredentialsError(f"no answer to {self._algorithm} is known")
        realm = self._said.get("realm", "")
        number = f"{next(self._counted):08x}"

        def digest(*parts: str) -> str:
            return hashed(":".join(parts).encode())

        secret = digest(user, realm, password)
        if self._algorithm.upper().endswith("-SESS"):
            secret = digest(secret, self._nonce, self._client)
        between = [self._nonce]
        pairs = [*self._named(user, digest(user, realm)), ("realm", _quoted(realm))]
        pairs += [("nonce", _quoted(self._nonce)), ("uri", _quoted(target))]
        if "algorithm" in self._said:
            pairs.append(("algorithm", self._algorithm))
        if "qop" in self._said:
            between += [number, self._client, "auth"]
            pairs += [("qop", "auth"), ("nc", number)]
            pairs.append(("cnonce", _quoted(self._client)))
        response = digest(secret, *between, digest(method, target))
        pairs.append(("response", _quoted(response)))
        if "opaque" in self._said:
            pairs.append(("opaque", _quoted(self._said["opaque"])))
        return ", ".join(f"{name}={value}" for name, value in pairs)

    def _named(self, user: str, hashed: str) -> Iterator[tuple[str, str]]:
        if self._said.get("userhash", "").lower() == "true":
            yield "username", _quoted(hashed)
            yield "userhash", "true"
        elif user.isascii():
            yield "username", _quoted(user)
        else:
            yield "username*", f"UTF-8''{quote(user, '')}"


class DigestAuth(Credential):
    """`Authorization: Digest …`, in answer to the challenge of the server.

    The first request goes without it, and is repeated after the challenge. Later ones answer the
    same challenge, until the server sends another.

    Args:
        username: The user's name; without one, the first variable is read.
        password: The password; without one, the second variable is read.
        variables: The names of the two environment variables.
        arguments: What the client calls the two.
    """

    __slots__ = ("_challenges", "_password", "_username")
    held = ("_username", "_password")
    refreshable = True

    def __init__(
        self,
        username: AsyncSecretSource | None = None,
        password: AsyncSecretSource | None = None,
        variables: tuple[str, str] = ("", ""),
        arguments: tuple[str, str] = ("username", "password"),
    ) -> None:
        super().__init__(variables, arguments)
        self._username, self._password = read_pair(
            (username, password), variables, arguments, ascii_only=False
        )
        # One at most; a list, which calls with credentials of their own share.
        self._challenges: list[Challenge] = []

    @property
    def ready(self) -> bool:
        """Whether there is a user name."""
        return self._username is not None

    def add(self, additions: Additions) -> None:
        """Nothing: what is sent depends on the whole request."""

    def sign(self, request: Request) -> None:
        """Answer the server's challenge, if it has made one."""
        challenge = self.snapshot()
        own = [value for name, value in request.headers if name.lower() == _HEADER]
        is_callers = any(not value.startswith(_SCHEME) for value in own)
        if challenge is None or self._username is None or is_callers:
            return
        password = "" if self._password is None else revealed(self._password)
        answer = challenge.answer(
            request.method, request.target, revealed(self._username), password
        )
        kept = [pair for pair in request.headers if pair[0].lower() != _HEADER]
        request.headers = [*kept, header("Authorization", f"Digest {answer}")]

    def snapshot(self) -> Challenge | None:
        """The challenge that is answered now."""
        return next(iter(self._challenges), None)

    def refresh(self, rejected: object, challenges: Sequence[str]) -> bool:
        """Take the server's challenge; another call may have taken a newer one already."""
        if self.snapshot() is rejected:
            found = [one for one in read_challenges(challenges) if one.answerable]
            self._challenges[:] = found[:1]
        return bool(self._challenges) or self.is_provided

    def secrets(self) -> tuple[str, ...]:
        """The password."""
        return shown(self._password)


def read_challenges(values: Sequence[str]) -> Iterator[Challenge]:
    """The Digest challenges among the values of WWW-Authenticate, in the server's order."""
    for value in values:
        said: dict[str, str] = {}
        scheme = ""
        for named, name, quoted, plain in _PARAMETER.findall(value):
            if named:
                if scheme == "digest":
                    yield Challenge(said)
                scheme, said = named.lower(), {}
            said[name.lower()] = _ESCAPED.sub(r"\1", quoted) or plain
        if scheme == "digest":
            yield Challenge(said)


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _words(listed: str) -> list[str]:
    return [word.strip().lower() for word in listed.split(",")]
