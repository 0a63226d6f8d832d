"""Whether the requests of a package are what the document says.

Every operation is called with drawn arguments, and each request is read twice: by what the document
says about it, here, and by a library that isn't ours, as far as that can read it.
"""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from generator.corpus.budget import Budget
from generator.corpus.original import Original
from generator.corpus.overlay.write import OverlayName
from generator.corpus.rows import Check
from generator.corpus.wire.court import Court
from generator.corpus.wire.recording import Recorded, Recording

_NOTES = 20


def check_wire(  # noqa: PLR0913 -- each has a meaning of its own
    document: Path,
    folder: Path,
    package: str,
    court: Court | None,
    budget: Budget,
    *,
    overlays: tuple[OverlayName, ...] = (),
    refused: int = 0,
) -> Check:
    """Call every operation with drawn arguments, and have the requests judged.

    Args:
        document: The document as written.
        folder: The project's folder.
        package: The package in it.
        court: Where requests are judged by libraries that aren't ours, if there is one.
        budget: How many arguments to draw, and how long.
        overlays: What the package was generated with besides.
        refused: How many operations the generator says that it has refused.
    """
    sys.path.insert(0, str(folder))
    original = Original(document)
    with closing(Recording(original, package, budget, overlays)) as recording:
        recorded = recording.run(refused)
    return _judged(original, recorded, court)


def _judged(original: Original, recorded: Recorded, court: Court | None) -> Check:
    """What came of it, the verdicts of the libraries included."""
    faults = list(recorded.faults)
    aside = Counter(recorded.aside)
    for case, verdict in court.judge(original, recorded.cases) if court else ():
        if verdict.unread:
            aside[f"{verdict.library} can't read: {verdict.unread}"] += 1
        elif verdict.fault:
            target = case.received.target[:150]
            faults.append(
                f"{case.request.method} {target}: {verdict.library}: {verdict.fault}"
            )
    if court is None and recorded.cases:
        aside["read by no library: none is there"] = len(recorded.cases)
    return Check(
        verdict="failed" if faults else "ok" if recorded.tried else "unrun",
        failures=len(faults),
        cases=recorded.tried,
        covered=recorded.covered,
        total=recorded.total,
        notes=tuple(faults[:_NOTES])
        or (() if recorded.tried else ("nothing to call",)),
        aside=dict(aside),
        unreached=recorded.unreached,
    )
