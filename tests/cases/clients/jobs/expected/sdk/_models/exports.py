"""What the API answers with."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.model import Model
from .._runtime.json.plain_data import UnknownValue


class Export(Model, kw_only=True):
    """What the API calls `Export`."""

    job_identifier: str
    status: (
        Literal["pending", "in_progress", "completed", "no_data", "failed", "canceled"]
        | UnknownValue
    )
