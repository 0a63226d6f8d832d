"""Whether answers as the document describes them come through the package whole."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path

from generator.corpus.answers import Answer, answers, is_json
from generator.corpus.bounded import Bounded
from generator.corpus.budget import Budget
from generator.corpus.contradiction import Contradictions
from generator.corpus.draw import Undrawable, draw
from generator.corpus.installed import Installed, Kind
from generator.corpus.judge import Judge, Undecided
from generator.corpus.original import Original, Tree, is_object
from generator.corpus.rows import Check
from generator.corpus.same import Comparison
from generator.corpus.unreached import Unreached

_NOTES = 20


def check_roundtrip(
    document: Path, folder: Path, package: str, budget: Budget
) -> Check:
    """Send every example, and values drawn from every schema, through the package's codec.

    Args:
        document: The document as written.
        folder: The project's folder.
        package: The package in it.
        budget: How many values to draw, and how long.
    """
    trip = _Trip(Original(document), Installed(folder, package), budget)
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
            unreached=self._unreached.told,
        )

    def _kind(self, answer: Answer) -> Kind | None:
        """What the package reads an answer as; None with a note where there is nothing."""
        if (answer.method, answer.path) not in self._installed.operations:
            self._aside["answers of operations not generated"] += 1
            return None
        if answer.status.startswith("3"):
            self._aside["answers that are redirects, which are followed"] += 1
            return None
        what = "JSON" if is_json(answer.content_type) else "other"
        if what == "other" and "*" not in answer.content_type:
            self._aside["answers in other media types than JSON"] += 1
            return None
        kind = self._installed.type_of(
            answer.method, answer.path, answer.status, answer.content_type
        )
        if kind is None:
            self._aside[f"{what} answers not read as JSON"] += 1
        return kind

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
        assert answer.schema is not None  # noqa: S101 -- the caller has looked
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
        self._failures += 1
        if len(self._notes) < _NOTES:
            where = f"{answer.method} {answer.path} {answer.status}"
            shown = body[:300].decode("utf-8", "replace")
            self._notes.append(f"{where}: {what} in {shown}")
