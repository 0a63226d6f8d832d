"""What the API answers with."""

from __future__ import annotations

from .._runtime.json.model import Maybe, Model
from .shared import Thing


class ListPagesResponse(Model, kw_only=True):
    """An object without a name in the API."""

    data: Maybe[list[Thing]] = None
