"""Security Requirement Object: https://spec.openapis.org/oas/v3.2.0#security-requirement-object"""

from __future__ import annotations

from generator.document.node import Node
from generator.document.trees.tree import escape
from generator.ir.security import Requirement
from generator.reader.context import Context

Alternatives = tuple[tuple[Requirement, ...], ...]

_COMPONENT = "#/components/securitySchemes/"


def read_security(node: Node, context: Context) -> Alternatives | None:
    """Read what a request needs: alternatives, each a set of schemes needed together.

    Returns:
        None where the object doesn't say; () or an empty alternative where nothing is needed.
    """
    if node.get("security") is None:
        return None
    listed = node.elements("security")
    read = [
        _read_alternative(one, context)
        for one in listed
        if context.is_object(one, "a security requirement")
    ]
    found = tuple(dict.fromkeys(one for one in read if one is not None))
    return found if found or not listed else ((),)


def _read_alternative(node: Node, context: Context) -> tuple[Requirement, ...] | None:
    """One set of schemes; None when one of them isn't there."""
    found: list[Requirement] = []
    for key, scopes in node.entries():
        name = key.removeprefix(_COMPONENT)
        identity = f"components/securitySchemes/{escape(name)}"
        context.required.add(identity)
        if identity in context.unread:
            # Why it can't be read is reported where it stands.
            return None
        if name not in context.schemes:
            message = f"the security scheme `{key}` isn't there or can't be used"
            hint = "requests are made without it"
            context.repair("security-unknown", message, node, hint)
            return None
        found.append(Requirement(scheme=name, scopes=_read_scopes(scopes, context)))
    return tuple(found)


def _read_scopes(node: Node, context: Context) -> tuple[str, ...]:
    if isinstance(node.value, list):
        return tuple(one.text for one in node.items())
    message = "a security requirement has to list scopes"
    context.repair("keyword-type", message, node, "none are read")
    return ()
