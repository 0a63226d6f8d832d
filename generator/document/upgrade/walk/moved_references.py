"""References as text, and what they lead to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from generator.document.trees.tree import pointer
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
