"""Leaves out what needs a schema that can't be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from generator.diagnostics import Severity
from generator.ir.declarations import Declaration
from generator.ir.operation import Callback, Operation
from generator.reader.context import Context
from generator.reader.reach import reached, references, tainted

T = TypeVar("T", Operation, Callback)


def tell_unread(
    found: Mapping[str, Declaration],
    parts: Iterable[Operation | Callback],
    context: Context,
) -> None:
    """Write down what can't be read: leniently, that refuses nothing where nothing needs it."""
    if not context.unread:
        return
    needed = reached(found, parts) | context.required
    for identity, reason in context.unread.items():
        if not context.lenient or identity in needed:
            context.notebook.keep(reason)
        else:
            hint = reason.hint or "it is left out, as nothing needs it"
            context.notebook.keep(
                msgspec.structs.replace(reason, severity=Severity.REPAIR, hint=hint)
            )


def without_refused(
    operations: Sequence[Operation],
    webhooks: Sequence[Callback],
    declarations: dict[str, Declaration],
    context: Context,
) -> tuple[tuple[Operation, ...], tuple[Callback, ...], tuple[Declaration, ...]]:
    """Keep the operations, webhooks and declarations that need no schema that can't be read.

    Args:
        operations: All operations that could be read themselves.
        webhooks: All webhooks that could.
        declarations: All declarations that could, by id.
        context: What the readers share.
    """
    lost = tainted(declarations, context.unread)
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
