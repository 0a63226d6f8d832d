"""Leaves out what needs a schema that can't be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from generator.diagnostics import Place, Severity
from generator.ir.declarations import Alias, Declaration
from generator.ir.operation import Callback, Operation
from generator.reader.context import UNREAD, Context, as_repair
from generator.reader.reach import references
from generator.reader.remains import Remains, Where, gone
from generator.reader.spare import Needed, needed_body, spared

Declarations = Mapping[str, Declaration]


class Kept(NamedTuple):
    """What is left of a document's operations, webhooks and declarations."""

    operations: tuple[Operation, ...]
    webhooks: tuple[Callback, ...]
    declarations: tuple[Declaration, ...]


def without_unread(
    operations: Sequence[Operation],
    webhooks: Sequence[Callback],
    declarations: Declarations,
    found: Declarations,
    context: Context,
) -> Kept:
    """Take the schemas that can't be read out of all that refers to them, and tell what it costs.

    Args:
        operations: All operations that could be read themselves.
        webhooks: All webhooks that could.
        declarations: All declarations that could, by id.
        found: These and those that are defined by themselves alone.
        context: What the readers share.
    """
    if not context.unread:
        return Kept(tuple(operations), tuple(webhooks), tuple(declarations.values()))
    lost = _lost(declarations, context)
    left = _Left(declarations, lost, context)
    kept = Kept(
        tuple(left.operations(operations)),
        tuple(left.callbacks(webhooks)),
        tuple(left.declarations()),
    )
    left.tell_unread(found)
    return kept


def _lost(declarations: Declarations, context: Context) -> frozenset[str]:
    """The ids of what can't be read, and of the declarations that are nothing else."""
    users: dict[str, list[str]] = {}
    for identity, declaration in declarations.items():
        if isinstance(declaration, Alias):
            for needed in references(declaration):
                users.setdefault(needed, []).append(identity)
    lost = set(context.unread)
    waiting = [*lost]
    while waiting:
        for identity in users.get(waiting.pop(), ()):
            if identity not in lost and _is_gone(declarations[identity], lost):
                lost.add(identity)
                waiting.append(identity)
    return frozenset(lost)


def _is_gone(declaration: Declaration, lost: set[str]) -> bool:
    return isinstance(declaration, Alias) and bool(gone(declaration.type, lost))


class _Left:
    """Makes what is left, and remembers which of the lost schemas cost what."""

    def __init__(
        self, declarations: Declarations, lost: frozenset[str], context: Context
    ) -> None:
        self._declarations = declarations
        self._lost = lost
        self._context = context
        self._remains = Remains(lost, self._tell)
        # What became of the one part that has a schema written in place, by the schema's id.
        self._hints: dict[str, str] = {}
        self._used: set[str] = set()
        self._needed: set[str] = set()

    def declarations(self) -> Iterator[Declaration]:
        """The declarations of which something is left."""
        for identity, one in self._declarations.items():
            if identity not in self._lost:
                yield self._remains.declaration(one) if self._touches(one) else one

    def operations(self, operations: Sequence[Operation]) -> Iterator[Operation]:
        """The operations that can do without what can't be read."""
        for one in operations:
            if not self._touches(one):
                yield one
                continue
            try:
                left = spared(one, self._remains)
            except Needed as reason:
                self._refuse(one, one.path.template, reason.identity)
            else:
                yield replace(left, callbacks=tuple(self.callbacks(left.callbacks)))

    def callbacks(self, callbacks: Sequence[Callback]) -> Iterator[Callback]:
        """The webhooks or callbacks whose bodies can be read."""
        for one in callbacks:
            if one.body is None or not self._touches(one):
                yield one
                continue
            try:
                yield replace(one, body=needed_body(one.body, self._remains))
            except Needed as reason:
                self._refuse(one, one.name.wire, reason.identity)

    def tell_unread(self, found: Declarations) -> None:
        """Write down what can't be read: leniently an error only where something needs it."""
        context = self._context
        needed = self._roots(self._needed, found) | context.required
        used = self._roots(self._used, found)
        for identity, reason in context.unread.items():
            if not context.lenient or identity in needed:
                context.notebook.keep(reason)
                continue
            hint = "it is left out, as nothing needs it"
            if identity in used:
                hint = "it is left out wherever something refers to it"
            hint = self._hints.get(identity, hint)
            context.notebook.keep(as_repair(reason, hint))

    def _touches(self, part: Declaration | Operation | Callback) -> bool:
        return any(one in self._lost for one in references(part))

    def _tell(self, where: Where, identity: str, hint: str) -> None:
        self._used.add(identity)
        if identity.endswith(UNREAD):
            self._hints.setdefault(identity, hint)
            return
        if not self._context.lenient:
            # Nothing is generated, so only the reason counts.
            return
        self._context.notebook.write(
            "schema-refused",
            f"{where.subject} needs the schema `{identity}`, which can't be read",
            where.place,
            hint=hint,
            severity=Severity.REPAIR,
        )

    def _refuse(self, part: Operation | Callback, where: str, identity: str) -> None:
        self._needed.add(identity)
        schema = identity.removesuffix(UNREAD)
        reason = self._context.unread.get(identity)
        if schema != identity and reason is not None and _is_in(reason.place, part):
            # Its own finding says it, at the very spot.
            return
        if not self._context.lenient:
            return
        self._context.notebook.write(
            "schema-refused",
            f"`{part.method} {where}` needs the schema `{schema}`, which can't be read",
            part.place,
            hint="it is left out",
        )

    def _roots(self, lost: set[str], found: Declarations) -> set[str]:
        """What can't be read for itself, of what some schemas are."""
        waiting = [self._root(one) for one in lost]
        roots: set[str] = set()
        while waiting:
            identity = waiting.pop()
            if identity not in roots:
                roots.add(identity)
                below = references(found.get(identity))
                waiting += [one for one in below if one in self._context.unread]
        return roots

    def _root(self, identity: str) -> str:
        """The schema that can't be read, and for which this one can't be."""
        seen: set[str] = set()
        while identity not in self._context.unread and identity not in seen:
            seen.add(identity)
            declaration = self._declarations.get(identity)
            if not isinstance(declaration, Alias):
                break
            identity = gone(declaration.type, self._lost)
        return identity


def _is_in(place: Place | None, part: Operation | Callback) -> bool:
    """Whether something was written within an operation."""
    if place is None or place.file != part.place.file:
        return False
    return f"{place.pointer}/".startswith(f"{part.place.pointer}/")
