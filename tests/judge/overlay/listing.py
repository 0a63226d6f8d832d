"""Operations that look like lists: what answers them has an array of items in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from tests.judge.source.described_responses import answers, is_json
from tests.judge.source.original import (
    METHODS,
    Dangling,
    Original,
    Piece,
    is_array,
    is_object,
)

# What an array of a page's items is often called; others are taken if there is none of these.
_USUAL = ("data", "items", "results", "values", "entries", "records", "content")


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """An operation whose answer can be one page of a list.

    Args:
        method: The HTTP method.
        path: The path as written.
        status: The status of the answer.
        content_type: Its media type.
        page: The schema of its body.
        properties: The body's properties; none where the body is the list.
        items: Where the list stands in the body.
        item: The schema of an item, if there is one.
        query: The optional query parameters by name.
        body: The schema of the request body, if that is an object in JSON.
    """

    method: str
    path: str
    status: str
    content_type: str
    page: Piece
    properties: Mapping[str, Piece]
    items: tuple[str, ...]
    item: Piece | None
    query: Mapping[str, Piece]
    body: Piece | None


def listings(original: Original) -> Iterator[Listing]:
    """The operations that look like lists, each place of the document once."""
    operations = {
        (method, path): (item, operation)
        for method, path, item, operation in original.operations()
        if method.lower() in METHODS
    }
    seen: set[str] = set()
    for answer in answers(original):
        key = answer.method, answer.path
        is_page = answer.status[:1] == "2" and is_json(answer.content_type)
        if key not in operations or not is_page or answer.schema is None:
            continue
        item, operation = operations[key]
        if operation.uri in seen:
            continue
        seen.add(operation.uri)
        try:
            page = original.follow(answer.schema)
            found = _list(original, page)
            body = _body(original, operation)
        except Dangling:
            continue
        if found is None or not (answer.method == "GET" or body is not None):
            continue
        properties, items, inner = found
        yield Listing(
            method=answer.method,
            path=answer.path,
            status=answer.status,
            content_type=answer.content_type,
            page=page,
            properties=properties,
            items=items,
            item=inner,
            query=dict(_query(original, (item, operation))),
            body=body,
        )


def type_of(original: Original, schema: Piece) -> str:
    """The one type that a schema names, null aside; "" where it names none or several."""
    try:
        value = original.follow(schema).value
    except Dangling:
        return ""
    written = value.get("type") if is_object(value) else None
    types = (
        [one for one in written if one != "null"] if is_array(written) else [written]
    )
    return str(types[0]) if len(types) == 1 and types[0] is not None else ""


def properties_of(original: Original, schema: Piece) -> dict[str, Piece]:
    """The properties of an object, those of its `allOf` included."""
    found: dict[str, Piece] = {}
    parts = schema.get("allOf")
    for _, part in parts.members() if parts else ():
        own = original.follow(part).get("properties")
        found.update(own.members() if own else ())
    own = schema.get("properties")
    found.update(own.members() if own else ())
    return found


def _list(
    original: Original, page: Piece
) -> tuple[dict[str, Piece], tuple[str, ...], Piece | None] | None:
    """The page's properties, where the list stands in it, and what an item is."""
    if type_of(original, page) == "array":
        return {}, (), page.get("items")
    properties = properties_of(original, page)
    arrays = [
        name for name, each in properties.items() if type_of(original, each) == "array"
    ]
    arrays.sort(key=lambda name: name not in _USUAL)
    for name in arrays[:1]:
        inner = original.follow(properties[name]).get("items")
        return properties, (name,), inner
    return None


def _query(
    original: Original, owners: tuple[Piece, ...]
) -> Iterator[tuple[str, Piece]]:
    for owner in owners:
        listed = owner.get("parameters")
        for _, parameter in listed.members() if listed else ():
            try:
                found = original.follow(parameter)
            except Dangling:
                continue
            value = found.value
            if is_object(value) and value.get("in") == "query":
                schema = found if original.version == "2.0" else found.get("schema")
                if schema is not None and value.get("required") is not True:
                    yield str(value.get("name")), schema


def _body(original: Original, operation: Piece) -> Piece | None:
    """The schema of a request body that is an object in JSON."""
    schema: Piece | None = None
    if original.version == "2.0":
        listed = operation.get("parameters")
        for _, parameter in listed.members() if listed else ():
            found = original.follow(parameter)
            if is_object(found.value) and found.value.get("in") == "body":
                schema = found.get("schema")
    elif (body := operation.get("requestBody")) is not None:
        content = original.follow(body).get("content")
        for content_type, media in content.members() if content else ():
            if is_json(content_type):
                schema = schema or original.follow(media).get("schema")
    if schema is None:
        return None
    found = original.follow(schema)
    return found if properties_of(original, found) else None
