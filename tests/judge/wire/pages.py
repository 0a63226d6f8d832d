"""Whether a package's pagers ask for each page once, in order, and give its items as they come.

A server on this machine serves the pages of a list that the paging overlay declares; what its
requests have to be is worked out here, from the declaration alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TypeAlias
from urllib.parse import parse_qsl, quote_plus

import msgspec

from tests.judge.overlay.paging import Declared
from tests.judge.sampling.bounded_schema import Bounded
from tests.judge.sampling.draw import Undrawable, draw
from tests.judge.source.original import Original, Tree, is_object
from tests.judge.wire.client.collecting import Collector
from tests.judge.wire.client.methods import Method
from tests.judge.wire.loopback import Received, Served
from tests.judge.wire.request.inputs import Arguments

# What leads on from each page: values by where they stand in its body.
Leads: TypeAlias = list[dict[tuple[str, ...], Tree]]
# A path, and the pairs of a query in any order.
Parsed: TypeAlias = tuple[str, list[tuple[str, str]]]

_SECONDS = 2.0
# How many items the pages hold. An empty page is the end only where nothing else says so.
_LED = (2, 0, 3, 1)
_TOTALLED = (2, 3, 1)
_COUNTED = (2, 3, 1, 0)
_WANTED = 3


class Change(msgspec.Struct, frozen=True):
    """How the request for a page differs from the first as the caller asked for it.

    `query` is the parameter that pages and its value, `target` a whole path and query, and `body`
    what stands in the request body at `keys`.
    """

    query: tuple[str, str] | None = None
    target: str = ""
    keys: tuple[str, ...] = ()
    body: Tree = None


class Script(msgspec.Struct, frozen=True):
    """The pages that are served, and the requests that ask for them."""

    pages: tuple[Tree, ...]
    sizes: tuple[int, ...]
    changes: tuple[Change, ...]


def script(original: Original, declared: Declared) -> Script:
    """The pages of a list, and how they are to be asked for."""
    said, listing = declared.extension, declared.listing
    items = iter(_items(original, declared))
    if "next" in said:
        sizes, changes, leads = _led(declared)
    else:
        sizes, changes, leads = _numbered(said)
    pages = tuple(
        _page(listing.items, [next(items) for _ in range(size)], lead)
        for size, lead in zip(sizes, leads, strict=True)
    )
    return Script(pages, sizes, changes)


def paging_fault(
    collector: Collector,
    method: Method,
    given: Arguments,
    original: Original,
    declared: Declared,
) -> str:
    """What is wrong with the pages that a method gives, or ""."""
    if not hasattr(method.operation, "paging"):
        return f"it is declared as a list ({declared.form}) and isn't paged"
    made = script(original, declared)
    own = without_pager(method, given)
    listing = declared.listing
    status = int(listing.status) if listing.status.isdecimal() else 200
    served = [
        Served(status, listing.content_type, json.dumps(page).encode())
        for page in made.pages
    ]
    expected = [item for answer in served for item in collector.items(method, answer)]
    needed = _needed(made.sizes, _WANTED)
    for is_async in (False, True):
        for limit, items, requests in (
            (None, expected, len(served)),
            (_WANTED, expected[:_WANTED], needed),
        ):
            came, received = collector.collect(
                method, own, served, is_async=is_async, max_items=limit
            )
            colour = "asynchronous" if is_async else "synchronous"
            said = f"{declared.form}, {colour}, max_items={limit}"
            if found := request_fault(received, made.changes[:requests]):
                return f"{said}: {found}"
            if came != items:
                return f"{said}: of {len(items)} items came {str(came)[:200]}"
    return ""


def follows(method: Method, alike: Sequence[Method], declared: Declared) -> bool:
    """Whether a method is the one of its operation's that pages.

    Others answer with a stream; where the cursor stands in JSON, others send something else.
    """
    if "body" in declared.extension and not any(map(_is_json_body, method.kinds[:1])):
        return False
    is_paged = hasattr(method.operation, "paging")
    return is_paged or not any(hasattr(each.operation, "paging") for each in alike)


def _is_json_body(kind: object) -> bool:
    return type(kind).__name__ == "JsonBody"


def without_pager(method: Method, given: Arguments) -> Arguments:
    """Arguments without the parameter that the pager sets."""
    paging = getattr(method.operation, "paging", None)
    name = getattr(paging, "parameter", "")
    query = given.given["query"]
    if not name or name not in query:
        return given
    kept = {key: value for key, value in query.items() if key != name}
    return Arguments(given={**given.given, "query": kept})


def without_first(method: Method, received: Received) -> Received:
    """A request without the number that a pager counts from, which nobody passed."""
    paging = getattr(method.operation, "paging", None)
    if paging is None or hasattr(paging, "next"):
        return received
    pair = f"{quote_plus(paging.parameter)}={getattr(paging, 'first', 0)}"
    path, _, query = received.target.partition("?")
    kept = "&".join(each for each in query.split("&") if each != pair)
    return msgspec.structs.replace(received, target=f"{path}?{kept}" if kept else path)


def _led(
    declared: Declared,
) -> tuple[tuple[int, ...], tuple[Change, ...], Leads]:
    """Pages that point at the next one."""
    said = declared.extension
    changes = [Change()]
    leads: Leads = []
    where = tuple(said["next"])
    sizes = _COUNTED if "ends" in said else _LED
    for number in range(2, len(sizes) + 1):
        cursor = f"c{'' if 'repeats' in said else number}+/="
        lead: Tree = cursor
        if declared.is_linked:
            lead = f"/further/pages?number={number}&x=%26"
            changes.append(Change(target=lead))
        elif "body" in said:
            changes.append(Change(keys=tuple(said["body"]), body=cursor))
        else:
            changes.append(Change(query=(said["parameter"], cursor)))
        if "cursor_key" in said:
            lead = {said["cursor_key"]: cursor}
        leads.append({where: lead})
    leads.append({**leads[-1]} if "ends" in said else {})
    if "more" in said:
        for number, each in enumerate(leads):
            each[tuple(said["more"])] = number < len(leads) - 1
    return sizes, tuple(changes), leads


def _numbered(
    said: dict[str, Tree],
) -> tuple[tuple[int, ...], tuple[Change, ...], Leads]:
    """Pages that are asked for by their number, or by that of their first item."""
    way = said.get("page") or said["offset"]
    sizes = _TOTALLED if "total" in way else _COUNTED
    if "page" in said:
        numbers = [way.get("first", 1) + number for number in range(len(sizes))]
        total = len(sizes)
    else:
        numbers = [sum(sizes[:number]) for number in range(len(sizes))]
        total = sum(sizes)
    changes = tuple(Change(query=(way["parameter"], str(each))) for each in numbers)
    lead = {tuple(way["total"]): total} if "total" in way else {}
    return sizes, changes, [lead for _ in sizes]


def _items(original: Original, declared: Declared) -> Iterator[Tree]:
    """Items without end: such as the schema has, as far as any can be drawn."""
    item = declared.listing.item
    schema = None if item is None else Bounded(original).make(item)
    found: Sequence[Tree] = ()
    if schema is not None:
        try:
            found = draw(schema, max(_LED) * 3, _SECONDS)
        except Undrawable:
            found = ()
    found = [each for each in found if _is_json(each)] or [{}]
    while True:
        yield from found


def _is_json(value: Tree) -> bool:
    try:
        json.dumps(value, allow_nan=False).encode()
    except (TypeError, ValueError):
        return False
    return True


def _page(
    where: tuple[str, ...], items: list[Tree], lead: dict[tuple[str, ...], Tree]
) -> Tree:
    if not where:
        return items
    page: Tree = {}
    for keys, value in {where: items, **lead}.items():
        _set(page, keys, value)
    return page


def _set(value: dict[str, Tree], keys: tuple[str, ...], inner: Tree) -> None:
    for key in keys[:-1]:
        value = value.setdefault(key, {})
    value[keys[-1]] = inner


def _needed(sizes: Sequence[int], wanted: int) -> int:
    """How many pages hold so many items."""
    return next(n for n in range(len(sizes) + 1) if sum(sizes[:n]) >= wanted)


def request_fault(received: Sequence[Received], changes: Sequence[Change]) -> str:
    """What of some requests isn't as the pages are to be asked for, or ""."""
    if len(received) != len(changes):
        return f"{len(changes)} pages were asked for in {len(received)} requests"
    first, names = received[0], {each.query[0] for each in changes if each.query}
    for number, (request, change) in enumerate(zip(received, changes, strict=True), 1):
        wanted = _target(first, change, names)
        if _parsed(request.target) != wanted:
            return f"page {number}: {request.target} was asked for, not {wanted}"
        body = _with(_loaded(first), change.keys, change.body)
        if _loaded(request) != body:
            return f"page {number}: the body was {request.body[:200]!r}, not {body}"
    return ""


def _target(first: Received, change: Change, names: set[str]) -> Parsed:
    if change.target:
        return _parsed(change.target)
    path, pairs = _parsed(first.target)
    kept = [pair for pair in pairs if pair[0] not in names]
    return path, sorted([*kept, *([change.query] if change.query else [])])


def _parsed(target: str) -> Parsed:
    path, _, query = target.partition("?")
    return path, sorted(parse_qsl(query, keep_blank_values=True))


def _loaded(request: Received) -> Tree:
    """The body of a request; that of parts without what is between them, which is chosen anew."""
    try:
        return json.loads(request.body)
    except ValueError:
        _, _, boundary = request.header("content-type").partition("boundary=")
        return request.body.replace(boundary.strip('"').encode(), b"")


def _with(body: Tree, keys: tuple[str, ...], value: Tree) -> Tree:
    if not keys:
        return body
    known = body if is_object(body) else {}
    return {
        **known,
        keys[0]: _with(known.get(keys[0]), keys[1:], value) if keys[1:] else value,
    }
