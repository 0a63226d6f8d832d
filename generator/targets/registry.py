"""All targets."""

from __future__ import annotations

from typing import Any

from generator.targets import json, python
from generator.targets.target_kind import Target

# Each has options of its own, which it alone reads.
TARGETS: tuple[Target[Any], ...] = (json.TARGET, python.TARGET)
