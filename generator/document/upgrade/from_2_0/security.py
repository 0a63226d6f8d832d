"""Security Scheme Object: basic authentication and OAuth2 flows have other names."""

from __future__ import annotations

from generator.document.trees.tree import Tree
from generator.document.upgrade.walk.upgrade_walk import Walk

_FLOWS = {
    "accessCode": "authorizationCode",
    "application": "clientCredentials",
    "implicit": "implicit",
    "password": "password",
}
_OF_FLOW = ("authorizationUrl", "tokenUrl", "scopes")


def security_scheme(value: Tree, walk: Walk) -> Tree:
    """Upgrade a security scheme; one of an unknown type stays as it is."""
    if not isinstance(value, dict):
        return value
    match value:
        case {"type": "basic"}:
            return walk.made({**value, "type": "http", "scheme": "basic"}, value)
        case {"type": "oauth2", "flow": str() as flow} if flow in _FLOWS:
            return walk.made(_oauth2(value, _FLOWS[flow], walk), value)
        case _:
            return value


def _oauth2(value: dict[str, Tree], flow: str, walk: Walk) -> dict[str, Tree]:
    about = {
        key: item
        for key, item in value.items()
        if key not in _OF_FLOW and key != "flow"
    }
    own = {key: value[key] for key in _OF_FLOW if key in value}
    own.setdefault("scopes", walk.made(dict[str, Tree](), value))
    flows: dict[str, Tree] = {flow: walk.made(own, value)}
    return {**about, "flows": walk.made(flows, value)}
