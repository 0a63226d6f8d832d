"""Lists that the API's description doesn't have: how they go on, and what their items are."""

from __future__ import annotations

from collections.abc import Sequence
from types import GenericAlias
from typing import Any, Final, Literal, TypedDict

from ..argument_checks import check_count, check_flag, check_text
from ..errors import ArgumentError
from ..json.codec import Codec
from ..json.converter import REFUSALS
from ..json.drift import At
from ..json.plain_data import Annotation, is_array, is_collection, is_mapping, is_object
from ..json.planner import convert
from ..json.unions import load_of
from ..operation.json_path import get_path
from ..request.request_options import RequestArguments
from ..response.any_content import decodable
from ..response.content import Content
from .settings import ByCursor, ByLink, ByOffset, ByPage, Keys, Paging


class PageNumber(TypedDict, total=False):
    """How numbered pages are requested.

    Attributes:
        parameter: The parameter in the query; required.
        first: The number of the first page, 1 if it isn't given.
        total: Where the body says how many pages there are.
    """

    parameter: str
    first: int
    total: str | Sequence[str]


class Offset(TypedDict, total=False):
    """How items are skipped.

    Attributes:
        parameter: The parameter in the query; required.
        total: Where the body says how many items there are.
    """

    parameter: str
    total: str | Sequence[str]


class PagingSettings(TypedDict, total=False):
    """How a list goes on; see `paginate`."""

    next: str | Sequence[str]
    parameter: str
    cursor_key: str
    cursor_body: str | Sequence[str]
    more: str | Sequence[str]
    repeats: bool
    page: PageNumber | None
    offset: Offset | None
    link: str
    total: str | Sequence[str]
    ends: Literal["", "empty"]


class PagingArguments(PagingSettings, RequestArguments, total=False):
    """What can be said of a list beside method, path and items; see `paginate`."""

    max_items: int | None
    cursor: str | None


_WAYS: Final = ("next", "page", "offset", "link")


def paging_of(items: str | Sequence[str], settings: PagingSettings) -> Paging:
    """How a list goes on, by the arguments of `paginate`.

    Raises:
        ArgumentError: They say nothing of it, or several things.
    """
    if unknown := settings.keys() - PagingSettings.__annotations__.keys():
        raise ArgumentError(f"there is no argument {min(unknown)}")
    if [bool(settings.get(way)) for way in _WAYS].count(True) != 1:
        raise ArgumentError(f"one of {', '.join(_WAYS)} says how a list goes on")
    ends = settings.get("ends", "")
    if ends not in {"", "empty"}:
        raise ArgumentError("can only be 'empty'", member="ends")
    keywords: dict[str, Any] = {
        "items": _keys(items),
        "total_items": _keys(settings.get("total", "")),
        "ends_empty": bool(ends),
    }
    if page := settings.get("page"):
        return ByPage(**keywords, **_counted("page", page, "first"))
    if offset := settings.get("offset"):
        return ByOffset(**keywords, **_counted("offset", offset))
    if link := settings.get("link"):
        check_text("link", link)
        return ByLink(**keywords, rel=link)
    for name in ("parameter", "cursor_key"):
        check_text(name, settings.get(name, ""))
    repeats = settings.get("repeats", False)
    check_flag("repeats", repeats)
    return ByCursor(
        **keywords,
        next=_keys(settings.get("next", "")),
        parameter=settings.get("parameter", ""),
        body=_keys(settings.get("cursor_body", "")),
        cursor_key=settings.get("cursor_key", ""),
        more=_keys(settings.get("more", "")),
        repeats=repeats,
    )


class PageOf(Content[Any]):
    """A page as plain data, in which the items are of a type.

    Args:
        kind: The type of an item.
        keys: Where the items are.
    """

    __slots__ = ("_keys", "_kind")

    def __init__(self, kind: Annotation, keys: Keys) -> None:
        super().__init__("application/json")
        self._keys = keys
        self._kind: Annotation = GenericAlias(list, (decodable(kind),))

    def decode(
        self, body: bytes, content_type: str, codec: Codec, where: str
    ) -> Any:  # noqa: ANN401 -- any value may stand here
        """The body, decoded and checked by the codec."""
        page = codec.decode(Any, body, where=where, whole=True)
        found = get_path(page, self._keys)
        if not is_array(found) or self._kind == list[Any]:
            return page
        try:
            items = load_of(self._kind)(found)
        except REFUSALS:
            at: At | None = None
            for key in self._keys:
                at = At(at, key)
            items, drifts = convert(self._kind, found, where, at)
            codec.report(drifts)
        codec.keep(items, found)
        if not self._keys:
            return items
        holder = get_path(page, self._keys[:-1])
        if is_object(holder):
            holder[self._keys[-1]] = items
        return page


def _counted(name: str, said: object, *more: str) -> dict[str, Any]:
    """The settings of a list that is counted, among these names."""
    if not is_mapping(said) or not isinstance(said.get("parameter"), str):
        raise ArgumentError("has to name its parameter", member=name)
    known = {"parameter", "total", *more}
    if unknown := said.keys() - known:
        raise ArgumentError(f"has no {min(map(str, unknown))}", member=name)
    check_count(f"{name}.first", said.get("first", 1))
    return {**said, "total": _keys(said.get("total", ""))}


def _keys(place: str | Sequence[str]) -> Keys:
    """A place in a body as names of properties."""
    keys = place.split(".") if isinstance(place, str) else place
    if not is_collection(keys) or not all(isinstance(key, str) for key in keys):
        raise ArgumentError("a place in a body is text, or a list of names")
    return tuple(filter(None, keys))
