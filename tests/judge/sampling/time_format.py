"""Times of day as the formats of OpenAPI have them."""

from __future__ import annotations

import re
from datetime import time

_TIME = re.compile(r"\d\d:\d\d:\d\d")


def is_time(value: object) -> bool:
    """Whether a value, if it is a text, is a time of day with an offset, or without one."""
    if not isinstance(value, str):
        return True
    try:
        # It reads less as a time, too.
        time.fromisoformat(value.upper())
    except ValueError:
        return False
    return _TIME.match(value) is not None
