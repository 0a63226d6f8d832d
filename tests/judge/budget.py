"""How much is drawn and tried, and how long that may take."""

from __future__ import annotations

import msgspec


class Budget(msgspec.Struct, frozen=True, kw_only=True):
    """What one check of one document may spend.

    Args:
        seconds: Processor time for all of it; what it doesn't reach is reported.
        values: How many values are drawn from a schema.
        calls: How often an operation is called.
        seconds_a_value: Processor time for the values of one schema.
        seconds_a_call: Processor time for the arguments of one operation.
    """

    seconds: float = 600.0
    values: int = 15
    calls: int = 6
    seconds_a_value: float = 6.0
    seconds_a_call: float = 5.0
