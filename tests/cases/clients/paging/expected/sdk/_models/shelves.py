"""What the API answers with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.json.model import Maybe, Model
from .._runtime.json.unions import union
from .shared import Page


class SearchShelfItemsResponseObject(Model, kw_only=True):
    """An object without a name in the API."""

    data: list[str]
    exact: Literal[True]
    next: Maybe[str] = None


if TYPE_CHECKING:
    SearchShelfItemsResponse: TypeAlias = Page | SearchShelfItemsResponseObject
else:
    SearchShelfItemsResponse = union(
        "SearchShelfItemsResponse", lambda: (Page, SearchShelfItemsResponseObject)
    )
