"""Whether answers as the document describes them come through the package whole."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path

from tests.judge.budget import Budget
from tests.judge.not_covered import Unreached
from tests.judge.overlay.overlay_files import OverlayName
from tests.judge.packages.installed import Installed, Kind
from tests.judge.packages.inventory import invented, missing
from tests.judge.packages.swapped_names import exchanged
from tests.judge.roundtrip.comparison import Comparison
from tests.judge.rows import Check
from tests.judge.sampling.bounded_schema import Bounded
from tests.judge.sampling.contradictions import Contradictions
from tests.judge.sampling.draw import Undrawable, draw
from tests.judge.sampling.schema_validator import Judge, Undecided
from tests.judge.sampling.wrong_values import WrongValues
from tests.judge.source.described_responses import Answer, answers, is_json, undecoded
from tests.judge.source.original import (
    Dangling,
    Original,
    Tree,
    is_object,
)

_NOTES = 20
# What hands the parts of an answer out, each as it comes.
_ITEMS = {"EventStream", "JsonLines"}


def check_roundtrip(
    document: Path,
    folder: Path,
    package: str,
    budget: Budget,
    *,
    overlays: tuple[OverlayName, ...] = (),
    refused: int = 0,
) -> Check:
    """Send every example, and values drawn from every schema, through the package's codec.

    Args:
        document: The document as written.
        folder: The project's folder.
        package: The package in it.
        budget: How many values to draw, and how long.
        overlays: What the package was generated with besides.
        refused: How many operations the generator says that it has refused.
    """
    original, installed = Original(document), Installed(folder, package)
    trip = _Trip(original, installed, budget)
    trip.compare_operations(refused)
    if not (original.has_own_names or "extensions" in overlays):
        trip.compare_names()
    return trip.run()


class _Trip:
    """One package's round trips: what was sent, and what came back otherwise."""

    def __init__(
        self, original: Original, installed: Installed, budget: Budget
    ) -> None:
        self._budget = budget
        self._original = original
        self._installed = installed
        self._judge = Judge(original)
        self._contradictions = Contradictions(original)
        self._comparison = Comparison(original, self._judge)
        self._cases = 0
        self._failures = 0
        self._notes: list[str] = []
        self._aside: Counter[str] = Counter()
        self._covered: set[tuple[str, str]] = set()
        self._unreached = Unreached()
        self._wrong = WrongValues(original)

    def compare_operations(self, refused: int) -> None:
        """See that the package has the operations of the document, and no others."""
        declared = [(method, path) for method, path, *_ in self._original.operations()]
        made = self._installed.operations.keys()
        for found in missing(declared, made, refused) + invented(set(declared), made):
            self._note(found)

    def compare_names(self) -> None:
        """See that no field is called what another one is."""
        for model, fields in self._installed.fields():
            for found in exchanged(fields):
                self._note(f"{model}: {found}")

    def run(self) -> Check:
        deadline = time.process_time() + self._budget.seconds
        drawn: set[tuple[str, str]] = set()
        found = [(answer, self._kind(answer)) for answer in answers(self._original)]
        for answer, kind in found:
            if kind is None:
                continue
            for example in answer.examples:
                fits = self._fits(answer, example, "examples")
                if fits:
                    self._cover(self._key(answer, kind))
                self._try(answer, kind, example, fits=fits)
        for answer, kind in found:
            if kind is None or answer.schema is None:
                continue
            key = self._key(answer, kind)
            if key in drawn:
                continue
            drawn.add(key)
            if time.process_time() > deadline:
                self._leave(answer, kind, "schemas not drawn from, for lack of time")
                continue
            self._draw(answer, kind)
        for unexplained in self._unreached.unexplained(drawn):
            self._note(f"{unexplained}: it has no case, and no reason for that")
        if self._comparison.undeclared:
            self._aside["undeclared properties"] = self._comparison.undeclared
        return Check(
            verdict="failed" if self._failures else "ok" if self._cases else "unrun",
            failures=self._failures,
            cases=self._cases,
            covered=len(self._covered & drawn),
            total=len(drawn),
            notes=tuple(self._notes) or (() if self._cases else ("nothing in JSON",)),
            aside=dict(self._aside),
            unreached=self._unreached.lines,
        )

    def _kind(self, answer: Answer) -> Kind | None:
        """What the package reads an answer as; None with a reason where it isn't decoded."""
        if (answer.method, answer.path) not in self._installed.operations:
            self._aside["answers of operations not generated"] += 1
            return None
        if reason := undecoded(answer):
            self._aside[reason] += 1
            return None
        found: Kind | str = ""
        for status in answer.statuses:
            found = self._installed.reading(
                answer.method, answer.path, status, answer.content_type
            )
            if isinstance(found, Kind):
                return found
        if found in _ITEMS:
            self._aside["answers handed out item by item"] += 1
        elif _is_file(self._original, answer):
            self._aside["answers that are files, by what their schemas say"] += 1
        elif is_json(answer.content_type) and answer.schema is not None:
            where = f"{answer.method} {answer.path} {answer.status}"
            self._note(f"{where}: JSON with a schema is read by {found or 'nothing'}")
        else:
            self._aside["answers without a schema, or of any type, read as bytes"] += 1
        return None

    def _key(self, answer: Answer, kind: Kind) -> tuple[str, str]:
        """What tells a schema from others, and the type that it is read as."""
        schema = answer.schema
        if schema is None:
            return "", repr(kind)
        value = schema.value
        if is_object(value) and set(value) == {"$ref"}:
            return f"{schema.file} {value['$ref']}", repr(kind)
        return schema.uri, repr(kind)

    def _draw(self, answer: Answer, kind: Kind) -> None:
        assert answer.schema is not None
        schema = Bounded(self._original).make(answer.schema)
        if schema is None:
            self._leave(answer, kind, "schemas without a value of bounded size")
            return
        # What doesn't fit either way is sent, too, but may depart.
        odd: list[Tree] = []
        failed = ""
        for careful in (False, True):
            try:
                values = draw(
                    schema,
                    self._budget.values,
                    self._budget.seconds_a_value,
                    careful=careful,
                )
            except Undrawable as reason:
                failed = f"schemas that can't be drawn from: {reason}"
                continue
            fitting = [
                value for value in values if self._fits(answer, value, "drawn values")
            ]
            for value in fitting:
                self._cover(self._key(answer, kind))
                self._try(answer, kind, value, fits=True)
                self._try_wrong(answer, kind, value)
            if fitting:
                return
            odd = odd or values
        for value in odd:
            self._try(answer, kind, value, fits=False)
        if why := self._contradictions.find(answer.schema):
            self._leave(answer, kind, "schemas that contradict themselves", why)
        elif odd:
            self._name(answer, kind, f"nothing drawn fits: {self._why(answer, odd[0])}")
        else:
            self._leave(answer, kind, failed)

    def _cover(self, key: tuple[str, str]) -> None:
        self._covered.add(key)
        self._unreached.reach(key)

    def _leave(self, answer: Answer, kind: Kind, reason: str, why: str = "") -> None:
        """Count a schema among those left out, and name it."""
        self._aside[reason] += 1
        self._name(answer, kind, f"{reason}: {why}" if why else reason)

    def _name(self, answer: Answer, kind: Kind, reason: str) -> None:
        where = f"{answer.method} {answer.path} {answer.status}"
        self._unreached.add(self._key(answer, kind), where, reason)

    def _why(self, answer: Answer, value: Tree) -> str:
        """What is wrong with a value that its schema refuses."""
        try:
            return self._judge.fault(value, answer.schema) if answer.schema else ""
        except Undecided as reason:
            return f"the schema can't be evaluated: {reason}"

    def _try(self, answer: Answer, kind: Kind, value: Tree, *, fits: bool) -> None:
        """Send one value through; one that its own schema refuses may depart, but not raise."""
        try:
            body = json.dumps(value, allow_nan=False).encode()
        except (TypeError, ValueError):
            self._aside["examples that aren't JSON"] += 1
            return
        self._cases += 1
        try:
            came, drifts, _ = self._installed.through(kind, body)
        except Exception as error:
            self._fail(answer, f"raised {type(error).__name__}: {error}", body)
            return
        if not fits:
            return
        if drifts:
            self._fail(answer, drifts[0], body)
            return
        schemas = [answer.schema] if answer.schema else []
        if found := self._comparison.difference(json.loads(body), came, schemas):
            self._fail(answer, found, body)

    def _try_wrong(self, answer: Answer, kind: Kind, value: Tree) -> None:
        """Send what the schema refuses for one part, which is to be noticed."""
        assert answer.schema is not None
        for place, changed in self._wrong.of(value, answer.schema):
            body = json.dumps(changed, allow_nan=False).encode()
            self._cases += 1
            if not self._installed.notices(kind, body):
                self._fail(answer, f"{place} isn't decoded, anything passes", body)

    def _fits(self, answer: Answer, value: Tree, what: str) -> bool:
        if answer.schema is None:
            return True
        try:
            fault = self._judge.fault(value, answer.schema)
        except Undecided:
            self._aside[f"{what} whose schema can't be evaluated"] += 1
            return False
        if fault:
            self._aside[f"{what} that violate their schema"] += 1
        return not fault

    def _fail(self, answer: Answer, what: str, body: bytes) -> None:
        where = f"{answer.method} {answer.path} {answer.status}"
        shown = body[:300].decode("utf-8", "replace")
        self._note(f"{where}: {what} in {shown}")

    def _note(self, what: str) -> None:
        self._failures += 1
        if len(self._notes) < _NOTES:
            self._notes.append(what)


def _is_file(original: Original, answer: Answer) -> bool:
    """Whether the whole of an answer is bytes, whatever media type it has."""
    try:
        found = original.follow(answer.schema) if answer.schema else None
    except Dangling:
        return False
    value = found and found.value
    return is_object(value) and value.get("format") == "binary"
