"""Calling the methods of a generated package by what their arguments are on the wire."""

from __future__ import annotations

import importlib
import inspect
import logging
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeAlias

import msgspec

from generator.corpus.original import Tree, is_object
from generator.corpus.wire.inputs import Arguments
from generator.corpus.wire.loopback import Loopback, Received
from generator.corpus.wire.options import Clients

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

_SECONDS = 10.0
# Arguments that have no single place on the wire.
_BESIDE = {"self", "options"}


class Unprobed(Exception):
    """What a method does with its arguments can't be found out."""


class Method(msgspec.Struct, frozen=True):
    """A method, and where its arguments go.

    Args:
        owner: The class that it is a method of.
        name: Its name.
        operation: The operation that it sends.
        places: For each argument, the location and the name on the wire; `body` with "" is the
            whole body, and with a name one member of it.
        security: What the operation says about credentials.
        further: The argument that takes further members of the body, or "".
        fixed: The members of the body that it sets by itself.
    """

    owner: Foreign
    name: str
    operation: Foreign
    places: dict[str, tuple[str, str]]
    security: Foreign = None
    further: str = ""
    fixed: dict[str, Tree] = {}

    @property
    def kinds(self) -> Sequence[Foreign]:
        """The representations in which it sends a body, the usual one first."""
        body = self.operation.body
        return getattr(body, "kinds", (body,)) if body is not None else ()

    @property
    def takes_apart(self) -> bool:
        """Whether its arguments are the members of the body, in whose place null can't stand."""
        inside = {name for place, name in self.places.values() if place == "body"}
        return bool(inside or self.further) and "" not in inside

    @property
    def headers(self) -> set[str]:
        """The headers that it takes itself, in lower case."""
        return {
            name.lower() for place, name in self.places.values() if place == "header"
        }

    @property
    def needs_body(self) -> bool:
        """Whether some argument that stands in the body has to be given, or is there anyway."""
        if self.fixed:
            return True
        found = inspect.signature(getattr(self.owner, self.name)).parameters
        return any(
            found[argument].default is inspect.Parameter.empty
            for argument, (place, _) in self.places.items()
            if place == "body"
        )


class _Session:
    """Takes the place of a session and keeps what it is called with."""

    def __init__(self) -> None:
        self.taken: list[tuple[Foreign, ...]] = []

    def __getattr__(self, name: str) -> Callable[..., object]:
        def take(
            operation: object, values: object = (), body: object = None, **rest: object
        ) -> object:
            self.taken.append((operation, values, body, rest))
            return self

        return take

    def paginate(  # noqa: PLR0913, PLR0917 -- as the session's own
        self,
        operation: object,
        values: object = (),
        max_items: object = None,
        cursor: object = None,
        options: object = None,
        body: object = None,
    ) -> object:
        """Keep what a list is called with; how far its pager goes has no place on the wire."""
        beside = {"max_items": max_items, "cursor": cursor, "options": options}
        self.taken.append((operation, values, body, beside))
        return self


def methods(package: str) -> Iterator[Method | str]:
    """The methods of all synchronous groups of a package; text says why one is left out."""
    resource = importlib.import_module(f"{package}._runtime.resource").Resource
    resources = importlib.import_module(f"{package}.resources")
    for found in pkgutil.walk_packages(resources.__path__, f"{resources.__name__}."):
        module = importlib.import_module(found.name)
        for owner in vars(module).values():
            is_group = isinstance(owner, type) and issubclass(owner, resource)
            if not is_group or owner.__module__ != module.__name__:
                continue
            for name, function in vars(owner).items():
                if inspect.isfunction(function) and not name.startswith("_"):
                    try:
                        yield _probe(owner, name, function)
                    except Unprobed as reason:
                        yield f"{owner.__name__}.{name}: {reason}"


def _probe(owner: Foreign, name: str, function: Callable[..., object]) -> Method:
    """Call a method with one object for each argument, and see where each comes out."""
    parameters = inspect.signature(function).parameters
    marks = {argument: object() for argument in parameters if argument not in _BESIDE}
    optional = [
        argument
        for argument in marks
        if parameters[argument].default is not inspect.Parameter.empty
    ]
    # One argument may be taken apart, a dict of further members, which a mere object isn't.
    for apart in ("", *reversed(optional)):
        given = {
            argument: mark for argument, mark in marks.items() if argument != apart
        }
        session = _Session()
        with suppress(Exception):
            getattr(owner(session), name)(**given)
        if len(session.taken) == 1:
            return _read(
                Method(
                    owner=owner,
                    name=name,
                    operation=session.taken[0][0],
                    places={},
                    security=getattr(session.taken[0][0], "security", None),
                    further=apart,
                ),
                session,
                given,
            )
    raise Unprobed("it doesn't hand its arguments on as they are")


def _read(method: Method, session: _Session, marks: dict[str, object]) -> Method:
    operation, values, body, rest = session.taken[0]
    names = {id(mark): argument for argument, mark in marks.items()}
    places: dict[str, tuple[str, str]] = {}
    for parameter, value in zip(operation.parameters, values, strict=True):
        if id(value) in names:
            places[names[id(value)]] = parameter.location, parameter.name
    if id(body) in names:
        places[names[id(body)]] = "body", ""
    members: dict[str, object] = body if is_object(body) else {}
    fixed: dict[str, Tree] = {}
    for key, value in members.items():
        if id(value) in names:
            places[names[id(value)]] = "body", key
        elif isinstance(value, bool | int | float | str):
            fixed[key] = value
    # How far a pager goes, which the document doesn't know.
    beside = {names[id(value)] for value in rest.values() if id(value) in names}
    if lost := sorted(marks.keys() - places.keys() - beside):
        raise Unprobed(f"where {', '.join(lost)} goes isn't seen")
    return msgspec.structs.replace(method, places=places, fixed=fixed)


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
        runtime = importlib.import_module(f"{package}._runtime.client")
        client = runtime.SyncClient(
            base_url=self._server.url,
            credentials_required=False,
            operation_servers=False,
            max_retries=0,
            timeout=_SECONDS,
        )
        self._session = client._session
        module = importlib.import_module(f"{package}._runtime.options")
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
            if whole is not None:
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
