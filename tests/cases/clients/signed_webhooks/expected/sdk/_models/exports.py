"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Model


class Export(Model, kw_only=True):
    """What the API calls `Export`."""

    url: str
