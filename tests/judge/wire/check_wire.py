"""Whether the requests of a package are what the document says.

Every operation is called with drawn arguments, and each request is read twice: by what the document
says about it, here, and by a library that isn't ours, as far as that can read it.
"""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from tests.judge.budget import Budget
from tests.judge.overlay.overlay_files import OverlayName
from tests.judge.rows import Check
from tests.judge.source.original import Original
from tests.judge.wire.external_validator import ExternalValidator
from tests.judge.wire.recording import Recorded, Recording

_NOTES = 20


def check_wire(
    document: Path,
    folder: Path,
    package: str,
    validator: ExternalValidator | None,
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
        validator: Where requests are judged by libraries that aren't ours, if there is one.
        budget: How many arguments to draw, and how long.
        overlays: What the package was generated with besides.
        refused: How many operations the generator says that it has refused.
    """
    sys.path.insert(0, str(folder))
    original = Original(document)
    with closing(Recording(original, package, budget, overlays)) as recording:
        recorded = recording.run(refused)
    return _judged(original, recorded, validator)


def _judged(
    original: Original, recorded: Recorded, validator: ExternalValidator | None
) -> Check:
    """What came of it, the verdicts of the libraries included."""
    faults = list(recorded.faults)
    aside = Counter(recorded.aside)
    for case, verdict in validator.judge(original, recorded.cases) if validator else ():
        if verdict.unread:
            aside[f"{verdict.library} can't read: {verdict.unread}"] += 1
        elif verdict.fault:
            target = case.received.target[:150]
            faults.append(
                f"{case.request.method} {target}: {verdict.library}: {verdict.fault}"
            )
    if validator is None and recorded.cases:
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
