"""A recorded request, read by what the document says about each of its parts.

It reads what the judges' libraries have no reader for, too. Nothing of the runtime is used: what
each style looks like is said here once more, from the reading side.
"""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qsl, unquote

from tests.judge.roundtrip.comparison import equal
from tests.judge.source.original import Tree
from tests.judge.wire.loopback import Received
from tests.judge.wire.request.bodies import FORM, Body, essence
from tests.judge.wire.request.form_bodies import form_fault, multipart_fault
from tests.judge.wire.request.inputs import TEMPLATE, Arguments, Request
from tests.judge.wire.request.name_value_pairs import Pairs, cookies
from tests.judge.wire.request.parameters import Slot
from tests.judge.wire.request.spelling import (
    Decode,
    spells,
    spells_content,
    spells_styled,
)

# What is equal to no JSON.
_UNREADABLE = object()
_OCTETS = "application/octet-stream"
# What may stand in a path where the value doesn't tell.
_ANYTHING = "[^/]*?"


def fault(request: Request, arguments: Arguments, received: Received) -> str:
    """What of a call isn't on the wire as the document says, or "".

    Args:
        request: What the document says.
        arguments: What the method was called with.
        received: What came.
    """
    if received.method != request.method:
        return f"the method is {received.method}"
    # What follows `#` is never sent.
    template, _, fixed = request.path.partition("#")[0].partition("?")
    path, _, query = received.target.partition("?")
    given = {
        place: [
            (slot, arguments.given[place][slot.name])
            for slot in request.slots
            if slot.place == place and slot.name in arguments.given[place]
        ]
        for place in ("path", "query", "querystring", "header", "cookie")
    }
    return (
        _path_fault(template, path, given["path"])
        or _query_fault(query, fixed, given)
        or _headers_fault(received, given["header"])
        or _cookies_fault(received, given["cookie"])
        or _body_fault(request.body, arguments, received)
    )


def _path_fault(template: str, path: str, given: list[tuple[Slot, Tree]]) -> str:
    patterns = {slot.name: _pattern(slot, value) for slot, value in given}
    pieces = TEMPLATE.split(template)
    names = pieces[1::2]
    pattern = "".join(
        f"({patterns.get(piece, _ANYTHING)})" if index % 2 else _literal(piece)
        for index, piece in enumerate(pieces)
    )
    match = re.fullmatch(pattern, path)
    if match is None:
        values = {slot.name: value for slot, value in given}
        return f"the path isn't {template} with {values}"
    texts = dict(zip(names, match.groups(), strict=True))
    for slot, value in given:
        if slot.name not in texts:
            # The path has a query of its own, which it stands in.
            continue
        text = texts[slot.name]
        if not _is_there(text, slot, value, unquote):
            return f"path {slot.name!r}: {value!r} arrived as {text!r}"
    return ""


def _is_there(text: str, slot: Slot, value: Tree, decode: Decode) -> bool:
    if slot.media_type:
        return spells_content(decode(text), value, slot.media_type)
    return spells_styled(text, slot, value, decode)


def _pattern(slot: Slot, value: Tree) -> str:
    """What may stand for a value; said exactly where names meet in one segment."""
    if slot.media_type or slot.style != "simple":
        return _ANYTHING
    match value:
        case str():
            return _literal(value, encoded="/?#%")
        case bool() | int():
            return re.escape(json.dumps(value))
        case _:
            return _ANYTHING


def _literal(text: str, *, encoded: str = "") -> str:
    """A pattern for a text of which any letter may be percent-encoded, and some have to be."""
    return "".join(_letter(each, is_encoded=each in encoded) for each in text)


def _letter(letter: str, *, is_encoded: bool) -> str:
    if letter.isascii() and letter.isalnum():
        return letter
    escape = f"(?i:{_encoded(letter)})"
    return escape if is_encoded else f"(?:{re.escape(letter)}|{escape})"


def _encoded(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode())


def _query_fault(
    query: str, fixed: str, given: dict[str, list[tuple[Slot, Tree]]]
) -> str:
    for slot, value in given["querystring"]:
        if essence(slot.media_type) == FORM:
            found = form_fault(query.encode(), value, {})
        else:
            text = unquote(query)
            is_there = spells_content(text, value, slot.media_type)
            found = "" if is_there else f"it is {query!r}"
        return f"query {slot.name!r}: {found}" if found else ""
    pairs = Pairs(query)
    in_path = {f"{{{slot.name}}}": value for slot, value in given["path"]}
    for name, value in parse_qsl(fixed, keep_blank_values=True):
        # What the path itself has of a query.
        expected = in_path.get(value, value)
        if found := pairs.one_fault(str(in_path.get(name, name)), expected):
            return f"query {found}"
    for slot, value in given["query"]:
        if slot.media_type:
            found = pairs.content_fault(slot.name, value, slot.media_type)
        else:
            found = pairs.fault(slot.name, value, slot.style, slot.explode, slot.inner)
        if found:
            return f"query {found}"
    return f"the query also has {', '.join(pairs.left)}" if pairs.left else ""


def _headers_fault(received: Received, given: list[tuple[Slot, Tree]]) -> str:
    for slot, value in given:
        text = received.header(slot.name)
        if not _is_there(text, slot, value, str):
            return f"header {slot.name!r}: {value!r} arrived as {text!r}"
    return ""


def _cookies_fault(received: Received, given: list[tuple[Slot, Tree]]) -> str:
    pairs = cookies(received.header("cookie"))
    for slot, value in given:
        if slot.media_type:
            found = pairs.content_fault(slot.name, value, slot.media_type)
        else:
            found = pairs.fault(slot.name, value, "form", slot.explode)
        if found:
            return f"cookie {found}"
    return f"there are also cookies {', '.join(pairs.left)}" if pairs.left else ""


def _body_fault(body: Body | None, arguments: Arguments, received: Received) -> str:
    if "body" not in arguments.given:
        return f"there is a body, {received.body[:80]!r}" if received.body else ""
    assert body is not None
    value = arguments.given["body"]
    sent = received.header("content-type")
    # Bytes that don't tell their type are bytes in any range.
    is_untold = body.sort == "bytes" and "*" in body.media_type and sent == _OCTETS
    if "*" in sent or not (is_untold or _is_of(sent, body.media_type)):
        return f"a body of {body.media_type} is sent as {sent}"
    match body.sort:
        case "form" if isinstance(value, str):
            # Nobody but who calls can say what a text is as a form.
            found = "" if received.body == value.encode() else _shown(value, received)
        case "form":
            found = form_fault(received.body, value, body.fields)
        case "multipart":
            found = multipart_fault(received.body, sent, value, body)
        case "json":
            found = (
                "" if equal(_loaded(received.body), value) else _shown(value, received)
            )
        case "text":
            text = received.body.decode("utf-8", "surrogateescape")
            found = "" if spells(text, value) else _shown(value, received)
        case "bytes":
            found = "" if received.body == value else _shown(value, received)
    return f"body: {found}" if found else ""


def _is_of(sent: str, declared: str) -> bool:
    """Whether a media type is the declared one, or in the declared range."""
    wanted, name = essence(declared), essence(sent)
    if "/" not in wanted or "*" in wanted:
        return (
            wanted in {"", "*/*"}
            or "/" not in wanted
            or name.startswith(wanted.rstrip("*"))
        )
    return name == wanted


def _loaded(content: bytes) -> Tree:
    try:
        return json.loads(content)
    except ValueError:
        return _UNREADABLE


def _shown(value: Tree, received: Received) -> str:
    return f"{value!r} arrived as {received.body[:300]!r}"
