"""Media types: 2.0 lists them once for all bodies, 3.0 under each body."""

from __future__ import annotations

from generator.document.trees.tree import Tree

JSON = "application/json"
FILE = "application/octet-stream"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def media_types(
    holder: dict[str, Tree], keyword: str, otherwise: list[str]
) -> list[str]:
    """Return the media types that an operation or a document lists.

    Args:
        holder: What may list them.
        keyword: `consumes` or `produces`.
        otherwise: What holds when it doesn't list any.

    Returns:
        Each once, in the order listed.
    """
    if keyword not in holder:
        return otherwise
    listed = holder[keyword]
    names = listed if isinstance(listed, list) else [listed]
    return list(dict.fromkeys(name for name in names if isinstance(name, str) and name))
