"""Note once which of the document's schemas nothing uses, so that their models aren't missed.

This comes before anything is merged or joined: what a union in a union or an allOf names is used,
though its name is lost later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Notebook
from generator.ir.api import Api
from generator.ir.declarations import Declaration, Model
from generator.ir.types import Discriminator, Reference
from generator.ir.unrefined import Compound, Inline, WrittenType
from generator.refine.prune import reach

# How many names the note lists.
_LISTED = 5


def note_unused(api: Api, notebook: Notebook) -> Api:
    """Note the schemas that no operation and no webhook reaches; the Api stays as it is.

    Where an operation was refused, this is unknown: it may be the one that uses them.
    """
    if api.coverage.operations_kept < api.coverage.operations:
        return api
    reached = reach(api, _families(api.declarations))
    unused = [
        each
        for each in api.declarations
        if each.name.wire and each.id not in reached and not _is_name_of(each, reached)
    ]
    if unused:
        names = [f"`{each.name.wire}`" for each in unused]
        more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
        notebook.write(
            "schema-unused",
            f"no operation and no webhook uses {', '.join(names[:_LISTED])}{more}",
            unused[0].place,
            hint="no model is generated where nothing takes or returns it",
        )
    return api


def _is_name_of(declaration: Declaration, reached: frozenset[str]) -> bool:
    """Whether a schema is a further name of a used one, as roots of many files hold them."""
    if isinstance(declaration, Model):
        return False
    type = declaration.type
    return isinstance(type, Reference) and type.id in reached


def _families(declarations: tuple[Declaration, ...]) -> dict[str, list[str]]:
    """What may stand for a schema with a discriminator: what it maps to, and what extends it."""
    found: dict[str, list[str]] = {}
    extended: dict[str, list[str]] = defaultdict(list)
    # What a mapping leads to may have been refused.
    known = {each.id for each in declarations}
    for each in declarations:
        for part in _parts(each):
            if isinstance(part, Discriminator):
                found[each.id] = [id for _, id in part.mapping if id in known]
            else:
                extended[part].append(each.id)
    waiting = [*found]
    while waiting:
        id = waiting.pop()
        # A child has its parent's discriminator, and may have children of its own.
        waiting += (child for child in extended[id] if child not in found)
        found.setdefault(id, []).extend(extended.pop(id))
    return found


def _parts(declaration: Declaration) -> Iterator[Discriminator | str]:
    """The discriminator of a schema itself, and the ids of what its allOf takes in."""
    if isinstance(declaration, Model):
        if declaration.discriminator is not None:
            yield declaration.discriminator
        return
    waiting: list[WrittenType] = (
        [declaration.type] if isinstance(declaration.type, Compound) else []
    )
    while waiting:
        match waiting.pop():
            case Compound(parts=parts):
                waiting += parts
            case Inline(model=Model(discriminator=Discriminator() as found)):
                yield found
            case Reference(id=id):
                yield id
            case _:
                continue
