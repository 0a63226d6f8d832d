"""Credentials: what each scheme adds to a request, and which scheme a request uses."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple
from urllib.parse import quote

from msgspec import Struct

from ..errors import CredentialsError
from ..operation.operation import Security
from ..request.parameters import header
from .secret import Secret, read_pair, read_secret

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


class Credential:
    """A scheme together with what it needs to be used. It sends nothing itself.

    Args:
        variables: The environment variables that it is read from.
        arguments: What the client calls what it is made of.

    Attributes:
        refreshable: Whether what is sent may change while a client is used.
        fetches: Whether it may need a request of its own sent.
        header_name: The header that it is sent in, or "" where it is sent elsewhere.
    """

    __slots__ = ("arguments", "header_name", "variables")
    refreshable: ClassVar[bool] = False
    fetches: ClassVar[bool] = False

    def __init__(self, variables: Iterable[str], arguments: Iterable[str]) -> None:
        self.variables: tuple[str, ...] = tuple(filter(None, variables))
        self.arguments: frozenset[str] = frozenset(arguments)
        self.header_name: str = "Authorization"

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
        return False

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

    def __init__(
        self,
        token: str | None = None,
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
        value = f"{self._scheme} {_revealed(self._token)}"
        additions.headers.append(header("Authorization", value))

    def secrets(self) -> tuple[str, ...]:
        """The token."""
        return () if self._token is None else (self._token.reveal(),)


class BasicAuth(Credential):
    """`Authorization: Basic …`.

    Args:
        username: The user's name; without one, the first variable is read.
        password: The password, which may be empty; without one, the second variable is read.
        variables: The names of the two environment variables.
        arguments: What the client calls the two.
    """

    __slots__ = ("_password", "_username")

    def __init__(
        self,
        username: str | None = None,
        password: str | None = None,
        variables: tuple[str, str] = ("", ""),
        arguments: tuple[str, str] = ("username", "password"),
    ) -> None:
        super().__init__(variables, arguments)
        self._username, self._password = read_pair(
            (username, password), variables, arguments, ascii_only=False
        )
        if self._username is not None and ":" in self._username.reveal():
            raise CredentialsError(f"{arguments[0]} can't hold a colon")

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
        if self._username is None:
            return ()
        password = () if self._password is None else (self._password.reveal(),)
        return (*password, self._pair())

    def _pair(self) -> str:
        password = self._password.reveal() if self._password else ""
        return b64encode(f"{_revealed(self._username)}:{password}".encode()).decode()


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

    def __init__(
        self,
        key: str | None,
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
        key = _revealed(self._key)
        match self._location:
            case "header":
                additions.headers.append(header(self._name, key))
            case "query":
                additions.query.append(f"{quote(self._name, '')}={quote(key, '')}")
            case _:
                additions.cookies.append(f"{self._name}={quote(key, '')}")

    def secrets(self) -> tuple[str, ...]:
        """The key, and the key as it stands in a URL."""
        if self._key is None:
            return ()
        key = self._key.reveal()
        return (key,) if quote(key, "") == key else (key, quote(key, ""))


def choose(
    security: Security, credentials: Mapping[str, Credential]
) -> tuple[Credential, ...]:
    """The credentials of the first alternative that there is everything for.

    Args:
        security: The alternatives; none at all means that no credential is needed. An empty one is
            the last resort wherever it stands: what a caller gave is sent.
        credentials: The schemes by name.

    Raises:
        CredentialsError: No alternative has all it needs.
    """
    for alternative in sorted(security, key=lambda names: not names):
        chosen = [credentials.get(name) for name in alternative]
        usable = [one for one in chosen if one is not None and one.ready]
        if len(usable) == len(chosen):
            return tuple(usable)
    if not security:
        return ()
    raise CredentialsError(_missing(security, credentials))


def _missing(security: Security, credentials: Mapping[str, Credential]) -> str:
    names = {name for alternative in security for name in alternative}
    variables = [
        variable
        for name in sorted(names & credentials.keys())
        for variable in credentials[name].variables
    ]
    where = "pass it when the client is made"
    if variables:
        where = f"{where}, or set {' or '.join(variables)} in the environment"
    return f"a credential is missing ({', '.join(sorted(names))}): {where}"


def _revealed(secret: Secret | None) -> str:
    if secret is None:
        raise CredentialsError("the credential is missing")
    return secret.reveal()
