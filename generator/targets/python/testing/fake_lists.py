"""Lists as the data of a fake: where items stand, how pages go on, what a page counts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.emit.text.code import JsonValue
from generator.ir.declarations import Model
from generator.ir.operation import Operation
from generator.ir.pagination import ByCursor, ByLink, ByOffset, ByPage, Keys, Pagination
from generator.ir.types import Boolean, Integer, Type
from generator.targets.python.declaration_index import Index, besides_null
from generator.targets.python.testing.fake_schemas import Row, compact

# What lists call their counts, without regard to case and underscores.
_COUNTS = {
    "items": {"totalcount", "total", "totalitems", "totalresults", "totalsize"},
    "pages": {"totalpages", "pagecount", "lastpage"},
    "size": {"perpage", "pagesize", "limit"},
    "page": {"page", "pagenumber", "currentpage"},
    "more": {"hasmore", "hasnext", "hasnextpage", "more"},
}
_SIZES = {"perpage", "pagesize", "limit", "maxresults", "page[size]"}
_PAGES = {"page", "pagenumber", "page[number]"}


def list_row(
    operation: Operation, items: Keys, model: Model | None, index: Index
) -> Row:
    """What a fake knows of a list.

    Args:
        operation: The operation.
        items: Where the items stand.
        model: The model of an item, None where items aren't kept.
        index: The declarations.
    """
    query = [one.name.wire for one in operation.parameters if one.location == "query"]
    paging = operation.pagination
    members = [field.name.wire for field in model.fields] if model else []
    own: set[str] = set()
    if paging and not isinstance(paging.by, ByLink):
        own.add(paging.by.parameter)
    sizes: list[Keys] = [(name,) for name in query if _plain(name) in _SIZES]
    if paging and paging.size and paging.size not in sizes:
        sizes.insert(0, paging.size)
    pages = [name for name in query if _plain(name) in _PAGES and name not in own]
    taken = {*own, *pages, *(keys[0] for keys in sizes)}
    return compact(
        {
            "items": [*items],
            "paging": _paging_row(paging) if paging else None,
            "counts": [*_counts(operation, paging, items, index)],
            "sizes": [[*keys] for keys in sizes],
            "pages": [*pages],
            "filters": [
                [name, [name]]
                for name in query
                if name in members and name not in taken
            ],
        }
    )


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _paging_row(paging: Pagination) -> Row:
    match paging.by:
        case ByCursor() as by:
            row: Row = {
                "by": "cursor",
                "next": [*by.next],
                "parameter": by.parameter,
                "body": [*by.body],
                "cursor_key": by.cursor_key,
                "more": [*by.more],
                "repeats": by.repeats,
            }
        case ByPage(parameter=parameter, first=first):
            row = {"by": "page", "parameter": parameter}
            # Of no other number is it left out.
            return compact(row) | ({"first": first} if first != 1 else {})
        case ByOffset(parameter=parameter):
            row = {"by": "offset", "parameter": parameter}
        case ByLink(rel=rel):
            row = {"by": "link", "rel": rel}
    return compact(row)


def _counts(
    operation: Operation, paging: Pagination | None, items: Keys, index: Index
) -> Iterator[list[JsonValue]]:
    """Members of a page that count, declared ones first, each once."""
    declared: dict[Keys, str] = {}
    if paging is not None:
        if paging.total:
            declared[paging.total] = "items"
        match paging.by:
            case ByPage(total=total) if total:
                declared[total] = "pages"
            case ByOffset(total=total) if total:
                declared[total] = "items"
            case _:
                pass
    for response in operation.responses:
        if response.is_success:
            for media in response.content:
                for keys, role in _named_counts(media.type, (), items, index):
                    declared.setdefault(keys, role)
    for keys, role in declared.items():
        yield [role, [*keys]]


def _named_counts(
    type: Type | Model, above: Keys, items: Keys, index: Index
) -> Iterator[tuple[Keys, str]]:
    found = type if isinstance(type, Model) else besides_null(type, index)
    if not isinstance(found, Model):
        return
    for field in found.fields:
        keys = (*above, field.name.wire)
        inner = besides_null(field.type, index)
        if keys == items:
            continue
        if isinstance(inner, Model) and len(keys) == 1:
            yield from _named_counts(inner, keys, items, index)
        for role, names in _COUNTS.items():
            kind = Boolean if role == "more" else Integer
            if _plain(field.name.wire) in names and isinstance(inner, kind):
                yield keys, role
