"""Credentials: what each scheme adds to a request."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Iterable, Sequence
from copy import copy
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple
from urllib.parse import quote

from msgspec import Struct

from ..errors import CredentialsError
from ..request.parameters import header
from .secret import (
    AsyncSecretSource,
    Provider,
    Secret,
    read_pair,
    read_secret,
    revealed,
    shown,
)

if TYPE_CHECKING:
    from ..errors import ResponseError
    from ..operation.operation import Operation
    from ..transport.exchange import Request


class Additions(Struct):
    """The headers, query members and cookies that credentials add to a request."""

    headers: list[tuple[bytes, bytes]] = []
    query: list[str] = []
    cookies: list[str] = []

    def __repr__(self) -> str:
        return "Additions(…)"


class CredentialRequest(NamedTuple):
    """A request that a credential needs sent before it can be used, as one for a token; the URL is
    absolute or relative to the base URL.
    """

    operation: Operation[bytes]
    url: str
    body: object
    headers: list[tuple[bytes, bytes]]

    def __repr__(self) -> str:
        return f"<CredentialRequest to {self.url}>"


class Credential:
    """A scheme together with what it needs to be used. It sends nothing itself.

    Args:
        variables: The environment variables that it is read from.
        arguments: What the client calls what it is made of.

    Attributes:
        refreshable: Whether what is sent may change while a client is used.
        fetches: Whether it may need a request of its own sent.
        header_name: The header that it is sent in, or "" where it is sent elsewhere.
        held: The names of the attributes that hold what it is made of.
        is_provided: Whether it is one call's, of what functions of the caller gave.
    """

    __slots__ = ("arguments", "header_name", "is_provided", "variables")
    held: ClassVar[tuple[str, ...]] = ()
    refreshable: ClassVar[bool] = False
    fetches: ClassVar[bool] = False

    def __init__(self, variables: Iterable[str], arguments: Iterable[str]) -> None:
        self.variables: tuple[str, ...] = tuple(filter(None, variables))
        self.arguments: frozenset[str] = frozenset(arguments)
        self.header_name: str = "Authorization"
        self.is_provided: bool = False

    @property
    def providers(self) -> tuple[Provider, ...]:
        """The functions that have to be called before each call."""
        values = [getattr(self, name) for name in self.held]
        return tuple(value for value in values if isinstance(value, Provider))

    def resolved(self, secrets: Sequence[Secret]) -> Credential:
        """The credential for one call; `secrets` are what its functions gave, in their order."""
        one = copy(self)
        for name, secret in self._given(secrets).items():
            setattr(one, name, secret)
        one.is_provided = True
        return one

    def _given(self, secrets: Sequence[Secret]) -> dict[str, Secret]:
        held = [one for one in self.held if isinstance(getattr(self, one), Provider)]
        return dict(zip(held, secrets, strict=True))

    @property
    def ready(self) -> bool:
        """Whether there is something to send."""
        raise NotImplementedError

    def add(self, additions: Additions) -> None:
        """Put the credential into a request."""
        raise NotImplementedError

    def sign(self, request: Request) -> None:
        """Put in what depends on the whole request; called before each attempt."""

    def snapshot(self) -> object:
        """The credential as it is sent now, for `refresh` if the server rejects it."""

    def refresh(self, rejected: object, challenges: Sequence[str]) -> bool:
        """Replace what was rejected, and return whether there is something else to send.

        Args:
            rejected: The snapshot of what had been sent.
            challenges: The values of WWW-Authenticate.
        """
        del rejected, challenges
        return self.is_provided

    def request(self, now: float) -> CredentialRequest | None:
        """The request that has to be sent before it can be used, if any.

        Args:
            now: The time on the client's clock, in seconds.
        """
        del now
        return None

    def accept(self, body: bytes, now: float) -> None:
        """Take the successful answer to its request."""

    def try_alternate(self, error: ResponseError) -> bool:
        """Whether there is another form of its request, which is then the one to send.

        Args:
            error: The answer to the form that was sent.
        """
        del error
        return False

    def secrets(self) -> tuple[str, ...]:
        """The texts that must not be shown."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({'set' if self.ready else 'not set'})"


class BearerToken(Credential):
    """`Authorization: Bearer …`.

    Args:
        token: The token; without one, the variable is read.
        variable: The name of the environment variable, or "".
        scheme: The word before the token.
        argument: What the client calls the token.
    """

    __slots__ = ("_scheme", "_token")
    held = ("_token",)

    def __init__(
        self,
        token: AsyncSecretSource | None = None,
        variable: str = "",
        scheme: str = "Bearer",
        argument: str = "token",
    ) -> None:
        super().__init__([variable], [argument])
        self._token = read_secret(token, variable, argument)
        self._scheme = scheme

    @property
    def ready(self) -> bool:
        """Whether there is a token."""
        return self._token is not None

    def add(self, additions: Additions) -> None:
        """Add the Authorization header."""
        value = f"{self._scheme} {revealed(self._token)}"
        additions.headers.append(header("Authorization", value))

    def secrets(self) -> tuple[str, ...]:
        """The token."""
        return shown(self._token)


class BasicAuth(Credential):
    """`Authorization: Basic …`.

    Args:
        username: The user's name; without one, the first variable is read.
        password: The password, which may be empty; without one, the second variable is read.
        variables: The names of the two environment variables.
        arguments: What the client calls the two.
    """

    __slots__ = ("_password", "_username")
    held = ("_username", "_password")

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
        self._check()

    def _check(self) -> None:
        if any(":" in name for name in shown(self._username)):
            raise CredentialsError("a user name can't hold a colon")

    @property
    def ready(self) -> bool:
        """Whether there is a user name."""
        return self._username is not None

    def add(self, additions: Additions) -> None:
        """Add the Authorization header."""
        value = f"Basic {self._pair()}"
        additions.headers.append(header("Authorization", value))

    def secrets(self) -> tuple[str, ...]:
        """The password, and the pair as it is sent."""
        names, passwords = shown(self._username), shown(self._password)
        pairs = [_basic(name, one) for name in names for one in passwords or ("",)]
        return (*passwords, *pairs)

    def _pair(self) -> str:
        self._check()
        password = revealed(self._password) if self._password else ""
        return _basic(revealed(self._username), password)


class ApiKey(Credential):
    """A key in a header, the query or a cookie.

    Args:
        key: The key; without one, the variable is read.
        location: Where it goes.
        name: The name of the header, parameter or cookie.
        variable: The name of the environment variable, or "".
        argument: What the client calls the key.
    """

    __slots__ = ("_key", "_location", "_name")
    held = ("_key",)

    def __init__(
        self,
        key: AsyncSecretSource | None,
        location: Literal["header", "query", "cookie"],
        name: str,
        variable: str = "",
        argument: str = "the API key",
    ) -> None:
        super().__init__([variable], [argument])
        self._key = read_secret(key, variable, argument)
        self._location = location
        self._name = name
        self.header_name = name if location == "header" else ""

    @property
    def ready(self) -> bool:
        """Whether there is a key."""
        return self._key is not None

    def add(self, additions: Additions) -> None:
        """Add the key where it belongs."""
        key = revealed(self._key)
        match self._location:
            case "header":
                additions.headers.append(header(self._name, key))
            case "query":
                additions.query.append(f"{quote(self._name, '')}={quote(key, '')}")
            case _:
                additions.cookies.append(f"{self._name}={quote(key, '')}")

    def secrets(self) -> tuple[str, ...]:
        """The key, and the key as it stands in a URL."""
        keys = shown(self._key)
        quoted = [quote(key, "") for key in keys if quote(key, "") != key]
        return (*keys, *quoted)


def _basic(username: str, password: str) -> str:
    return b2a_base64(f"{username}:{password}".encode(), newline=False).decode()
