"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict


class ByNameParams(TypedDict):
    """What the API calls `ByName`."""

    name: str
    after: NotRequired[str]


class ByIdParams(TypedDict):
    """What the API calls `ById`."""

    id: int
    after: NotRequired[str]


class SearchPagingParams(TypedDict):
    """An object without a name in the API."""

    after: NotRequired[str]


SearchShelfItemsRequestParams: TypeAlias = ByNameParams | ByIdParams
