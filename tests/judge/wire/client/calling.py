"""Calling the methods of a generated package by what their arguments are on the wire."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from tests.judge.source.original import Tree, is_object
from tests.judge.wire.client.client_arguments import Clients
from tests.judge.wire.client.methods import Method
from tests.judge.wire.loopback import Loopback, Received
from tests.judge.wire.request.inputs import Arguments

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

_SECONDS = 10.0


class Caller:
    """A client of the package that talks to a server on this machine.

    Args:
        package: The package.
        options: The headers that are options of its client, by lower-case name, and what they are
            called.
    """

    def __init__(self, package: str, options: Mapping[str, str]) -> None:
        self._server = Loopback()
        self._clients = Clients(package, options)
        # The empty answers aren't what the document says, which isn't asked here.
        logging.getLogger(package).disabled = True
        runtime = importlib.import_module(f"{package}._runtime.call.client")
        client = runtime.SyncClient(
            base_url=self._server.url,
            credentials_required=False,
            operation_servers=False,
            max_retries=0,
            timeout=_SECONDS,
        )
        self._client = client
        self._session = client._session
        module = importlib.import_module(f"{package}._runtime.request.request_options")
        self._options: Callable[..., object] = module.RequestOptions

    def call(
        self, method: Method, arguments: Arguments, content_type: str = ""
    ) -> Received:
        """Call a method, and return its request.

        Args:
            method: The method.
            arguments: What to call it with.
            content_type: Which of several representations of the body to ask for; "" asks for none.

        Raises:
            Exception: Whatever it raises before anything is sent.
        """
        # Whom a request is from is no part of what is judged.
        method.operation.security = ()
        set_once, arguments = self._clients.set_by_client(method.headers, arguments)
        session = self._session
        if set_once:
            session = self._clients.session(self._server.url, set_once)
        given = keywords(method, arguments)
        if content_type:
            given["options"] = self._options(headers={"Content-Type": content_type})
        return self._sent(session, method, given)

    def close(self) -> None:
        """Close the connections and the server."""
        self._client.close()
        self._clients.close()
        self._server.close()

    def own_arguments(self, method: Method, arguments: Arguments) -> Arguments:
        """Arguments without those that the client sends by its options."""
        return self._clients.set_by_client(method.headers, arguments)[1]

    def call_secured(
        self, method: Method, arguments: Arguments, environment: Mapping[str, str]
    ) -> Received:
        """Call a method with the credentials that the environment has, and return its request.

        Raises:
            Exception: Whatever the client or the method raises before anything is sent.
        """
        session = self._clients.secured(self._server.url, environment)
        _, arguments = self._clients.set_by_client(method.headers, arguments)
        method.operation.security = method.security
        return self._sent(session, method, keywords(method, arguments))

    def _sent(
        self, session: Foreign, method: Method, given: Mapping[str, Tree]
    ) -> Received:
        self._server.take()
        bound = getattr(method.owner(session), method.name)
        raised: Exception | None = None
        try:
            result = bound(**given)
            for later in ("first", "close"):
                if callable(then := getattr(result, later, None)):
                    then()
        except Exception as error:
            raised = error
        kept = self._server.take()
        if not kept:
            raise raised or RuntimeError("nothing was sent")
        # What becomes of the empty answer isn't asked here.
        return kept[0]


def keywords(method: Method, arguments: Arguments) -> dict[str, Tree]:
    """Drawn arguments by the names that the method gives them.

    Raises:
        KeyError: The method has no argument for one.
    """
    found = {place: name for name, place in method.places.items()}
    given: dict[str, Tree] = {}
    for place, members in arguments.given.items():
        if place == "body":
            whole = found.get(("body", ""))
            if flat := _flat(method, members):
                given.update(flat)
            elif whole is not None:
                given[whole] = members
            else:
                known = {key for key in members if ("body", key) in found}
                given.update({found["body", key]: members[key] for key in known})
                set_anyway = known | method.fixed.keys()
                rest = {key: members[key] for key in members if key not in set_anyway}
                if rest and not method.further:
                    raise KeyError(", ".join(rest))
                given.update({method.further: rest} if rest else {})
            continue
        for name, value in members.items():
            # What is the whole query has no name on the wire.
            given[found[place, "" if place == "querystring" else name]] = value
    return given


def _flat(method: Method, members: Tree) -> dict[str, Tree]:
    """The members of a body by their arguments; {} where it is passed as a whole.

    That is where they aren't one variant's, and where their number is even: both ways are tried.
    """
    variants = method.variants
    if variants is None or not is_object(members) or not len(members) % 2:
        return {}
    listed = {
        name for one in variants.variants for name in (*one.required, *one.optional)
    }
    if not members.keys() <= listed or not any(
        one.takes(members) for one in variants.variants
    ):
        return {}
    return {variants.names.get(name, name): value for name, value in members.items()}
