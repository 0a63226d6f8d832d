"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model


class Encoded(Model, kw_only=True):
    """What the API calls `Encoded`."""

    raw: str
    key: Maybe[bytes] = None
    many: Maybe[list[str]] = None
    """Each item: contentMediaType `"image/png"`."""
