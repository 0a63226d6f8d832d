"""The document's top: servers, components under one roof, and the security schemes there."""

from __future__ import annotations

from generator.document.trees.tree import Tree, without
from generator.document.upgrade.walk.moved_references import Keys, Link, Ways
from generator.document.upgrade.walk.upgrade_walk import Walk

_COMPONENTS = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
_SERVED = frozenset({"host", "basePath", "schemes"})
_REPLACED = frozenset({"swagger", "consumes", "produces", *_SERVED, *_COMPONENTS})
_FLOWS = {
    "accessCode": "authorizationCode",
    "application": "clientCredentials",
    "implicit": "implicit",
    "password": "password",
}
_OF_FLOW = ("authorizationUrl", "tokenUrl", "scopes")
# `ws` and `wss` are 2.0's too, but no operation of a description is sent over them.
_SCHEMES = ("https", "http")


def openapi(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade the document."""
    new: dict[str, Tree] = {"openapi": "3.0.4"}
    new |= without(value, *_REPLACED)
    new["servers"] = document_servers(value, walk)
    components = _components(value, walk)
    if components:
        new["components"] = walk.made(components, value)
    return new


def _components(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Gather what operations refer to; fields of forms have become properties of bodies."""
    found: dict[str, Tree] = {}
    for keyword, name in _COMPONENTS.items():
        entries = value.get(keyword)
        if isinstance(entries, dict):
            is_moved = keyword == "parameters"
            found |= _parameters(entries, walk) if is_moved else {name: entries}
    return found


def _parameters(entries: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    found: dict[str, dict[str, Tree]] = {}
    for key, item in entries.items():
        section = _section(walk.document, key, walk.file, walk.ways)
        if section:
            found.setdefault(section, {})[key] = item
    return {name: walk.made(items, entries) for name, items in found.items()}


def _section(document: dict[str, Tree], key: str, file: str, ways: Ways) -> str:
    """Return the components that a parameter of the document goes to, "" for none."""
    entries = document.get("parameters")
    entry = entries.get(key) if isinstance(entries, dict) else None
    match ways.follow(file, entry)[1]:
        case {"in": "body"}:
            return "requestBodies"
        case {"in": "formData"}:
            return ""
        case _:
            return "parameters"


def move(link: Link, document: dict[str, Tree], ways: Ways) -> Keys:
    """Return where a document's components have gone."""
    match link.keys:
        case ("parameters", key, *rest):
            section = _section(document, key, link.file, ways) or "parameters"
            return ("components", section, key, *rest)
        case (str() as keyword, *rest) if keyword in _COMPONENTS:
            return ("components", _COMPONENTS[keyword], *rest)
        case keys:
            return keys


def security_scheme(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade a security scheme; one of an unknown type stays as it is."""
    match value:
        case {"type": "basic"}:
            return {**value, "type": "http", "scheme": "basic"}
        case {"type": "oauth2", "flow": str() as flow} if flow in _FLOWS:
            return _oauth2(value, _FLOWS[flow], walk)
        case _:
            return value


def _oauth2(value: dict[str, Tree], flow: str, walk: Walk) -> dict[str, Tree]:
    about = without(value, *_OF_FLOW, "flow")
    own = {key: value[key] for key in _OF_FLOW if key in value}
    own.setdefault("scopes", walk.made(dict[str, Tree](), value))
    flows: dict[str, Tree] = {flow: walk.made(own, value)}
    return {**about, "flows": walk.made(flows, value)}


def servers(
    document: dict[str, Tree], holder: dict[str, Tree], walk: Walk
) -> list[Tree]:
    """Return the servers of a document or, by its own schemes, of an operation.

    Args:
        document: The document.
        holder: What has the schemes: the document or an operation.
        walk: The pass.

    Returns:
        One server per scheme, the encrypted one first; a relative one when the host is missing.
    """
    host = document.get("host")
    path = document.get("basePath")
    below = "/" + path.strip("/") if isinstance(path, str) and path.strip("/") else ""
    if not isinstance(host, str) or not host:
        urls = [below or "/"]
    else:
        schemes = holder.get("schemes")
        listed = schemes if isinstance(schemes, list) else []
        named = [name for name in _SCHEMES if name in listed] or ["https"]
        urls = [f"{scheme}://{host}{below}" for scheme in named]
    return walk.made([walk.made({"url": url}, holder) for url in urls], holder)


def document_servers(document: dict[str, Tree], walk: Walk) -> list[Tree]:
    """Return the servers of a document, and note what it leaves open."""
    if not document.get("host"):
        message = "Without `host`, the API is where the document was loaded from"
        walk.note("swagger-server", message, document, "swagger")
    elif not document.get("schemes"):
        message = "Without `schemes`, https is taken"
        walk.note("swagger-server", message, document, "host")
    return servers(document, document, walk)
