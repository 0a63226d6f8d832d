"""Leave out what needs a schema that can't be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.diagnostics import Diagnostic, Notebook, Place, Severity
from generator.ir.api import Api
from generator.ir.declarations import Alias, Declaration
from generator.ir.graph import all_references
from generator.ir.operation import Callback, Operation
from generator.ir.unread import ReadApi, Unread
from generator.refine.graph.partial_operations import (
    Needed,
    needed_body,
    partial_operation,
)
from generator.refine.graph.partial_types import Partial, Where, gone

Declarations = Mapping[str, Declaration]


def leave_out_unread(api: Api, notebook: Notebook) -> Api:
    """Take schemas that can't be read out of all that refers to them, and note what that costs."""
    if not isinstance(api, ReadApi):
        return api
    if not api.unread:
        return api.as_api()
    left = _Left(api, notebook)
    operations = tuple(left.operations(api.operations))
    webhooks = tuple(left.callbacks(api.webhooks))
    declarations = tuple(left.declarations())
    left.note_unread()
    coverage = replace(
        api.coverage,
        operations_kept=len(operations),
        schemas_kept=len(declarations),
    )
    return replace(
        api.as_api(),
        operations=operations,
        webhooks=webhooks,
        declarations=declarations,
        coverage=coverage,
    )


def _lost(declarations: Declarations, unread: Mapping[str, Unread]) -> frozenset[str]:
    """The ids of what can't be read, and of the declarations that are nothing else."""
    users: dict[str, list[str]] = {}
    for identity, declaration in declarations.items():
        if isinstance(declaration, Alias):
            for needed in all_references(declaration):
                users.setdefault(needed, []).append(identity)
    lost = set(unread)
    waiting = [*lost]
    while waiting:
        for identity in users.get(waiting.pop(), ()):
            declaration = declarations[identity]
            if identity in lost or not isinstance(declaration, Alias):
                continue
            if gone(declaration.type, lost):
                lost.add(identity)
                waiting.append(identity)
    return frozenset(lost)


class _Left:
    """Makes what is left, and remembers which of the lost schemas cost what."""

    def __init__(self, api: ReadApi, notebook: Notebook) -> None:
        self._declarations = {each.id: each for each in api.declarations}
        self._unread = {each.id: each for each in api.unread}
        self._lenient = api.lenient
        self._notebook = notebook
        self._lost = _lost(self._declarations, self._unread)
        self._partial = Partial(self._lost, self._report)
        # What became of the one part that has a schema written in place, by the schema's id.
        self._hints: dict[str, str] = {}
        self._used: set[str] = set()
        self._needed: set[str] = set()

    def declarations(self) -> Iterator[Declaration]:
        """The declarations of which something is left."""
        for identity, one in self._declarations.items():
            if identity not in self._lost:
                yield self._partial.declaration(one) if self._touches(one) else one

    def operations(self, operations: Sequence[Operation]) -> Iterator[Operation]:
        """The operations that can do without what can't be read."""
        for one in operations:
            if not self._touches(one):
                yield one
                continue
            try:
                left = partial_operation(one, self._partial)
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
                yield replace(one, body=needed_body(one.body, self._partial))
            except Needed as reason:
                self._refuse(one, one.name.wire, reason.identity)

    def note_unread(self) -> None:
        """Note what can't be read: leniently an error only where something needs it."""
        needed = self._roots(self._needed)
        used = self._roots(self._used)
        for identity, unread in self._unread.items():
            reason = Diagnostic(
                unread.code, Severity.ERROR, unread.message, unread.place, unread.hint
            )
            if not self._lenient or unread.needed or identity in needed:
                self._notebook.keep(reason)
                continue
            hint = "it is left out, as nothing needs it"
            if identity in used:
                hint = "it is left out wherever something refers to it"
            hint = self._hints.get(identity, hint)
            self._notebook.keep(reason.as_repair(hint))

    def _touches(self, part: Declaration | Operation | Callback) -> bool:
        return any(one in self._lost for one in all_references(part))

    def _report(self, where: Where, identity: str, hint: str) -> None:
        self._used.add(identity)
        unread = self._unread.get(identity)
        if unread is not None and unread.id != unread.schema:
            self._hints.setdefault(identity, hint)
            return
        if not self._lenient:
            # Nothing is generated, so only the reason counts.
            return
        self._notebook.write(
            "schema-refused",
            f"{where.subject} needs the schema `{identity}`, which can't be read",
            where.place,
            hint=hint,
            severity=Severity.REPAIR,
        )

    def _refuse(self, part: Operation | Callback, where: str, identity: str) -> None:
        self._needed.add(identity)
        unread = self._unread.get(identity)
        schema = identity if unread is None else unread.schema
        if unread is not None and schema != identity and _is_in(unread.place, part):
            # Its own finding says it, at the very spot.
            return
        if not self._lenient:
            return
        self._notebook.write(
            "schema-refused",
            f"`{part.method} {where}` needs the schema `{schema}`, which can't be read",
            part.place,
            hint="it is left out",
        )

    def _roots(self, lost: set[str]) -> set[str]:
        """What can't be read for itself, of what some schemas are."""
        waiting = [self._root(one) for one in lost]
        roots: set[str] = set()
        while waiting:
            identity = waiting.pop()
            if identity not in roots:
                roots.add(identity)
                below = all_references(self._declarations.get(identity))
                waiting += [one for one in below if one in self._unread]
        return roots

    def _root(self, identity: str) -> str:
        """The schema that can't be read, and for which this one can't be."""
        seen: set[str] = set()
        while identity not in self._unread and identity not in seen:
            seen.add(identity)
            declaration = self._declarations.get(identity)
            if not isinstance(declaration, Alias):
                break
            identity = gone(declaration.type, self._lost)
        return identity


def _is_in(place: Place | None, part: Operation | Callback) -> bool:
    """Whether something was written within an operation."""
    if place is None:
        return False
    return place == part.place or place.is_inside(part.place)
