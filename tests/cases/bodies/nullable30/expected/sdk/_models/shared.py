"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Model


class Note(Model, kw_only=True):
    """What the API calls `Note`."""

    text: str
