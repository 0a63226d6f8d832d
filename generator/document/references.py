"""Where the text of a reference leads, by file and pointer."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from generator.document.tree import Tree, child, keys


class Target(NamedTuple):
    """A value: its file's name among the document's files, and its pointer there."""

    file: str
    pointer: str


def is_remote(reference: str) -> bool:
    """Whether a file's name or a reference is an http(s) address."""
    return reference[:8].lower().startswith(("http://", "https://"))


def name(base: str, path: str, root: str) -> str:
    """The name of the file that a reference's path means.

    Args:
        base: The name of the file that the reference stands in.
        path: The reference without its fragment; "" is the file itself.
        root: The root file's own file name, whose name among the files is "".
    """
    if not path:
        return base
    if is_remote(path):
        return path
    if is_remote(base):
        return urljoin(base, path)
    decoded = unquote(path)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), decoded))
    return "" if joined == root else joined


def locate(base: str, reference: str, root: str) -> Target:
    """Split a reference into file and pointer; the fragment is percent-decoded.

    A fragment that is no pointer (`#Pet`) comes out as it is: it names an anchor.
    """
    path, _, fragment = reference.partition("#")
    return Target(name(base, path, root), unquote(fragment))


def value_at(trees: Mapping[str, Tree], target: Target) -> Tree:
    """The value at a target.

    Raises:
        KeyError: Nothing is there.
    """
    if target.pointer and not target.pointer.startswith("/"):
        raise KeyError(target.pointer)
    value = trees[target.file]
    for key in keys(target.pointer):
        value = child(value, key)
    return value
