"""What every operation of a document takes, as written, and arguments drawn from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import msgspec
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.judge.sampling.schema_validator import Judge, Undecided
from tests.judge.sampling.strategies import values
from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)
from tests.judge.wire.request.bodies import Body, bodies
from tests.judge.wire.request.parameters import (
    PLACES,
    Slot,
    framing,
    in_path,
    read_slot,
    undeclared,
)

# A slot may hold a pattern, which has braces of its own.
TEMPLATE = re.compile(r"\{((?:[^{}]|\{[^{}]*\})+)\}")
_TEXT = {"type": "string"}
# A text inside a URL, a header or a cookie: what separates the parts of a list in some style stays
# out, since no reader could tell it from a separator.
_LETTERS = "abcXYZ019-_~"
_OUTSIDE: dict[str, str] = {
    "path": _LETTERS + "/?#%& ü€",
    "query": _LETTERS + "/?#&=+ ü€",
    "querystring": _LETTERS,
    "header": _LETTERS + ".:/",
    "cookie": _LETTERS,
}
_CONTROL = re.compile(r"[\x7f]|\\u00[01]|\\[bfnrt]")
# Bytes that no text and no reader of lines takes as they are.
_RAW = b"\r\n--\x00\xff\n"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What one operation takes: its parameters, and its body in one representation or none.

    `unsent` says why nobody can call it with values of any choice, or is "".
    """

    method: str
    path: str
    slots: tuple[Slot, ...] = ()
    bodies: tuple[Body, ...] = ()
    body: Body | None = None
    unsent: str = ""

    @property
    def has_to_ask(self) -> bool:
        """Whether text stands where another representation has a file, so that it is refused
        unless this representation is asked for.
        """
        return (
            self.body is not None
            and self.body.sort == "json"
            and any(
                field.is_file
                for body in self.bodies
                for field in body.fields.values()
                if body.sort == "multipart"
            )
        )


class Arguments(msgspec.Struct, frozen=True, kw_only=True):
    """Drawn values by place and name, and the body; no `body` means none is sent."""

    given: dict[str, Any]

    def is_allowed(self, request: Request, judge: Judge) -> bool:
        """Whether the schemas as written allow the values; what they can't tell counts as no."""
        pairs = [
            (self.given[slot.place][slot.name], slot.written)
            for slot in request.slots
            if slot.written and slot.name in self.given[slot.place]
        ]
        body = request.body
        if "body" in self.given and body and body.written and body.sort != "bytes":
            pairs.append((self.given["body"], body.written))
        return all(_is_right(judge, schema, value) for value, schema in pairs)

    def with_fixed(self, fixed: Mapping[str, Tree]) -> Arguments:
        """The same, with the members of the body that a method sets by itself."""
        value = self.given.get("body")
        if not fixed or not is_object(value):
            return self
        return Arguments(given={**self.given, "body": {**value, **fixed}})

    def with_files(self, body: Body | None) -> Arguments:
        """The same, with bytes where the body has files."""
        if body is None or "body" not in self.given:
            return self
        value = self.given["body"]
        if body.sort == "bytes":
            value = _filed(value if isinstance(value, str) else "")
        elif body.sort == "multipart" and is_object(value):
            value = {
                name: (
                    _filed(member)
                    if name in body.fields and body.fields[name].is_file
                    else member
                )
                for name, member in value.items()
            }
        return Arguments(given={**self.given, "body": value})


def requests(original: Original) -> Iterator[Request]:
    """The requests of all operations."""
    for method, path, item, operation in original.operations():
        try:
            yield _request(original, method, path, item, operation)
        except Dangling:
            unsent = "operations with references that lead nowhere"
            yield Request(method=method, path=path, unsent=unsent)


def _request(
    original: Original, method: str, path: str, item: Piece, operation: Piece
) -> Request:
    slots: dict[tuple[str, str], Slot] = {}
    names = TEMPLATE.findall(path)
    unsent = ""
    for owner in (item, operation):
        listed = owner.get("parameters")
        for _, parameter in listed.members() if listed else ():
            found = original.follow(parameter)
            unsent = unsent or framing(found)
            slot = read_slot(original, found)
            if slot is not None and (slot.place != "path" or slot.name in names):
                slots[slot.place, slot.name] = slot
    for name in names:
        # The path's name is declared, though in the query.
        stray = slots.get(("query", _meant(name)))
        if ("path", name) not in slots and stray is not None:
            del slots["query", stray.name]
            slots["path", name] = in_path(stray, name)
        slots.setdefault(("path", name), undeclared(name))
    return Request(
        method=method,
        path=path,
        slots=tuple(slots.values()),
        bodies=tuple(bodies(original, item, operation)),
        unsent=unsent,
    )


def _meant(name: str) -> str:
    """The name in a slot, before what a router's pattern says of its value."""
    return name.partition(":")[0]


@st.composite
def arguments(draw: DrawFn, request: Request, judge: Judge | None = None) -> Arguments:
    """Arguments for an operation: the required ones, and some of the others.

    Args:
        draw: Given by hypothesis.
        request: What the operation takes.
        judge: Who is asked about each while it is drawn, which takes its time, if there is one.
    """
    given: dict[str, Any] = {place: {} for place in PLACES}
    for slot in request.slots:
        if not slot.required and slot.schema is None:
            continue
        if slot.required or draw(st.booleans()):
            given[slot.place][slot.name] = draw(outside(slot, judge))
    body = request.body
    if body is None or body.undrawn or not (body.required or draw(st.booleans())):
        return Arguments(given=given)
    drawn = draw(_inside(body, careful=judge is not None))
    # A method has no way to send an optional body that is empty: it sends none.
    if body.required or drawn not in ({}, ""):
        given["body"] = drawn
    return Arguments(given=given)


def outside(slot: Slot, judge: Judge | None = None) -> st.SearchStrategy[Tree]:
    """A value outside of the body, whose texts are such that every style can carry them."""
    alphabet = _OUTSIDE[slot.place] if slot.kind == "scalar" else _LETTERS
    schema = _TEXT if slot.schema is None else slot.schema
    drawn = values(schema, alphabet, careful=judge is not None)
    found = drawn.map(_pruned).filter(_is_sent)
    if judge is not None and slot.written is not None:
        is_list = slot.kind == "array" and slot.explode and slot.place == "query"
        if slot.required and is_list:
            # Where no item can be sent, a list of nothing can: each item stands for itself.
            found |= st.builds(list[Tree])
        found = found.filter(partial(_is_right, judge, slot.written))
    # A pattern may allow what no header can hold.
    return found.filter(_is_printable) if slot.place == "header" else found


def _is_right(judge: Judge, schema: Piece, value: Tree) -> bool:
    try:
        return not judge.fault(value, schema)
    except Undecided:
        return False


def _inside(body: Body, *, careful: bool) -> st.SearchStrategy[Tree]:
    match body.sort:
        case "form" if is_object(body.schema) and body.schema.get("type") == "string":
            return values(body.schema, _LETTERS, careful=careful)
        case "form":
            drawn = values(body.schema, _LETTERS, careful=careful)
            return _members(drawn, body.schema)
        case "multipart":
            # Names of fields stand in headers.
            names = _LETTERS + '" ü€'
            drawn = values(body.schema, keys=names, careful=careful)
            return _members(drawn, body.schema)
        case "bytes":
            return values(_TEXT)
        case "text" | "json":
            return values(body.schema, careful=careful)


def _members(drawn: st.SearchStrategy[Tree], schema: Tree) -> st.SearchStrategy[Tree]:
    """Forms without what leaves no trace, as long as nothing that is required goes."""
    required = set(schema.get("required") or ()) if is_object(schema) else set[str]()
    return drawn.map(_pruned).filter(lambda value: required <= set(value))


def _pruned(value: Tree) -> Tree:
    """A value without what leaves no trace in a URL or a form: null, and lists of nothing."""
    if is_object(value):
        members = {name: _pruned(member) for name, member in value.items()}
        return {
            name: member for name, member in members.items() if not _is_void(member)
        }
    if is_array(value):
        return [item for item in map(_pruned, value) if not _is_void(item)]
    return value


def _is_void(value: Tree) -> bool:
    return value is None or value in ({}, [])


def _is_sent(value: Tree) -> bool:
    """Whether a value can stand in a path, a header or a query of its own."""
    if is_array(value):
        return bool(value) and all(map(_is_sent, value))
    return not _is_void(value) and value not in ("", ".", "..")


def _is_printable(value: Tree) -> bool:
    return not _CONTROL.search(json.dumps(value, ensure_ascii=False))


def _filed(value: Tree) -> Tree:
    """A text as bytes, or a list of texts as a list of bytes."""
    if is_array(value):
        return [_filed(each) for each in value]
    if not isinstance(value, str):
        return value
    return value.encode("utf-8", "surrogatepass") + _RAW
