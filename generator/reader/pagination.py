"""The extension `x-sdk-pagination`: how a list goes on."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence

from generator.diagnostics import Unsupported
from generator.document.node import Node
from generator.document.trees.tree import Tree
from generator.ir.pagination import (
    ByCursor,
    ByLink,
    ByOffset,
    ByPage,
    Keys,
    Pagination,
)
from generator.reader.context import Context

_KEYWORDS = (
    "items",
    "next",
    "parameter",
    "cursor_key",
    "body",
    "more",
    "repeats",
    "page",
    "offset",
    "link",
    "size",
    "total",
    "ends",
    "first",
)


def read_pagination(node: Node, context: Context) -> Pagination | None:
    """Read how an operation's list goes on; one that can't be read is reported and left out."""
    found = node.get("x-sdk-pagination")
    if found is None:
        return None
    with context.notebook.skipping():
        return _read(found)
    return None


def _read(node: Node) -> Pagination:
    if not isinstance(node.value, dict):
        raise _wrong("`x-sdk-pagination` has to be an object", node)
    ways = [key for key in _READERS if key in node.value]
    if len(ways) != 1:
        raise _wrong(
            "exactly one of `next`, `page`, `offset` and `link` has to be there", node
        )
    pagination = Pagination(
        items=read_keys(node.get("items")),
        by=_READERS[ways[0]](node),
        size=read_keys(node.get("size")),
        total=read_keys(node.get("total")),
        ends_empty=_read_ends(node),
        place=node.place,
    )
    refuse_leftover(node, _KEYWORDS)
    return pagination


def refuse_leftover(
    node: Node, keywords: Sequence[str], code: str = "pagination-shape"
) -> None:
    """Refuse a keyword that nothing has read.

    Args:
        node: What was read.
        keywords: Those that have a meaning.
        code: The finding.
    """
    if left := node.leftover():
        close = difflib.get_close_matches(left[0], keywords, n=1)
        hint = f"did you mean `{close[0]}`?" if close and close[0] != left[0] else ""
        message = f"`{left[0]}` has no meaning here"
        raise Unsupported(code, message, node.at(left[0]).place, hint)


def _read_ends(node: Node) -> bool:
    """Whether the last page is the empty one."""
    ends = node.get("ends")
    if ends is not None and ends.value != "empty":
        raise _wrong("`ends` can only be `empty`", ends)
    return ends is not None


def _read_cursor(node: Node) -> ByCursor:
    parameter = node.string("parameter")
    body = read_keys(node.get("body"))
    if parameter and body:
        raise _wrong("only one of `parameter` and `body` can be there", node)
    found = node.get("next")
    following = read_keys(found)
    if found is not None and not following:
        raise _wrong("`next` has to say where the cursor stands", found)
    return ByCursor(
        next=following,
        parameter=parameter,
        body=body,
        cursor_key=node.string("cursor_key"),
        more=read_keys(node.get("more")),
        repeats=node.flag("repeats"),
    )


def _read_page(node: Node) -> ByPage:
    page = node.require("page")
    parameter, total = _read_numbered(page)
    first = page.integer("first")
    refuse_leftover(page, _KEYWORDS)
    return ByPage(parameter=parameter, first=1 if first is None else first, total=total)


def _read_offset(node: Node) -> ByOffset:
    offset = node.require("offset")
    parameter, total = _read_numbered(offset)
    refuse_leftover(offset, _KEYWORDS)
    return ByOffset(parameter=parameter, total=total)


def _read_link(node: Node) -> ByLink:
    link = node.require("link")
    if not (isinstance(link.value, str) and link.value.strip()):
        raise _wrong("`link` has to be the relation of a link, as `next` is", link)
    return ByLink(rel=link.value.strip())


_READERS: dict[str, Callable[[Node], ByCursor | ByPage | ByOffset | ByLink]] = {
    "next": _read_cursor,
    "page": _read_page,
    "offset": _read_offset,
    "link": _read_link,
}


def _read_numbered(node: Node) -> tuple[str, Keys]:
    if not isinstance(node.value, dict):
        raise _wrong(f"`{node.key}` has to be an object", node)
    parameter = node.string("parameter")
    if not parameter:
        raise _wrong(f"`{node.key}` has to name its `parameter`", node)
    return parameter, read_keys(node.get("total"))


def read_keys(node: Node | None, code: str = "pagination-shape") -> Keys:
    """Property names from the body's root: divided by dots, or a list where names have dots.

    Args:
        node: Where they are written, None for nowhere.
        code: The finding where they can't be read.
    """
    value: Tree = "" if node is None else node.value
    if isinstance(value, str):
        return tuple(value.split(".")) if value else ()
    if node is not None and isinstance(value, list):
        keys = tuple(one for one in value if isinstance(one, str))
        if len(keys) == len(value):
            return keys
    raise Unsupported(
        code,
        "a path to a property has to be a string or a list of strings",
        node.place if node is not None else None,
    )


def _wrong(message: str, node: Node) -> Unsupported:
    return Unsupported("pagination-shape", message, node.place)
