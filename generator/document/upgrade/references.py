"""References as text, and what they lead to."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import NamedTuple, TypeAlias
from urllib.parse import quote, unquote

from generator.document.tree import Tree, child, pointer

Keys: TypeAlias = tuple[str, ...]
Locate: TypeAlias = Callable[[str, str], tuple[str, str] | None]

# What RFC 3986 lets stand in a fragment unescaped.
_PLAIN = "/~!$&'()*+,;=:@?"


class Link(NamedTuple):
    """What a reference means: a file, and the keys that lead down from its top."""

    file: str
    keys: Keys


def beside(file: str, reference: str) -> tuple[str, str] | None:
    """Locate a reference by taking file names as relative paths.

    Args:
        file: The file that the reference stands in.
        reference: The text of a `$ref`.

    Returns:
        The file's name and a JSON Pointer; None for a URL and for an anchor.
    """
    path, _, fragment = reference.partition("#")
    way = unquote(fragment)
    if "://" in path or (way and not way.startswith("/")):
        return None
    if not path:
        return file, way
    folder = posixpath.dirname(file)
    return posixpath.normpath(posixpath.join(folder, unquote(path))), way


def redirect(reference: str, way: Keys) -> str:
    """Return the reference with another way down in the same file."""
    path, _, _ = reference.partition("#")
    return f"{path}#{quote(pointer(way), safe=_PLAIN)}"


def below(reference: str, way: Keys) -> str:
    """Return a reference to something below what the reference means."""
    hash_ = "" if "#" in reference else "#"
    return f"{reference}{hash_}{quote(pointer(way), safe=_PLAIN)}"


def descend(tree: Tree, way: Keys) -> Tree:
    """Return what stands at the end of the way, None when there is no such way."""
    try:
        for key in way:
            tree = child(tree, key)
    except KeyError:
        return None
    return tree
