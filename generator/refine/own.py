"""Give every declaration to the one resource that reaches it, or to all.

What two resources reach, or a webhook, is shared, and so is what it refers to in turn. So shared
declarations never refer to a resource's, a resource's never to another's, and declarations that
refer to each other in a circle lie together.
"""

from __future__ import annotations

from collections import deque

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.refine.spots import outer_types
from generator.refine.walk import declared_types, references

SHARED = ""


def own(api: Api, notebook: Notebook) -> Api:
    """Fill `owner` of every declaration with the id of a top-level resource, or ""."""
    uses = {
        each.id: set(references(*declared_types(each))) for each in api.declarations
    }
    owners: dict[str, str] = {}
    waiting: deque[tuple[str, str]] = deque()
    for operation in api.operations:
        owner = operation.resource[0].wire if operation.resource else SHARED
        found = references(*outer_types(operation))
        waiting.extend((id, owner) for id in dict.fromkeys(found))
    for webhook in api.webhooks:
        waiting.extend((id, SHARED) for id in references(*outer_types(webhook)))
    while waiting:
        id, owner = waiting.popleft()
        before = owners.get(id)
        after = owner if before in {None, owner} else SHARED
        # Each declaration changes at most twice: to a resource's, and to a shared one.
        if after != before:
            owners[id] = after
            waiting.extend((used, after) for used in sorted(uses[id]))
    declarations = tuple(
        replace(each, owner=owners.get(each.id, SHARED)) for each in api.declarations
    )
    return replace(api, declarations=declarations)
