"""The requests of a package: every operation called with drawn arguments."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

import msgspec

from tests.judge.budget import Budget
from tests.judge.not_covered import Unreached
from tests.judge.overlay.extensions import client_options, variables
from tests.judge.overlay.overlay_files import OverlayName
from tests.judge.overlay.paging import declared as declared_lists
from tests.judge.packages.inventory import invented, missing
from tests.judge.packages.swapped_names import exchanged
from tests.judge.sampling.schema_validator import Judge
from tests.judge.source.original import Original
from tests.judge.wire.addressing import Addressing
from tests.judge.wire.case import Case
from tests.judge.wire.client.annotations import Annotated
from tests.judge.wire.client.calling import Caller, keywords
from tests.judge.wire.client.chosen_arguments import chosen, lacking
from tests.judge.wire.client.collecting import Collector
from tests.judge.wire.client.environment_credentials import Secured
from tests.judge.wire.client.methods import Method, methods
from tests.judge.wire.client.representations import representations, unsent
from tests.judge.wire.loopback import Received
from tests.judge.wire.outcomes import Outcomes
from tests.judge.wire.pages import (
    follows,
    paging_fault,
    without_first,
    without_pager,
)
from tests.judge.wire.request.arrival import fault
from tests.judge.wire.request.inputs import Arguments, Request, requests

# How often an operation is called with each further representation of its body.
_FURTHER = 2


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """What calling the operations gave.

    Args:
        faults: What is wrong by what the document says.
        cases: The calls of which nothing is wrong so far.
        tried: How many calls there were, and answers to them.
        covered: How many operations were called.
        total: How many there are.
        aside: What was left out, by reason, with how often.
        unreached: The first of the operations that weren't called, and why.
    """

    faults: tuple[str, ...]
    cases: tuple[Case, ...]
    tried: int
    covered: int
    total: int
    aside: dict[str, int]
    unreached: tuple[str, ...]


class Recording:
    """One package's requests, and what is wrong with them by what the document says.

    Args:
        original: The document.
        package: The package.
        budget: How many arguments to draw, and how long.
        overlays: What the package was generated with besides.
    """

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
        self._addressing = Addressing(original, package)
        self._outcomes = Outcomes(original, package)
        self._collector = Collector(package)
        self._lists = (
            {
                (each.listing.method, each.listing.path): each
                for each in declared_lists(original)
            }
            if "paging" in overlays
            else {}
        )
        self._methods: dict[tuple[str, str], list[Method]] = {}
        self._aside: Counter[str] = Counter()
        self._cases: list[Case] = []
        self._faults: list[str] = []
        self._tried = 0
        self._called: set[tuple[str, str]] = set()
        self._unreached = Unreached()
        self._annotated = Annotated()
        has_own_names = "extensions" in overlays or original.has_own_names
        for found in methods(package):
            if isinstance(found, str):
                self._faults.append(found)
                continue
            operation = found.operation
            key = operation.method, operation.path
            self._methods.setdefault(key, []).append(found)
            if not has_own_names:
                mixed = exchanged(found.names)
                self._faults += (f"{found.where}: {each}" for each in mixed)

    def close(self) -> None:
        """Close all connections and servers."""
        for each in (self._caller, self._collector, self._addressing, self._outcomes):
            each.close()

    def run(self, refused: int) -> Recorded:
        """Call every operation.

        Args:
            refused: How many operations the generator says that it has refused.
        """
        self._compare_operations(refused)
        deadline = time.process_time() + self._budget.seconds
        keys: list[tuple[str, str]] = []
        for request in requests(self._original):
            keys.append((request.method, request.path))
            found = self._methods.get((request.method, request.path), [])
            if not found:
                self._leave(request, "operations that were refused, or are missing")
            elif time.process_time() > deadline:
                self._leave(request, "operations not called, for lack of time")
            else:
                self._call_all(request, found)
        if differing := self._addressing.clients_fault():
            self._faults.append(differing[:500])
        self._faults += (
            f"{' '.join(key)}: it has no case, and no reason for that"
            for key in self._unreached.unexplained(keys)
        )
        parts = (self._addressing, self._outcomes)
        return Recorded(
            faults=tuple(self._faults),
            cases=tuple(self._cases),
            tried=self._tried + sum(part.cases for part in parts),
            covered=len(self._called),
            total=len(keys),
            aside=dict(sum((part.aside for part in parts), self._aside)),
            unreached=self._unreached.lines,
        )

    def _compare_operations(self, refused: int) -> None:
        """See that there is a method for each operation of the document, and for no other."""
        declared = [(method, path) for method, path, *_ in self._original.operations()]
        made = self._methods.keys()
        self._faults += missing(declared, made, refused)
        self._faults += invented(set(declared), made)

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
        sent: list[tuple[Arguments, Received]] = []
        for each in allowed:
            given = each.with_fixed(method.fixed).with_files(body)
            own = without_pager(method, given)
            received = self._try(request, method, own, asked)
            sent += [(own, received)] if received else []
        if is_usual and allowed:
            given = allowed[0].with_fixed(method.fixed).with_files(body)
            self._page(request, method, given)
            self._show(request, method, without_pager(method, given))
        if is_usual and sent:
            self._address(method, *sent[0])

    def _address(self, method: Method, given: Arguments, received: Received) -> None:
        """See where requests go, with which credentials, and what comes of each answer."""
        own = self._caller.own_arguments(method, given)
        for found in (
            *self._addressing.faults(method, own, received.target),
            *self._outcomes.faults(method, own),
        ):
            self._faults.append(f"{method.where}: {found[:500]}")

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
    ) -> Received | None:
        """Call a method, and return the request that came if it is as it should be."""
        self._called.add((request.method, request.path))
        self._unreached.reach((request.method, request.path))
        self._tried += 1
        where = f"{request.method} {request.path}"
        try:
            own = keywords(method, self._caller.own_arguments(method, given))
            if wrong := self._annotated.fault(method, own):
                self._faults.append(f"{where}: {wrong}"[:500])
            received = self._caller.call(method, given, asked)
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
            self._faults.append(f"{where}: {said[:200]} with {given.given}"[:500])
            return None
        received = without_first(method, received)
        if found := fault(request, given, received):
            self._faults.append(f"{where}: {found[:500]}")
            return None
        self._cases.append(Case(request, given, received))
        return received
