"""A document as the libraries judge it: served from one place, without credentials."""

from __future__ import annotations

from tests.judge.source.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)
from tests.judge.wire.request.parameters import IGNORED

_APART = {"security", "servers"}


def bare(original: Original, host: str) -> Tree:
    """The document without servers and credentials, and without what openapi-core stumbles over.

    It judges header parameters that OpenAPI says are to be ignored, and refuses requests without
    lists in the style deepObject where there could be one.

    Args:
        original: The document.
        host: The only server that it is to have.
    """
    root = original.root
    if original.version == "2.0":
        made = {key: value for key, value in root.value.items() if key != "security"}
        made.pop("basePath", None)
    else:
        made = {**root.value, "servers": [{"url": host}], "security": []}
    paths = root.get("paths")
    if paths is not None:
        made["paths"] = {
            path: {
                key: _opened(original, part)
                for key, part in item.members()
                if key not in _APART
            }
            for path, item in paths.members()
        }
    return made


def _opened(original: Original, part: Piece) -> Tree:
    """A path item's parameters, or an operation."""
    if is_array(part.value):
        return [
            each.value for _, each in part.members() if not _ignored(original, each)
        ]
    if not is_object(part.value):
        return part.value
    made = {key: each.value for key, each in part.members() if key not in _APART}
    if (parameters := part.get("parameters")) is not None:
        made["parameters"] = _opened(original, parameters)
    if (body := part.get("requestBody")) is not None:
        made["requestBody"] = _undressed(original, body)
    # bravado-core names what has no tag after its path, and finds no name in `/`.
    return {**made, "tags": ["all"]} if "responses" in made else made


def _undressed(original: Original, body: Piece) -> Tree:
    """A request body without the encodings of lists in the style deepObject."""
    content = body.get("content")
    if content is None:
        return body.value
    made: dict[str, Tree] = {}
    for media_type, media in content.members():
        encoding, schema = media.get("encoding"), media.get("schema")
        made[media_type] = media.value
        if encoding is not None and schema is not None:
            properties = _member(original, schema, "properties")
            kept = {
                name: each.value
                for name, each in encoding.members()
                if not _is_deep_list(
                    original, each, properties and properties.get(name)
                )
            }
            made[media_type] = {**media.value, "encoding": kept}
    return {**body.value, "content": made}


def _ignored(original: Original, parameter: Piece) -> bool:
    try:
        found = original.follow(parameter)
    except Dangling:
        return False
    value = found.value
    if not is_object(value):
        return False
    if value.get("in") == "header":
        return str(value.get("name")).lower() in IGNORED
    is_needed = value.get("required") is True
    return not is_needed and _is_deep_list(original, found, found.get("schema"))


def _is_deep_list(original: Original, written: Piece, schema: Piece | None) -> bool:
    """Whether the style is deepObject, and what stands in it no object."""
    value = written.value
    if not is_object(value) or value.get("style") != "deepObject" or schema is None:
        return False
    kind = _member(original, schema, "type")
    return kind is None or kind.value != "object"


def _member(original: Original, schema: Piece, key: str) -> Piece | None:
    try:
        return original.follow(schema).get(key)
    except Dangling:
        return None
