"""The document's top: servers, and components under one roof."""

from __future__ import annotations

from generator.document.trees.tree import Tree
from generator.document.upgrade.from_2_0.security import security_scheme
from generator.document.upgrade.from_2_0.server import document_servers
from generator.document.upgrade.walk.moved_references import Keys, Link
from generator.document.upgrade.walk.reference_scopes import Ways
from generator.document.upgrade.walk.upgrade_walk import Walk

_COMPONENTS = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
_SERVED = frozenset({"host", "basePath", "schemes"})
_REPLACED = frozenset({"swagger", "consumes", "produces", *_SERVED, *_COMPONENTS})


def openapi(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
    """Upgrade the document."""
    new: dict[str, Tree] = {"openapi": "3.0.4"}
    new |= {key: item for key, item in value.items() if key not in _REPLACED}
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
        match keyword, entries:
            case "parameters", dict():
                found |= _parameters(entries, walk)
            case "securityDefinitions", dict():
                schemes = {k: security_scheme(v, walk) for k, v in entries.items()}
                found[name] = walk.made(schemes, entries)
            case _, dict():
                found[name] = entries
            case _:
                pass
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
