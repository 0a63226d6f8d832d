"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class A(Model, kw_only=True):
    """What the API calls `A`."""

    a: str


class B(Model, kw_only=True):
    """What the API calls `B`."""

    b: str


class Problem(Model, kw_only=True):
    """What the API calls `Problem`."""

    title: Maybe[str] = None
