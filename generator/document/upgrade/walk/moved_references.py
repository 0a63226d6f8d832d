"""References as text, and what they lead to."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote

from generator.document.trees.tree import Tree, child, pointer
from generator.document.trees.uri_reference import (
    Exact,
    Target,
    fragment,
    locate,
)

Keys: TypeAlias = tuple[str, ...]
Locate: TypeAlias = Callable[[str, str], tuple[str, str] | None]


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
    path, _, inside = reference.partition("#")
    way = unquote(inside)
    if "://" in path or (way and not way.startswith("/")):
        return None
    if not path:
        return file, way
    folder = posixpath.dirname(file)
    return posixpath.normpath(posixpath.join(folder, unquote(path))), way


def redirect(reference: str, way: Keys) -> str:
    """Return the reference with another way down in the same file."""
    if isinstance(reference, Exact):
        return Exact.to(Target(locate("", reference, "").file, pointer(way)))
    path, _, _ = reference.partition("#")
    return f"{path}#{fragment(pointer(way))}"


def below(reference: str, way: Keys) -> str:
    """Return a reference to something below what the reference means."""
    path, _, inside = reference.partition("#")
    text = f"{path}#{inside}{fragment(pointer(way))}"
    return Exact(text) if isinstance(reference, Exact) else text


def descend(tree: Tree, way: Keys) -> Tree:
    """Return what stands at the end of the way, None when there is no such way."""
    try:
        for key in way:
            tree = child(tree, key)
    except KeyError:
        return None
    return tree
