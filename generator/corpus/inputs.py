"""What a document says that its operations take, and arguments drawn for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from generator.corpus.answers import is_json
from generator.corpus.bounded import Bounded
from generator.corpus.judge import Judge, Undecided
from generator.corpus.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)
from generator.corpus.strategies import values

_TEMPLATE = re.compile(r"\{([^{}]+)\}")
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_TEXT = {"type": "string"}
FORM = "application/x-www-form-urlencoded"
_PLACES = ("path", "query", "header", "cookie")
# OpenAPI says that these header parameters are ignored: other parts of it describe them.
IGNORED = {"accept", "content-type", "authorization"}
# A text inside a URL, a header or a cookie: what separates the parts of a list in some style stays
# out, since no reader could tell it from a separator.
_LETTERS = "abcXYZ019-_~"
_OUTSIDE: dict[str, str] = {
    "path": _LETTERS + "/?#%& ü€",
    "query": _LETTERS + "/?#&=+ ü€",
    "header": _LETTERS + ".:/",
    "cookie": _LETTERS,
}


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter: its name, where it is, and what may stand there."""

    name: str
    place: str
    required: bool
    is_single: bool
    is_typed: bool = True
    is_spread: bool = False
    schema: Tree = None
    written: Piece | None = None


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What one operation takes.

    `body` is the schema of a body in JSON or a form, `body_written` the same as written, and
    `unjudged` says what of it isn't drawn.
    """

    method: str
    path: str
    slots: tuple[Slot, ...]
    media_type: str = ""
    body: Tree = None
    body_written: Piece | None = None
    body_required: bool = False
    unjudged: str = ""


class Arguments(msgspec.Struct, frozen=True, kw_only=True):
    """Drawn values: by place and name, and the body; no `body` means none is sent."""

    given: dict[str, Any]

    def expected(self, request: Request) -> dict[str, Any]:
        """What is to arrive: all but what the document doesn't declare."""
        declared = {(slot.place, slot.name) for slot in request.slots if slot.written}
        return {
            place: (
                members
                if place == "body"
                else {
                    name: value
                    for name, value in members.items()
                    if (place, name) in declared
                }
            )
            for place, members in self.given.items()
        }

    def is_allowed(self, request: Request, judge: Judge) -> bool:
        """Whether the schemas as written allow the values; what they can't tell counts as no."""
        pairs = [
            (self.given[slot.place][slot.name], slot.written)
            for slot in request.slots
            if slot.written and slot.name in self.given[slot.place]
        ]
        if "body" in self.given and request.body_written:
            pairs.append((self.given["body"], request.body_written))
        try:
            return not any(judge.fault(value, schema) for value, schema in pairs)
        except Undecided:
            return False


def requests(original: Original) -> Iterator[Request]:
    """The requests of all operations."""
    for method, path, item, operation in original.operations():
        try:
            yield _request(original, method, path, item, operation)
        except Dangling:
            continue


def _request(
    original: Original, method: str, path: str, item: Piece, operation: Piece
) -> Request:
    slots: dict[tuple[str, str], Slot] = {}
    names = _TEMPLATE.findall(path)
    for owner in (item, operation):
        listed = owner.get("parameters")
        for _, parameter in listed.members() if listed else ():
            slot = _slot(original, original.follow(parameter))
            if slot is not None and (slot.place != "path" or slot.name in names):
                slots[slot.place, slot.name] = slot
    for name in names:
        # A name that the path has and nothing declares is a text.
        slots.setdefault(
            ("path", name), Slot(name=name, place="path", required=True, is_single=True)
        )
    media_type, schema, written, unjudged = "", None, None, ""
    body = operation.get("requestBody")
    required = False
    if body is not None:
        found = original.follow(body)
        flag = found.get("required")
        required = flag is not None and flag.value is True
        media_type, schema, written, unjudged = _body(original, found)
    return Request(
        method=method,
        path=path,
        slots=tuple(slots.values()),
        media_type=media_type,
        body=schema,
        body_written=written,
        body_required=required,
        unjudged=unjudged,
    )


def _slot(original: Original, parameter: Piece) -> Slot | None:
    value = parameter.value
    if not is_object(value) or value.get("in") not in _PLACES:
        return None
    name, place = str(value.get("name")), str(value["in"])
    if place == "header" and name.lower() in IGNORED:
        return None
    if place in ("header", "cookie") and not _TOKEN.fullmatch(name):
        # HTTP has no way to send it.
        return None
    schema = parameter.get("schema")
    made = Bounded(original, sent=True).make(schema) if schema is not None else None
    written = original.follow(schema).get("type") if schema is not None else None
    kind = written.value if written is not None else None
    return Slot(
        name=name,
        place=place,
        required=value.get("required") is True or place == "path",
        schema=made,
        written=schema,
        is_single=kind not in ("array", "object"),
        is_typed=kind is not None,
        is_spread=kind == "object" and not _is_readable(value, made),
    )


def _is_readable(value: Tree, schema: Tree) -> bool:
    """Whether openapi-core reads an object; not one with free keys, or spread over the query."""
    is_form = value.get("style", "form") == "form"
    if value.get("in") == "query" and is_form and value.get("explode") is not False:
        return False
    free = ("additionalProperties", "patternProperties")
    return is_object(schema) and not any(schema.get(key) for key in free)


def _body(original: Original, body: Piece) -> tuple[str, Tree, Piece | None, str]:
    content = body.get("content")
    for media_type, media in content.members() if content else ():
        schema = original.follow(media).get("schema")
        if schema is None or not (is_json(media_type) or media_type == FORM):
            return media_type, None, None, f"bodies of {media_type}"
        made = Bounded(original, sent=True).make(schema)
        unjudged = "" if made is not None else "bodies without a value of bounded size"
        return media_type, made, schema, unjudged
    return "", None, None, ""


@st.composite
def arguments(draw: DrawFn, request: Request) -> Arguments:
    """Arguments for an operation: the required ones, and some of the others."""
    given: dict[str, Any] = {place: {} for place in _PLACES}
    for slot in request.slots:
        if not slot.required and (slot.schema is None or slot.is_spread):
            continue
        if slot.required or draw(st.booleans()):
            given[slot.place][slot.name] = draw(_outside(slot))
    if request.body is not None and (request.body_required or draw(st.booleans())):
        body = values(request.body)
        if request.media_type == FORM:
            body = values(request.body, _LETTERS).filter(_is_sent)
        drawn = draw(body)
        # A method has no way to send an optional body that is empty: it sends none.
        if request.body_required or drawn != {}:
            given["body"] = drawn
    return Arguments(given=given)


def _outside(slot: Slot) -> st.SearchStrategy[Tree]:
    """A value outside of the body, whose texts are such that every style can carry them."""
    alphabet = _OUTSIDE[slot.place] if slot.is_single else _LETTERS
    drawn = values(_TEXT if slot.schema is None else slot.schema, alphabet)
    if not slot.is_typed:
        # openapi-core takes what no single type describes for one text.
        drawn = drawn.filter(lambda value: not isinstance(value, list | dict))
    return drawn.filter(_is_sent)


def _is_sent(value: Tree) -> bool:
    """Whether a value leaves a trace on the wire: empty lists, objects and null needn't."""
    if is_object(value):
        return bool(value) and all(map(_is_sent, value.values()))
    if is_array(value):
        return bool(value) and all(map(_is_sent, value))
    return value is not None and value not in ("", ".", "..")
