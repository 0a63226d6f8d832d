"""What callers nest in requests: plain dicts, typed."""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict


class SearchParams(TypedDict):
    """What the API calls `Search`."""

    query: str
    pagination: NotRequired[SearchPaginationParams]


class SearchPaginationParams(TypedDict):
    """An object without a name in the API."""

    starting_after: NotRequired[str]
    per_page: NotRequired[int]
    """The number of results to fetch per page."""


class SearchBatchesRequestObjectParams(TypedDict):
    """An object without a name in the API."""

    name: str
    size: NotRequired[int]
    """How many things a page has."""


ListLinkedPageParams = TypedDict(
    "ListLinkedPageParams",
    {
        "per page": NotRequired[int],
        "size": NotRequired[str],
    },
)
"""An object without a name in the API."""

SearchBatchesRequestParams: TypeAlias = SearchParams | SearchBatchesRequestObjectParams
