"""A document as the libraries judge it: served from one place, without credentials."""

from __future__ import annotations

from generator.corpus.original import (
    Dangling,
    Original,
    Piece,
    Tree,
    is_array,
    is_object,
)
from generator.corpus.wire.slots import IGNORED

_APART = {"security", "servers"}


def bare(original: Original, host: str) -> Tree:
    """The document without servers and credentials.

    Header parameters that OpenAPI says are to be ignored are left out: openapi-core judges them.

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
    made = {
        key: _opened(original, each) if key == "parameters" else each.value
        for key, each in part.members()
        if key not in _APART
    }
    # bravado-core names what has no tag after its path, and finds no name in `/`.
    return {**made, "tags": ["all"]} if "responses" in made else made


def _ignored(original: Original, parameter: Piece) -> bool:
    try:
        value = original.follow(parameter).value
    except Dangling:
        return False
    is_header = is_object(value) and value.get("in") == "header"
    return is_header and str(value.get("name")).lower() in IGNORED
