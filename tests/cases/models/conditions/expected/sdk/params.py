"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict

from ._models.things import A, B


class AParams(TypedDict):
    """What the API calls `A`."""

    a: NotRequired[str]


class BParams(TypedDict):
    """What the API calls `B`."""

    b: NotRequired[int]


class HolderWhereParams(TypedDict):
    """An object without a name in the API."""

    a: NotRequired[str]


SwitchConfigParams: TypeAlias = A | AParams | B | BParams
