"""Servers: which URL a client sends its requests to."""

from __future__ import annotations

from collections.abc import Container
from urllib.parse import urljoin, urlsplit

import msgspec

from generator.emit.text.code import Code, join, literal
from generator.ir.server import Server, ServerVariable
from generator.targets.python.docs.docstrings import one_line
from generator.targets.python.expressions import call_of, dict_of
from generator.targets.python.module import Module
from generator.targets.python.names.identifiers import snake
from generator.targets.python.names.scope import NameClaim, assign_identifiers

_SCHEMES = frozenset({"http", "https"})


class Choice(msgspec.Struct, frozen=True):
    """An argument that picks a server, or a part of its URL."""

    name: Code
    annotation: Code
    default: Code
    docs: str


class Named(msgspec.Struct, frozen=True):
    """A server that callers pick by name."""

    name: Code
    url: Code


class ServersView(msgspec.Struct, frozen=True):
    """The servers of a client.

    `named` are those to pick from, none when there is one server or they have no names. `url` is
    the expression for the chosen one, "" when the document doesn't say where the API is served;
    then `path` is the expression for the path that a caller's host gets, "" where it gets none,
    and `shown_path` is what it is by default, `named_path` as a literal. `others` are those that a
    caller can only give by their URLs.
    """

    choices: tuple[Choice, ...] = ()
    named: tuple[Named, ...] = ()
    url: Code = Code("")
    path: Code = Code("")
    shown_path: str = ""
    named_path: Code = Code("")
    others: tuple[Server, ...] = ()


def choose_servers(
    servers: tuple[Server, ...], argument: str, reserved: Container[str], module: Module
) -> ServersView:
    """Decide how callers pick a server.

    Args:
        servers: The API's servers; unnamed ones after the first are left to `base_url`, which names
            them, and so are relative ones beside absolute ones.
        argument: What the argument for named servers is called.
        reserved: Arguments that the client has already.
        module: The client's module.
    """
    found = reachable(servers)
    usable = known_servers(servers) or tuple(map(_without_host, found))
    if not usable:
        return ServersView()
    is_relative = usable[0].is_relative
    named = {
        server.name.preferred or server.name.wire: server
        for server in usable
        if server.name
    }
    chosen = tuple(named.values()) if len(named) > 1 else usable[:1]
    variables = {v.name.wire: v for server in chosen for v in server.variables}
    claims = [
        NameClaim(f"variable {wire}", (snake(v.name, "part"),))
        for wire, v in variables.items()
    ]
    names = assign_identifiers(
        [*claims, NameClaim("server", (Code(argument),), rank=-1)], reserved
    )
    choices = [
        _variable(v, names[f"variable {wire}"], module) for wire, v in variables.items()
    ]
    first = next(iter(chosen))
    url = literal(_location(first))
    if len(chosen) > 1:
        choices.insert(0, _server(tuple(named), names["server"], module))
        choose = module.use("._runtime.transport.urls", "choose_server")
        picked = names["server"]
        url = Code(f"{choose}(_SERVERS, {picked}, {literal(str(picked))})")
    if variables:
        values = dict_of((wire, names[f"variable {wire}"]) for wire in variables)
        fill = module.use("._runtime.transport.urls", "fill_server")
        url = call_of(fill, [url, values])
    rows = tuple(
        Named(literal(name), literal(_location(server)))
        for name, server in named.items()
    )
    path = root_path(first.default_url) if is_relative else ""
    has_path = path or any(server.url != "/" for server in chosen)
    relative = url if is_relative and has_path else Code("")
    beside = (*usable, *found) if not is_relative else usable
    return ServersView(
        choices=tuple(choices),
        named=rows if len(chosen) > 1 else (),
        url=Code("") if is_relative else url,
        path=relative,
        shown_path=path,
        named_path=literal(path) if path else Code(""),
        others=tuple(
            one
            for one in dict.fromkeys(beside)
            if one not in chosen and location(one) != "/"
        ),
    )


def known_servers(servers: tuple[Server, ...]) -> tuple[Server, ...]:
    """The servers that a client finds by their URLs alone."""
    return tuple(server for server in reachable(servers) if not server.is_relative)


def known_path(servers: tuple[Server, ...]) -> str:
    """The path that a caller's host gets by default, "" where it gets none."""
    if known_servers(servers):
        return ""
    return next((root_path(server.default_url) for server in reachable(servers)), "")


def reachable(servers: tuple[Server, ...]) -> tuple[Server, ...]:
    """The servers that HTTP requests can be sent to; a scheme may be left to a variable."""
    found: list[Server] = []
    for server in servers:
        written, separator, _ = server.url.partition("://")
        scheme = server.default_url.partition("://")[0].lower()
        is_open = bool(separator) and "{" in written
        if server.is_relative or scheme in _SCHEMES or is_open:
            found.append(server)
    return tuple(found)


def root_path(url: str) -> str:
    """The path of a relative URL below the root of a host, "" for the root itself."""
    return urlsplit(urljoin("https://host/", f"/{url.lstrip('/')}")).path.rstrip("/")


def location(server: Server) -> str:
    """A server's URL with its variables at their defaults; a relative one is its path."""
    url = server.default_url
    return root_path(url) or "/" if server.is_relative else url


def _location(server: Server) -> str:
    """A server's URL with its variables in braces; a relative one without any is its path."""
    return server.url if server.variables else location(server)


def _without_host(server: Server) -> Server:
    """A relative server without the variable for scheme and host, which `base_url` says."""
    for variable in server.variables:
        slot = "{" + variable.name.wire + "}"
        rest = server.url.removeprefix(slot)
        if (
            rest != server.url
            and slot not in rest
            and not any((variable.default, *variable.choices))
        ):
            others = tuple(one for one in server.variables if one is not variable)
            return msgspec.structs.replace(server, url=rest or "/", variables=others)
    return server


def _server(names: tuple[str, ...], argument: Code, module: Module) -> Choice:
    shown = join(", ", (literal(name) for name in names))
    annotation = Code(f"{module.use('typing', 'Literal')}[{shown}]")
    return Choice(
        argument, annotation, literal(names[0]), "Which of the API's servers to call."
    )


def _variable(variable: ServerVariable, name: Code, module: Module) -> Choice:
    annotation = module.builtin("str")
    if variable.choices:
        shown = join(
            ", ", (literal(choice) for choice in dict.fromkeys(variable.choices))
        )
        annotation = Code(f"{module.use('typing', 'Literal')}[{shown}] | {annotation}")
    docs = one_line(variable.docs) or "A part of the base URL."
    return Choice(name, annotation, literal(variable.default), docs)
