"""How fast a list of 50 notes becomes objects."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from functools import partial

import msgspec
from intercom.core.unchecked_base_model import construct_type
from intercom.types.note_list import NoteList as OfficialNoteList
from intercom_sdk._runtime.json.codec import Codec
from intercom_sdk._runtime.json.extra import KeepingCodec
from intercom_sdk.models import NoteList

from bench.measure import cpu_seconds
from bench.payload import DRIFTING, NOTES, ONE_IN_FIVE
from bench.report import Figure

# Megabytes a second.
DRIFTING_RATE = 15


def decoding() -> list[Figure]:
    """Megabytes a second, ours against python-intercom and against msgspec with the same types."""
    logger = logging.getLogger("bench")
    codec = Codec(strict=False, on_drift=None, logger=logger)
    keeping = KeepingCodec(strict=False, on_drift=None, logger=logger)
    decode = msgspec.json.Decoder(NoteList).decode
    contestants: dict[str, Callable[[], object]] = {
        "ours": lambda: codec.decode(NoteList, NOTES, where="GET /contacts/{id}/notes"),
        "keep_extra": lambda: keeping.decode(NoteList, NOTES, where=""),
        "python-intercom": lambda: construct_type(
            type_=OfficialNoteList, object_=json.loads(NOTES)
        ),
        "typed msgspec": lambda: decode(NOTES),
    }
    calls = {"ours": 200, "keep_extra": 50, "python-intercom": 1, "typed msgspec": 200}
    spent = cpu_seconds(contestants, calls)
    rates = {name: len(NOTES) / seconds / 1e6 for name, seconds in spent.items()}
    share = rates["ours"] / rates["typed msgspec"]
    kept_share = rates["keep_extra"] / rates["typed msgspec"]
    return [
        Figure(
            "decoding 50 notes",
            f"{rates['ours']:.0f} MB/s",
            "python-intercom",
            f"{rates['python-intercom']:.1f} MB/s",
            f"{rates['ours'] / rates['python-intercom']:.0f}x faster",
        ),
        Figure(
            "decoding 50 notes",
            f"{rates['ours']:.0f} MB/s",
            "typed msgspec",
            f"{rates['typed msgspec']:.0f} MB/s",
            f"{share:.0%}",
            # How deep it nests is found out first, which reads the body once more.
            "at least 90%",
            share >= 0.9,
        ),
        Figure(
            "decoding 50 notes, keep_extra",
            f"{rates['keep_extra']:.0f} MB/s",
            "typed msgspec",
            f"{rates['typed msgspec']:.0f} MB/s",
            f"{kept_share:.0%}",
            "at least 10%",
            kept_share >= 0.1,
        ),
        *drifting(codec),
    ]


def drifting(codec: Codec) -> list[Figure]:
    """Megabytes a second of notes that depart from their description, each or one in five."""
    bodies = {"each note": DRIFTING, "one note in five": ONE_IN_FIVE}
    contestants: dict[str, Callable[[], object]] = {
        name: partial(codec.decode, NoteList, body, where="GET /contacts/{id}/notes")
        for name, body in bodies.items()
    }
    spent = cpu_seconds(contestants, dict.fromkeys(contestants, 20))
    rates = {name: len(bodies[name]) / spent[name] / 1e6 for name in bodies}
    return [
        Figure(
            f"decoding 50 notes, 4 departures in {name}",
            f"{rate:.0f} MB/s",
            "limit",
            f"{DRIFTING_RATE} MB/s",
            f"{rate / DRIFTING_RATE:.1f}x",
            f"at least {DRIFTING_RATE} MB/s",
            rate >= DRIFTING_RATE,
        )
        for name, rate in rates.items()
    ]
