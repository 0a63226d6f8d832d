"""The client of a generated package, with headers that it sends and credentials that it finds."""

from __future__ import annotations

import importlib
import inspect
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias

from tests.judge.source.original import Tree
from tests.judge.wire.request.inputs import Arguments

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

_SECONDS = 10.0


class Clients:
    """Makes clients of a package's own class.

    Args:
        package: The package.
        options: What the client's options are to be called, by the headers' lower-case names.
    """

    def __init__(self, package: str, options: Mapping[str, str]) -> None:
        runtime = importlib.import_module(f"{package}._runtime.call.client")
        module = importlib.import_module(f"{package}._client")
        self._made_last: Foreign = None
        self._kind: Foreign = next(
            each
            for each in vars(module).values()
            if isinstance(each, type)
            and issubclass(each, runtime.SyncClient)
            and each is not runtime.SyncClient
        )
        settings = settings_of(runtime)
        self._own = {
            name: parameter
            for name, parameter in inspect.signature(self._kind).parameters.items()
            if name not in settings
        }
        self._names = {
            header: name
            for header, option in options.items()
            for name in self._own
            if name == "_".join(option.split())
        }

    def set_by_client(
        self, taken: set[str], arguments: Arguments
    ) -> tuple[dict[str, Tree], Arguments]:
        """What the client sends of some arguments, by its options, and the arguments left.

        Args:
            taken: The lower-case names of the headers that the method takes itself.
            arguments: What is to be sent.
        """
        options: dict[str, Tree] = {}
        left: dict[str, Tree] = {}
        for header, value in arguments.given["header"].items():
            option = self._names.get(header.lower())
            if option is None or header.lower() in taken:
                left[header] = value
            else:
                options[option] = value
        if not options:
            return {}, arguments
        return options, Arguments(given={**arguments.given, "header": left})

    def session(self, url: str, options: Mapping[str, Tree]) -> Foreign:
        """The session of a client that has options, and something for each credential."""
        credentials = {
            name: "x"
            for name, parameter in self._own.items()
            if parameter.default is None and name not in self._names.values()
        }
        return self._made(url, {**credentials, **options})

    def secured(self, url: str, variables: Mapping[str, str]) -> Foreign:
        """The session of a client that reads its credentials from the environment.

        Raises:
            Exception: It finds none.
        """
        with _environment(variables):
            return self._made(url, {})

    def _made(self, url: str, arguments: Mapping[str, Tree]) -> Foreign:
        # Of two at a time nobody has use.
        self.close()
        client = self._kind(base_url=url, max_retries=0, timeout=_SECONDS, **arguments)
        self._made_last = client
        session = client._session
        # The path of a relative server is no part of what an operation says.
        requests = session.requests
        requests.base = requests.base.__class__(requests.base.origin, "")
        return session

    def close(self) -> None:
        """Close the client that was made last."""
        if self._made_last is not None:
            self._made_last.close()
            self._made_last = None


@contextmanager
def _environment(variables: Mapping[str, str]) -> Generator[None]:
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def settings_of(runtime: Foreign) -> set[str]:
    """The arguments that the client of every package takes.

    Args:
        runtime: The package's `_runtime.call.client`.
    """
    own = inspect.signature(runtime.SyncClient).parameters
    return {*own, *runtime.ClientOptions.__annotations__}
