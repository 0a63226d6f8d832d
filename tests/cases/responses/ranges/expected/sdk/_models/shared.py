"""What the API answers with."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.json.model import Maybe, Model


class Thing(Model, kw_only=True):
    """What the API calls `Thing`."""

    a: Maybe[str] = None


Id: TypeAlias = str
"""The name of a thing.

Format `uuid`.
"""
