"""Drop the declarations that no operation and no webhook reaches, and count what is left."""

from __future__ import annotations

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.operation import Callback, Operation
from generator.refine.spots import outer_types
from generator.refine.walk import declared_types, references


def prune(api: Api, notebook: Notebook) -> Api:
    """Keep what is reached; `coverage` counts the schemas that the document named."""
    declarations = {each.id: each for each in api.declarations}
    reached: set[str] = set()
    holders: tuple[Operation | Callback, ...] = (*api.operations, *api.webhooks)
    waiting = [id for each in holders for id in references(*outer_types(each))]
    while waiting:
        id = waiting.pop()
        if id not in reached:
            reached.add(id)
            waiting.extend(references(*declared_types(declarations[id])))
    kept = tuple(each for each in api.declarations if each.id in reached)
    coverage = replace(
        api.coverage,
        operations_kept=len(api.operations),
        schemas_kept=sum(1 for each in kept if each.name.wire),
    )
    return replace(api, declarations=kept, coverage=coverage)
