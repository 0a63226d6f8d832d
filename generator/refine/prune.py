"""Drop the declarations that no operation and no webhook reaches, and count what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.graph import reachable
from generator.ir.operation import Callback, Operation
from generator.refine.rewrite.api import used_types


def prune(api: Api, notebook: Notebook) -> Api:
    """Keep what is reached; `coverage` counts the schemas that the document named."""
    reached = reach(api)
    kept = tuple(each for each in api.declarations if each.id in reached)
    coverage = replace(
        api.coverage,
        operations_kept=len(api.operations),
        schemas_kept=sum(1 for each in kept if each.name.wire),
    )
    return replace(api, declarations=kept, coverage=coverage)


def reach(
    api: Api, families: Mapping[str, Sequence[str]] | None = None
) -> frozenset[str]:
    """The ids of the declarations that operations and webhooks lead to.

    Args:
        api: At any stage.
        families: What else each id leads to, as long as that isn't written in its type.
    """
    declarations = {each.id: each for each in api.declarations}
    holders: tuple[Operation | Callback, ...] = (*api.operations, *api.webhooks)
    types = (type for each in holders for type in used_types(each))
    return reachable(types, declarations, families)
