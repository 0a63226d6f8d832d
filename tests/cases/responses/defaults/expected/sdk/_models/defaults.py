"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class Problem(Model, kw_only=True):
    """What the API calls `Problem`."""

    title: Maybe[str] = None


class AResponse(Model, kw_only=True):
    """A."""

    a: str
