"""A call of a method, and what came of it on the wire."""

from __future__ import annotations

import msgspec

from tests.judge.wire.loopback import Received
from tests.judge.wire.request.inputs import Arguments, Request


class Case(msgspec.Struct, frozen=True):
    """A call: what the document says, what was given, and what came."""

    request: Request
    arguments: Arguments
    received: Received
