"""Servers: how a client is told where the API is served."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from generator.emit.text import Code, join, literal
from generator.ir.server import Server, ServerVariable
from generator.targets.python.docstrings import one_line
from generator.targets.python.identifiers import snake
from generator.targets.python.module import Module
from generator.targets.python.scope import Claim, settle

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
    the expression for the chosen one, "" when the document doesn't say where the API is served.
    `others` are those that a caller can only give by their URLs.
    """

    choices: tuple[Choice, ...]
    named: tuple[Named, ...]
    url: Code
    others: tuple[Server, ...] = ()


def choose_servers(
    servers: tuple[Server, ...], argument: str, reserved: Container[str], module: Module
) -> ServersView:
    """Decide how callers pick a server.

    Args:
        servers: The API's servers; unnamed ones after the first are left to `base_url`, which names
            them.
        argument: What the argument for named servers is called.
        reserved: Arguments that the client has already.
        module: The client's module.
    """
    absolute = known_servers(servers)
    if not absolute:
        return ServersView((), (), Code(""))
    named = {
        server.name.preferred or server.name.wire: server
        for server in absolute
        if server.name
    }
    chosen = tuple(named.values()) if len(named) > 1 else absolute[:1]
    variables = {v.name.wire: v for server in chosen for v in server.variables}
    claims = [
        Claim(f"variable {wire}", (snake(v.name, "part"),))
        for wire, v in variables.items()
    ]
    names = settle([*claims, Claim("server", (Code(argument),), rank=-1)], reserved)
    choices = [
        _variable(v, names[f"variable {wire}"], module) for wire, v in variables.items()
    ]
    first = next(iter(chosen))
    url = literal(first.url)
    if len(chosen) > 1:
        choices.insert(0, _server(tuple(named), names["server"], module))
        choose = module.use("._runtime.servers", "choose_server")
        picked = names["server"]
        url = Code(f"{choose}(_SERVERS, {picked}, {literal(str(picked))})")
    if variables:
        values = join(
            ", ",
            (
                Code(f"{literal(wire)}: {names[f'variable {wire}']}")
                for wire in variables
            ),
        )
        fill = module.use("._runtime.servers", "fill_server")
        url = Code(f"{fill}({url}, {{{values}}})")
    rows = tuple(
        Named(literal(name), literal(server.url)) for name, server in named.items()
    )
    others = tuple(server for server in absolute if server not in chosen)
    return ServersView(tuple(choices), rows if len(chosen) > 1 else (), url, others)


def known_servers(servers: tuple[Server, ...]) -> tuple[Server, ...]:
    """The servers that a client finds by their URLs alone."""
    return tuple(server for server in reachable(servers) if "://" in server.url)


def reachable(servers: tuple[Server, ...]) -> tuple[Server, ...]:
    """The servers that HTTP requests can be sent to; a scheme may be left to a variable."""
    found: list[Server] = []
    for server in servers:
        scheme, separator, _ = server.url.partition("://")
        if not separator or scheme.lower() in _SCHEMES or "{" in scheme:
            found.append(server)
    return tuple(found)


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


def expand(server: Server) -> str:
    """A server's URL with its variables at their defaults."""
    url = server.url
    for variable in server.variables:
        url = url.replace("{" + variable.name.wire + "}", variable.default)
    return url
