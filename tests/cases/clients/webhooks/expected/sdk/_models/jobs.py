"""What the API answers with."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.json.model import Model


class Job(Model, kw_only=True):
    """What the API calls `Job`."""

    id: int


JobDonePayload: TypeAlias = list[Job]
"""The job has ended."""
