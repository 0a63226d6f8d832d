"""What the API answers with."""

from __future__ import annotations

from typing import Literal

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import Number, UnknownValue


class Shown(Model, kw_only=True):
    """A holder that is there.

    No further properties.
    """

    id: Maybe[str] = None
    """Format `uuid`. See https://constraints.example/ids"""
    rate: Maybe[Number] = None
    """One of `0.5`, `1`, `1.5`."""
    size: Maybe[Literal[1, 2] | int | float] = None
    count: Maybe[int] = None
    """One of `1`, `2`, `100000000000000000000`."""
    version: Maybe[Number] = None
    """Always `1.5`."""
    level: Maybe[Literal["a", "b", "c"] | UnknownValue] = None
    """`"a"`: Alpha: First. `"b"`: Second: the last."""
