"""Leaves out what needs a schema that can't be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from generator.ir.declarations import Declaration
from generator.ir.operation import Callback, Operation
from generator.reader.context import Context
from generator.reader.reach import references, tainted

T = TypeVar("T", Operation, Callback)


def without_refused(
    operations: Sequence[Operation],
    webhooks: Sequence[Callback],
    declarations: dict[str, Declaration],
    refused: Iterable[str],
    context: Context,
) -> tuple[tuple[Operation, ...], tuple[Callback, ...], tuple[Declaration, ...]]:
    """Keep the operations, webhooks and declarations that need none of the refused schemas.

    Args:
        operations: All operations that could be read themselves.
        webhooks: All webhooks that could.
        declarations: All declarations that could, by id.
        refused: The ids of the schemas that couldn't.
        context: What the readers share.
    """
    lost = tainted(declarations, refused)
    if not lost:
        return tuple(operations), tuple(webhooks), tuple(declarations.values())
    return (
        _kept(operations, lost, context),
        _kept(webhooks, lost, context),
        tuple(one for key, one in declarations.items() if key not in lost),
    )


def _kept(parts: Sequence[T], lost: frozenset[str], context: Context) -> tuple[T, ...]:
    kept: list[T] = []
    for part in parts:
        needed = next((one for one in references(part) if one in lost), None)
        if needed is None:
            kept.append(part)
            continue
        context.notebook.write(
            "schema-refused",
            f"`{part.method} {_where(part)}` needs the schema `{needed}`, which can't be read",
            part.place,
            hint="it is left out",
        )
    return tuple(kept)


def _where(part: Operation | Callback) -> str:
    return part.path.template if isinstance(part, Operation) else part.name.wire
