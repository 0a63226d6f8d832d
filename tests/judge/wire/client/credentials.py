"""The credentials of a generated client: which of its arguments each of its schemes is made of."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

import httpx2

from tests.judge.source.original import is_object
from tests.judge.wire.client.client_arguments import settings_of
from tests.judge.wire.loopback import Received

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

FETCHED = "t0ken-that-was-fetched"
_GRANT = {"access_token": FETCHED, "token_type": "Bearer", "expires_in": 3600}
_COLOURS = ("SyncClient", "AsyncClient")


class Clients:
    """Makes clients of a package whose requests go nowhere and are kept.

    Args:
        package: The package.
    """

    def __init__(self, package: str) -> None:
        self._runtime: Foreign = importlib.import_module(
            f"{package}._runtime.call.client"
        )
        module = importlib.import_module(f"{package}._client")
        self._kinds = {
            colour: _of_kind(module, getattr(self._runtime, colour))
            for colour in _COLOURS
        }
        own = inspect.signature(self._kinds["SyncClient"]).parameters
        settings = settings_of(self._runtime)
        self.needs_base_url = own["base_url"].default is inspect.Parameter.empty
        self._secrets = {
            name: f"{name}-s3cret"
            for name, parameter in own.items()
            if parameter.default is None and name not in settings
        }
        self._transport = httpx2.Client(transport=httpx2.MockTransport(self._answer))
        self._kept: list[tuple[str, Received]] = []
        self.arguments = self._find_arguments()

    @property
    def secrets(self) -> Sequence[str]:
        """All secrets that a client can be given."""
        return [*self._secrets.values()]

    def secrets_of(self, scheme: str) -> Sequence[str]:
        """What a client is given for a scheme, in the order of its arguments."""
        return [self._secrets[name] for name in self.arguments.get(scheme, ())]

    def session(self, schemes: Sequence[str] | None, base_url: str) -> Foreign:
        """The session of a client that has the credentials of some schemes; None means all.

        Raises:
            Exception: The client refuses to be made so.
        """
        wanted = self.arguments if schemes is None else schemes
        names = {name for each in wanted for name in self.arguments.get(each, ())}
        given = {name: self._secrets[name] for name in self._secrets if name in names}
        where = {"base_url": base_url} if base_url else {}
        client = self._kinds["SyncClient"](
            **given,
            **where,
            http_client=self._transport,
            max_retries=0,
            allow_http=True,
        )
        return client._session

    def close(self) -> None:
        """Close what carries the requests."""
        self._transport.close()

    def take(self) -> list[tuple[str, Received]]:
        """What was sent since the last time, each with the URL's scheme, host and port."""
        kept, self._kept = self._kept, []
        return kept

    def colours_fault(self) -> str:
        """What of the asynchronous client is made otherwise than of the synchronous, or ""."""
        one, other = (self._settings(colour, self._secrets) for colour in _COLOURS)
        for key in one.keys() | other.keys():
            first, second = _plain(one.get(key)), _plain(other.get(key))
            if first != second:
                return f"the clients differ in {key}: {first} and {second}"
        return ""

    def _find_arguments(self) -> dict[str, tuple[str, ...]]:
        """The arguments of each scheme: those without which its credential is another one."""
        whole = self._settings("SyncClient", self._secrets).get("credentials", {})
        found: dict[str, list[str]] = {scheme: [] for scheme in whole}
        for name in self._secrets:
            rest = {key: each for key, each in self._secrets.items() if key != name}
            without = self._settings("SyncClient", rest).get("credentials", {})
            for scheme, credential in whole.items():
                if _shown(credential) != _shown(without[scheme]):
                    found[scheme].append(name)
        return {scheme: tuple(names) for scheme, names in found.items()}

    def _settings(self, colour: str, given: Mapping[str, str]) -> dict[str, Foreign]:
        """What a client tells the one that it is made of, none of which is checked."""
        where = {"base_url": "https://judge.example"} if self.needs_base_url else {}
        with _listening(getattr(self._runtime, colour)) as settings:
            self._kinds[colour](**given, **where)
        return settings

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        received = Received(
            method=request.method,
            target=url.raw_path.decode("latin-1"),
            headers=tuple((name.lower(), text) for name, text in _headers(request)),
            body=request.read(),
        )
        if b"grant_type=client_credentials" in received.body:
            return httpx2.Response(200, json=_GRANT)
        authority = url.netloc.decode("ascii")
        self._kept.append((f"{url.scheme}://{authority}", received))
        return httpx2.Response(204)


def _headers(request: httpx2.Request) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("utf-8", "replace"))
        for name, value in request.headers.raw
    ]


def _of_kind(module: Foreign, base: Foreign) -> Foreign:
    members: list[Foreign] = [getattr(module, name) for name in dir(module)]
    return next(
        each
        for each in members
        if isinstance(each, type) and issubclass(each, base) and each is not base
    )


@contextmanager
def _listening(kind: Foreign) -> Generator[dict[str, Foreign]]:
    """What clients of a kind are made with while this lasts, without being made."""
    settings: dict[str, Foreign] = {}

    def listen(self: Foreign, **given: object) -> None:
        # By it a client keeps what it was made with.
        self._session = _NoSession()
        settings.update(given)

    before: Callable[..., None] = kind.__init__
    kind.__init__ = listen
    try:
        yield settings
    finally:
        kind.__init__ = before


class _NoSession:
    """Stands for the session of a client that isn't made."""


def _shown(credential: Foreign) -> tuple[object, ...]:
    """What tells a credential from another one."""
    renewable = getattr(credential, "renewable", None)
    return credential.ready, renewable, credential.secrets()


def _plain(value: Foreign) -> object:
    """A setting as it can be compared."""
    if is_object(value):
        return {key: _plain(each) for key, each in value.items()}
    if hasattr(value, "secrets"):
        return type(value).__name__, _shown(value), getattr(value, "token_url", "")
    if hasattr(value, "accept"):
        return repr(value), value.accept, getattr(value, "type", None)
    return value
