"""What the API answers with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .._runtime.json.model import Maybe, Model
from .._runtime.json.plain_data import Number


class GetResponse200Pet(Model, kw_only=True):
    """What the API calls `get response 200 Pet`."""

    id: int
    born: Maybe[datetime] = None
    weight: Maybe[Number] = None
    tags: Maybe[dict[str, Any]] = None
    friend: Maybe[GetResponse200Pet] = None


class ListPetsResponse(Model, kw_only=True):
    """An object without a name in the API."""

    pets: Maybe[list[GetResponse200Pet]] = None
