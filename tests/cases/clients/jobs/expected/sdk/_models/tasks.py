"""What the API answers with."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import UnknownValue


class ShowTaskResponse(Model, kw_only=True):
    """An object without a name in the API."""

    done: Maybe[bool] = None
    error: Literal["lost", "no_rights"] | UnknownValue | None = None
    task: Maybe[ShowTaskResponseTask] = None


class ShowTaskResponseTask(Model, kw_only=True):
    """An object without a name in the API."""

    phase: Maybe[int] = None
