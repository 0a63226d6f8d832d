"""Give every declaration to the one resource or kind of webhook that reaches it, or to all.

What two resources reach is shared, and so is what it refers to in turn. So shared declarations
never refer to a resource's, a resource's never to another's, and declarations that refer to each
other in a circle lie together. Webhooks have a tree of their own, since an API with hundreds of
them describes more there than in all operations: what the webhooks of one first word reach is
theirs, what several kinds reach is all webhooks', and what a resource reaches, too, is shared.
"""

from __future__ import annotations

from collections import deque

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.graph import declared_types, references
from generator.ir.operation import SHARED, WEBHOOKS
from generator.refine.rewrite.api import used_types


def assign_owners(api: Api, notebook: Notebook) -> Api:
    """Fill `owner` of every declaration: a top-level resource, a kind of webhook, or ""."""
    uses = {
        each.id: set(references(*declared_types(each))) for each in api.declarations
    }
    owners: dict[str, str] = {}
    waiting: deque[tuple[str, str]] = deque()
    for operation in api.operations:
        found = references(*used_types(operation))
        waiting.extend((id, operation.owner) for id in dict.fromkeys(found))
    for webhook in api.webhooks:
        found = references(*used_types(webhook))
        waiting.extend((id, webhook.webhook_owner) for id in found)
    if api.event is not None:
        waiting.append((api.event.id, WEBHOOKS))
    while waiting:
        id, owner = waiting.popleft()
        before = owners.get(id)
        after = owner if before is None else _common(before, owner)
        # Each declaration changes at most three times, since an owner only becomes wider.
        if after != before:
            owners[id] = after
            waiting.extend((used, after) for used in sorted(uses[id]))
    declarations = tuple(
        replace(each, owner=owners.get(each.id, SHARED)) for each in api.declarations
    )
    return replace(api, declarations=declarations)


def _common(one: str, other: str) -> str:
    """The narrowest owner that takes in both."""
    if one == other:
        return one
    is_hook = all(owner.split("/")[0] == WEBHOOKS for owner in (one, other))
    return WEBHOOKS if is_hook else SHARED
