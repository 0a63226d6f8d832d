"""Calling the methods of a generated package by what their arguments are on the wire."""

from __future__ import annotations

import base64
import importlib
import inspect
import logging
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, TypeAlias

import httpx2
import msgspec

from generator.corpus.inputs import Arguments
from generator.corpus.original import Tree, is_object

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

HOST = "http://127.0.0.1"
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
        further: The argument that takes further members of the body, or "".
    """

    owner: Foreign
    name: str
    operation: Foreign
    places: dict[str, tuple[str, str]]
    further: str = ""

    @property
    def needs_body(self) -> bool:
        """Whether some argument that stands in the body has to be given."""
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
                Method(owner, name, session.taken[0][0], {}, apart), session, given
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
    for key, value in members.items():
        if id(value) in names:
            places[names[id(value)]] = "body", key
    # How far a pager goes, which the document doesn't know.
    beside = {names[id(value)] for value in rest.values() if id(value) in names}
    if lost := sorted(marks.keys() - places.keys() - beside):
        raise Unprobed(f"where {', '.join(lost)} goes isn't seen")
    return msgspec.structs.replace(method, places=places)


class Caller:
    """A client of the package whose requests are kept instead of sent."""

    def __init__(self, package: str) -> None:
        self._kept: list[dict[str, Foreign]] = []
        # The empty answers aren't what the document says, which isn't asked here.
        logging.getLogger(package).disabled = True
        runtime = importlib.import_module(f"{package}._runtime.client")
        transport = httpx2.MockTransport(self._keep)
        client = runtime.SyncClient(
            base_url=HOST,
            http_client=httpx2.Client(transport=transport),
            credentials_required=False,
            operation_servers=False,
            max_retries=0,
        )
        self._session = client._session

    def call(self, method: Method, arguments: Arguments) -> dict[str, Foreign]:
        """Call a method, and return its request.

        Raises:
            Exception: Whatever it raises before anything is sent.
        """
        self._kept.clear()
        # Whom a request is from is no part of what is judged.
        method.operation.security = ()
        bound = getattr(method.owner(self._session), method.name)
        try:
            result = bound(**keywords(method, arguments))
            first = getattr(result, "first", None)
            if not self._kept and callable(first):
                first()
            close = getattr(result, "close", None)
            if callable(close):
                close()
        except Exception:
            # What becomes of the empty answer isn't asked here.
            if not self._kept:
                raise
        if not self._kept:
            raise RuntimeError("nothing was sent")
        return self._kept[0]

    def _keep(self, request: httpx2.Request) -> httpx2.Response:
        self._kept.append(
            {
                "method": request.method,
                "target": request.url.raw_path.decode("ascii"),
                "headers": [
                    (name.decode("latin-1"), value.decode("latin-1"))
                    for name, value in request.headers.raw
                ],
                "body": base64.b64encode(request.read()).decode(),
            }
        )
        return httpx2.Response(204)


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
                rest = {key: members[key] for key in members if key not in known}
                if rest and not method.further:
                    raise KeyError(", ".join(rest))
                given.update({method.further: rest} if rest else {})
            continue
        for name, value in members.items():
            given[found[place, name]] = value
    return given
