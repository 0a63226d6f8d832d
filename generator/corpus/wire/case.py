"""A call of a method, and what came of it on the wire."""

from __future__ import annotations

import msgspec

from generator.corpus.wire.inputs import Arguments, Request
from generator.corpus.wire.loopback import Received


class Case(msgspec.Struct, frozen=True):
    """A call: what the document says, what was given, and what came."""

    request: Request
    arguments: Arguments
    received: Received
