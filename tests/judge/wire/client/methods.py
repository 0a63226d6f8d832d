"""The methods of a generated package, and where each of their arguments goes on the wire."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeAlias, get_overloads

import msgspec

from tests.judge.source.original import Tree, is_object

# What a generated package holds: its types are its own.
Foreign: TypeAlias = Any

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
        has_items: Whether it returns pages or a stream.
        variants: What it finds the variant of the body by whose members are passed one by one.
    """

    owner: Foreign
    name: str
    operation: Foreign
    places: dict[str, tuple[str, str]]
    security: Foreign = None
    further: str = ""
    fixed: dict[str, Tree] = {}
    has_items: bool = False
    variants: Foreign = None

    @property
    def where(self) -> str:
        """Its operation, as reports name it."""
        return f"{self.operation.method} {self.operation.path}"

    @property
    def names(self) -> list[tuple[str, str]]:
        """Its arguments, each with its name on the wire; the whole body has none."""
        return [(name, wire) for name, (_, wire) in self.places.items() if wire]

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
        function = getattr(self.owner, self.name)
        found = inspect.signature(_as_whole(function)).parameters
        return any(
            found[argument].default is inspect.Parameter.empty
            for argument, (place, _) in self.places.items()
            if place == "body"
        )


class _Session:
    """Takes the place of a session and keeps what it is called with."""

    def __init__(self) -> None:
        self.taken: list[tuple[Foreign, ...]] = []
        self.has_items = False

    def __getattr__(self, name: str) -> Callable[..., object]:
        def take(
            operation: object, values: object = (), body: object = None, **rest: object
        ) -> object:
            self.taken.append((operation, values, body, rest))
            return self

        return take

    def stream(self, kind: object, *arguments: object, **rest: object) -> object:
        """Keep what a stream is called with, as of another call."""
        self.has_items = True
        return self.send(*arguments, **rest)

    def paginate(
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
        self.has_items = True
        return self


def methods(package: str) -> Iterator[Method | str]:
    """The methods of all synchronous groups of a package; text says what is wrong with one."""
    resource = importlib.import_module(f"{package}._runtime.call.client").Resource
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
                        method = _probe(owner, name, function)
                        _compare(method, getattr(module, f"Async{owner.__name__}"))
                        yield method
                    except Unprobed as reason:
                        yield f"{owner.__name__}.{name}: {reason}"


def _probe(owner: Foreign, name: str, function: Callable[..., object]) -> Method:
    """Call a method with one object for each argument, and see where each comes out."""
    whole = _as_whole(function)
    parameters = inspect.signature(whole).parameters
    # What may be a member, too, has to be an object in JSON to be the whole body.
    mark = object if whole is function else dict[str, Tree]
    marks = {argument: mark() for argument in parameters if argument not in _BESIDE}
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
            result = getattr(owner(session), name)(**given)
            if inspect.iscoroutine(result):
                # It hands on what it is called with before it waits for anything.
                result.send(None)
        if len(session.taken) == 1:
            return _read(
                Method(
                    owner=owner,
                    name=name,
                    operation=session.taken[0][0],
                    places={},
                    security=getattr(session.taken[0][0], "security", None),
                    further=apart,
                    has_items=session.has_items,
                    variants=_variants(function),
                ),
                session,
                given,
            )
    raise Unprobed("it doesn't hand its arguments on as they are")


def _as_whole(function: Callable[..., object]) -> Callable[..., object]:
    """The overload that takes the body as a whole, which is the last one, or the method itself."""
    overloads = get_overloads(function)
    return overloads[-1] if overloads else function


def _variants(function: Callable[..., object]) -> Foreign:
    """The value by which a method finds the variant of its body, None for most methods."""
    if not get_overloads(function):
        return None
    named = inspect.getclosurevars(inspect.unwrap(function)).globals.items()
    return next((value for name, value in named if name.endswith("_VARIANTS_")), None)


def _compare(method: Method, twin: Foreign) -> None:
    """See that the asynchronous method does the same.

    Raises:
        Unprobed: It doesn't.
    """
    function = getattr(twin, method.name, None)
    if function is None:
        raise Unprobed(f"{twin.__name__} doesn't have it")
    try:
        other = _probe(twin, method.name, function)
    except Unprobed as reason:
        raise Unprobed(f"{twin.__name__}: {reason}") from None
    for what in ("operation", "places", "further", "fixed"):
        if getattr(method, what) != getattr(other, what):
            raise Unprobed(f"{twin.__name__} has another one, of other {what}")
    ours, theirs = (
        _signature(getattr(owner, method.name)) for owner in (method.owner, twin)
    )
    if ours != theirs:
        raise Unprobed(f"{twin.__name__} has other arguments")


def _signature(function: Callable[..., object]) -> list[tuple[object, ...]]:
    return [
        (each.name, each.kind, each.default, each.annotation)
        for one in (*get_overloads(function), function)
        for each in inspect.signature(one).parameters.values()
    ]


def _read(method: Method, session: _Session, marks: dict[str, object]) -> Method:
    operation, values, body, rest = session.taken[0]
    names = {id(mark): argument for argument, mark in marks.items()}
    places: dict[str, tuple[str, str]] = {}
    if len(values) != len(operation.parameters):
        count = len(operation.parameters)
        raise Unprobed(f"it hands {len(values)} values on, of {count} parameters")
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
