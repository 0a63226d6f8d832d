"""Whether the requests of a package are what the document says.

Every operation is called with drawn arguments, and each request is read twice: by what the document
says about it, here, and by a library that isn't ours, as far as that can read it.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from generator.corpus.budget import Budget
from generator.corpus.judge import Judge
from generator.corpus.original import Original
from generator.corpus.overlay.extensions import client_options, variables
from generator.corpus.overlay.paging import declared
from generator.corpus.overlay.write import OverlayName
from generator.corpus.rows import Check
from generator.corpus.unreached import Unreached
from generator.corpus.wire.arrival import fault
from generator.corpus.wire.calling import Caller, Method, methods
from generator.corpus.wire.case import Case
from generator.corpus.wire.chosen import chosen, lacking
from generator.corpus.wire.collecting import Collector
from generator.corpus.wire.court import Court
from generator.corpus.wire.inputs import Arguments, Request, requests
from generator.corpus.wire.pages import (
    follows,
    paging_fault,
    without_first,
    without_pager,
)
from generator.corpus.wire.representations import representations, unsent
from generator.corpus.wire.secured import Secured

_NOTES = 20
# How often an operation is called with each further representation of its body.
_FURTHER = 2


def check_wire(  # noqa: PLR0913 -- each has a meaning of its own
    document: Path,
    folder: Path,
    package: str,
    court: Court | None,
    budget: Budget,
    *,
    overlays: tuple[OverlayName, ...] = (),
) -> Check:
    """Call every operation with drawn arguments, and have the requests judged.

    Args:
        document: The document as written.
        folder: The project's folder.
        package: The package in it.
        court: Where requests are judged by libraries that aren't ours, if there is one.
        budget: How many arguments to draw, and how long.
        overlays: What the package was generated with besides.
    """
    sys.path.insert(0, str(folder))
    recording = _Recording(Original(document), package, budget, overlays)
    recording.run()
    return recording.judged(court)


class _Recording:
    """One package's requests."""

    def __init__(
        self,
        original: Original,
        package: str,
        budget: Budget,
        overlays: tuple[OverlayName, ...],
    ) -> None:
        self._original = original
        self._budget = budget
        self._judge = Judge(original, sent=True)
        options = client_options(original) if "extensions" in overlays else {}
        self._caller = Caller(package, options)
        drawn = variables(original) if "extensions" in overlays else {}
        self._secured = Secured(original, drawn)
        self._collector = Collector(package)
        self._lists = (
            {
                (each.listing.method, each.listing.path): each
                for each in declared(original)
            }
            if "paging" in overlays
            else {}
        )
        self._methods: dict[tuple[str, str], list[Method]] = {}
        self._aside: Counter[str] = Counter()
        self._cases: list[Case] = []
        self._faults: list[str] = []
        self._operations = 0
        self._tried = 0
        self._called: set[tuple[str, str]] = set()
        self._unreached = Unreached()
        for found in methods(package):
            if isinstance(found, str):
                self._aside[f"methods not probed: {found}"] += 1
            else:
                operation = found.operation
                key = operation.method, operation.path
                self._methods.setdefault(key, []).append(found)

    def run(self) -> None:
        deadline = time.process_time() + self._budget.seconds
        for request in requests(self._original):
            self._operations += 1
            found = self._methods.get((request.method, request.path), [])
            if not found:
                self._leave(request, "operations not generated or not probed")
            elif time.process_time() > deadline:
                self._leave(request, "operations not called, for lack of time")
            else:
                self._call_all(request, found)

    def _call_all(self, request: Request, found: list[Method]) -> None:
        for method in found:
            for number, each in enumerate(representations(request, method)):
                self._call(each, method, is_usual=number == 0)
        if request.bodies and (count := unsent(request, found)):
            self._aside["representations that others stand for"] += count

    def _call(self, request: Request, method: Method, *, is_usual: bool) -> None:
        if request.unsent:
            self._leave(request, request.unsent)
            return
        body = request.body
        if body is not None and body.undrawn:
            self._leave(request, body.undrawn)
            if body.required or method.needs_body:
                return
        if body is not None and (method.needs_body or not is_usual):
            body = msgspec.structs.replace(body, required=True)
            request = msgspec.structs.replace(request, body=body)
        count = self._budget.calls if is_usual else _FURTHER
        seconds = self._budget.seconds_a_call
        found = chosen(request, self._judge, count, seconds)
        if found.refused:
            self._aside["drawn arguments that violate their schema"] += found.refused
        if not found.allowed:
            why = lacking(self._original, request, self._judge, found, seconds)
            self._leave(request, found.reason, why)
        is_asked = body is not None and (request.has_to_ask or not is_usual)
        asked = body.media_type if body is not None and is_asked else ""
        allowed = self._but_null(method, found.allowed)
        for each in allowed:
            given = each.with_fixed(method.fixed).with_files(body)
            self._try(request, method, without_pager(method, given), asked)
        if is_usual and allowed:
            given = allowed[0].with_fixed(method.fixed).with_files(body)
            self._page(request, method, given)
            self._show(request, method, without_pager(method, given))

    def _but_null(self, method: Method, drawn: Sequence[Arguments]) -> list[Arguments]:
        """Arguments without those whose body is null, where the method takes its members."""
        kept = [
            each
            for each in drawn
            if not (method.takes_apart and each.given.get("body", "") is None)
        ]
        if left := len(drawn) - len(kept):
            self._aside["null for a body whose members are arguments"] += left
        return kept

    def _show(self, request: Request, method: Method, given: Arguments) -> None:
        """See that the credential is sent that an operation needs, out of the environment."""
        scheme = self._secured.take(request.method, request.path)
        if not scheme:
            return
        self._tried += 1
        try:
            received = self._caller.call_secured(
                method, given, self._secured.environment
            )
            found = self._secured.fault(scheme, received)
        except Exception as error:
            found = f"{scheme}: {type(error).__name__}: {error}"
        if found:
            self._faults.append(f"{request.method} {request.path}: {found[:500]}")

    def _page(self, request: Request, method: Method, given: Arguments) -> None:
        """Follow the pages of what is declared as a list."""
        key = request.method, request.path
        listed = self._lists.get(key)
        if listed is None or not follows(method, self._methods[key], listed):
            return
        self._tried += 1
        where = f"{request.method} {request.path}"
        try:
            found = paging_fault(self._collector, method, given, self._original, listed)
        except Exception as error:
            found = f"{listed.form}: {type(error).__name__}: {error}"
        if found:
            self._faults.append(f"{where}: {found[:500]}")

    def _leave(self, request: Request, reason: str, why: str = "") -> None:
        """Count an operation among those left out, and name it."""
        if reason:
            self._aside[reason] += 1
        where = request.method, request.path
        self._unreached.add(where, " ".join(where), why or reason)

    def _try(
        self, request: Request, method: Method, given: Arguments, asked: str
    ) -> None:
        self._called.add((request.method, request.path))
        self._unreached.reach((request.method, request.path))
        self._tried += 1
        where = f"{request.method} {request.path}"
        try:
            received = self._caller.call(method, given, asked)
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
            self._faults.append(f"{where}: {said[:200]} with {given.given}"[:500])
            return
        received = without_first(method, received)
        if found := fault(request, given, received):
            self._faults.append(f"{where}: {found[:500]}")
        else:
            self._cases.append(Case(request, given, received))

    def judged(self, court: Court | None) -> Check:
        """What came of it, the verdicts of the libraries included."""
        faults = list(self._faults)
        for case, verdict in (
            court.judge(self._original, self._cases) if court else ()
        ):
            if verdict.unread:
                self._aside[f"{verdict.library} can't read: {verdict.unread}"] += 1
            elif verdict.fault:
                target = case.received.target[:150]
                faults.append(
                    f"{case.request.method} {target}: {verdict.library}: {verdict.fault}"
                )
        if court is None and self._cases:
            self._aside["read by no library: none is there"] = len(self._cases)
        return Check(
            verdict="failed" if faults else "ok" if self._tried else "unrun",
            failures=len(faults),
            cases=self._tried,
            covered=len(self._called),
            total=self._operations,
            notes=tuple(faults[:_NOTES])
            or (() if self._tried else ("nothing to call",)),
            aside=dict(self._aside),
            unreached=self._unreached.told,
        )
