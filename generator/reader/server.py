"""Server Object: https://spec.openapis.org/oas/v3.2.0#server-object"""

from __future__ import annotations

import re

from msgspec.structs import replace

from generator.diagnostics import Severity
from generator.document.node import Node
from generator.ir.name import Name
from generator.ir.server import Server, ServerVariable
from generator.reader.audit import audit
from generator.reader.context import Context
from generator.reader.docs import described, read_name

_VARIABLE = re.compile(r"\{([^{}]*)\}")
# `api.example.com/v1`, `localhost:8080`: a path begins with no such segment, a file apart.
_BARE_HOST = re.compile(
    r"(?![^/]*\.(aspx?|cgi|html?|json|jsp|php)(/|\Z))"
    r"(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}|[0-9]{1,3}(\.[0-9]{1,3}){3})(:[0-9]+)?(/|\Z)",
    re.IGNORECASE,
).match
# A query or a fragment, which isn't within the name of a variable.
_QUERY = re.compile(r"[?#](?![^{}]*\}).*", re.DOTALL)


def read_servers(node: Node, context: Context) -> tuple[Server, ...]:
    """Read the `servers` of the document, a path item or an operation; () when it has none."""
    found: dict[str, Server] = {}
    for one in node.elements("servers"):
        if not context.is_object(one, "a server"):
            continue
        server = _read_server(one, context)
        if server is None:
            continue
        if server.url in found:
            message = f"the server `{server.url}` is listed twice"
            context.repair("server-duplicate", message, one, "the later one is ignored")
        else:
            found[server.url] = server
    return tuple(found.values())


def _read_server(node: Node, context: Context) -> Server | None:
    url = node.string("url").strip()
    if not url and not context.has_refused_reference(node):
        message, hint = "the server has no `url`", "it is read as `/`"
        context.repair("server-url", message, node.at("url"), hint)
    url = _as_base(url or "/", node, context)
    scheme = url.partition("://")[0].lower()
    if "://" in url and "{" not in scheme and scheme not in {"http", "https"}:
        message = f"no HTTP request can be sent to `{url}`"
        hint = "another server is taken where there is one"
        context.notebook.write("server-scheme", message, node.place, hint=hint)
    variables = {
        name: _read_variable(name, one, context)
        for name, one in node.members("variables")
        if context.is_object(one, "a server variable")
    }
    known = _has_variables(url, variables, node, context)
    name = node.string("name")
    server = Server(
        url=url,
        name=_name(node, name),
        variables=tuple(variables.values()),
        docs=described(node),
    )
    audit(node, "Server", context)
    return _with_scheme(server, node, context) if known else None


def _as_base(url: str, node: Node, context: Context) -> str:
    """A URL that paths can be put behind, with the scheme that `//host` leaves out."""
    base = _QUERY.sub("", url)
    if base != url:
        message = f"the server `{url}` has a query or a fragment"
        context.repair("server-url", message, node, f"it is read as `{base or '/'}`")
    return f"https:{base}" if base.startswith("//") else base or "/"


def _with_scheme(server: Server, node: Node, context: Context) -> Server:
    """A server that begins with a host, as people write it, which is a path by the letter."""
    if not _BARE_HOST(server.default_url):
        return server
    is_local = server.default_url.startswith("localhost")
    url = f"{'http' if is_local else 'https'}://{server.url}"
    context.notebook.write(
        "server-url",
        f"the server `{server.url}` has no scheme",
        node.place,
        hint=f"it is read as `{url}`",
        severity=Severity.WARNING,
    )
    return replace(server, url=url)


def _name(node: Node, written: str) -> Name | None:
    name = read_name(node, written)
    return name if name.wire or name.preferred else None


def _has_variables(
    url: str, variables: dict[str, ServerVariable], node: Node, context: Context
) -> bool:
    """Whether each variable of a URL is described; without that it can't be filled in."""
    for name in _VARIABLE.findall(url):
        if name not in variables:
            message = f"the server's variable `{name}` isn't described"
            hint = "the server is left out"
            context.repair("server-variable", message, node, hint)
            return False
    return True


def _read_variable(name: str, node: Node, context: Context) -> ServerVariable:
    choices: dict[str, None] = {}
    for one in node.elements("enum"):
        if one.text in choices:
            message = f"the choice `{one.text}` is listed twice"
            context.repair("server-variable", message, one, "once is enough")
        choices[one.text] = None
    default = node.string("default")
    if node.get("default") is None:
        default = next(iter(choices), "")
        message = f"the server's variable `{name}` has no default"
        hint = f"it is read as `{default}`"
        context.repair("server-variable", message, node.at("default"), hint)
    elif choices and default not in choices:
        message = f"the default `{default}` isn't among the choices"
        where = node.at("default")
        context.repair("server-variable", message, where, "it is added to them")
        choices[default] = None
    variable = ServerVariable(
        name=read_name(node, name),
        default=default,
        choices=tuple(choices),
        docs=described(node),
    )
    audit(node, "Server Variable", context)
    return variable
