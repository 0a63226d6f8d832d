"""How long the way of a call is: what one small GET passes of the package."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Literal, NamedTuple

import intercom_sdk
from intercom_sdk import Intercom

from bench.report import Figure

_PACKAGE = str(Path(intercom_sdk.__file__).parent)


class CallPath(NamedTuple):
    """What a traced call passes of the package: `changes` counts how often the file changes."""

    files: int
    changes: int
    frames: int


# The default one, and the one that is taken where it can be imported.
TRANSPORTS: tuple[Literal["httpcore2", "auto"], ...] = ("httpcore2", "auto")
MOST = CallPath(files=13, changes=34, frames=50)


def traced(url: str, transport: Literal["httpcore2", "auto"]) -> CallPath:
    """The path of `client.notes.retrieve`, once connections and decoders are there."""
    passed: list[str] = []

    def note(frame: FrameType, event: str, argument: object) -> None:
        del argument
        if event == "call" and frame.f_code.co_filename.startswith(_PACKAGE):
            passed.append(frame.f_code.co_filename)

    with Intercom(token="t", base_url=url, transport=transport) as client:
        client.notes.retrieve("1")
        sys.setprofile(note)
        try:
            client.notes.retrieve("1")
        finally:
            sys.setprofile(None)
    changes = sum(a != b for a, b in pairwise(passed))
    return CallPath(len(set(passed)), changes, len(passed))


def call_path(url: str) -> list[Figure]:
    """The files, changes of file and frames of a small GET, against what is allowed."""
    return [
        Figure(
            f"{name} in a small GET, transport {transport}",
            str(found),
            "limit",
            str(limit),
            f"{found / limit:.2f}x",
            f"at most {limit}",
            found <= limit,
        )
        for transport in TRANSPORTS
        for name, found, limit in zip(
            CallPath._fields, traced(url, transport), MOST, strict=True
        )
    ]
