"""Where the text of a reference leads, by file and pointer."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from generator.document.trees.tree import (
    Tree,
    child,
    descend,
    is_position,
    keys,
    pointer,
    unescape,
)

# What RFC 3986 lets stand in a fragment unescaped.
_PLAIN = "/~!$&'()*+,;=:@?"


_EXACT = "document:"
# Keys in a pointer; real ones have about ten.
_MOST_GUESSED = 30


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


def relative(base: str, address: str) -> str:
    """The path that leads from one address to another on the same host, else the whole address."""
    here, there = urlsplit(base), urlsplit(address)
    if here[:2] != there[:2] or there.query:
        return address
    return posixpath.relpath(there.path or "/", posixpath.dirname(here.path) or "/")


class Exact(str):
    """A reference that names one of the document's files, from wherever it stands.

    Its type distinguishes it from the references of documents, which can't write one.
    """

    __slots__ = ()

    @classmethod
    def to(cls, target: Target) -> Exact:
        """The reference that means a target."""
        return cls(f"{_EXACT}{quote(target.file)}#{fragment(target.pointer)}")


def shown(reference: str) -> str:
    """A reference for people to read."""
    if isinstance(reference, Exact):
        return unquote(reference.removeprefix(_EXACT))
    return reference


def spell(home: str, target: Target, root: str) -> str:
    """The text that means a target in a file, where both lie below the root file's folder.

    Args:
        home: The name of the file that the text is for.
        target: What it is to mean.
        root: The root file's own file name.
    """
    file = target.file or root
    if not is_remote(file):
        file = quote(posixpath.relpath(file, posixpath.dirname(home) or "."))
    return f"{file}#{fragment(target.pointer)}"


def locate(base: str, reference: str, root: str) -> Target:
    """Split a reference into file and pointer; the fragment is percent-decoded.

    A fragment that is no pointer (`#Pet`) comes out as it is: it names an anchor.
    """
    path, _, inside = reference.partition("#")
    if isinstance(reference, Exact):
        return Target(unquote(path.removeprefix(_EXACT)), unquote(inside))
    return Target(name(base, path, root), unquote(inside))


def fragment(pointer: str) -> str:
    """A pointer as it stands behind the `#` of a reference."""
    return quote(pointer, safe=_PLAIN)


def value_at(trees: Mapping[str, Tree], target: Target) -> Tree:
    """The value at a target.

    Raises:
        KeyError: Nothing is there.
    """
    if target.pointer and not target.pointer.startswith("/"):
        raise KeyError(target.pointer)
    return descend(trees[target.file], keys(target.pointer))


def guess(tree: Tree, inside: str) -> tuple[str, ...] | None:
    """The keys that a pointer goes through if its author forgot how to escape them.

    In `#/definitions/Page%2FNote` the slash belongs to a key, and in `#/paths//notes/get` too.

    Args:
        tree: The file's content.
        inside: The reference's part behind the `#`.

    Returns:
        None when there is no such way.
    """
    written, way = inside.split("/")[1:], list[str]()
    if not inside.startswith("/") or len(written) > _MOST_GUESSED:
        return None
    while written:
        for count in range(1, len(written) + 1):
            key = _key(tree, "/".join(written[:count]))
            if key is not None:
                break
        else:
            return None
        tree, written = child(tree, key), written[count:]
        way.append(key)
    return tuple(way)


def _key(value: Tree, written: str) -> str | None:
    """The key of a value that is meant by a text with or without escapes."""
    decoded = unquote(written)
    for key in (unescape(decoded), decoded, written):
        if isinstance(value, dict) and key in value:
            return key
    if isinstance(value, list) and is_position(written) and int(written) < len(value):
        return written
    return None


def embedded(tree: Tree, above: str, inside: str) -> str | None:
    """The pointer that a fragment means if a schema around it is a document of its own.

    JSON Schema's tools write `#/$defs/Pet` for a definition of the schema that they were given,
    and that stands in a larger document then.

    Args:
        tree: The file's content.
        above: Where the reference stands in it.
        inside: The reference's part behind the `#`.

    Returns:
        The nearest definition of that name further out, None when there is none.
    """
    way = keys(unquote(inside))
    if way[:1] not in (("$defs",), ("definitions",)):
        return None
    path = keys(above)
    for length in range(len(path), 0, -1):
        found = (*path[:length], *way)
        try:
            descend(tree, found)
        except KeyError:
            continue
        return pointer(found)
    return None


# Leads to nothing: it is no pointer, and no anchor begins so.
NOWHERE = Exact.to(Target("", "-"))
