"""The document's grammar, cut down to what an upgrade step has to visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias


class Shape(NamedTuple):
    """The kinds of what stands in one kind of object.

    `fields` are the kinds by key, `rest` that of all other keys but extensions, `every` that of
    all keys of a map or elements of a list. `referred` is the kind of what a `$ref` in its place
    refers to.
    """

    fields: Mapping[str, str]
    rest: str
    every: str
    referred: str


Shapes: TypeAlias = Mapping[str, Shape]


def shapes(
    grammar: Mapping[str, Mapping[str, str]],
    wanted: Iterable[str],
    referred: Mapping[str, str] | None = None,
) -> Shapes:
    """Complete a grammar by its maps and lists, and leave out what leads to nothing wanted.

    Args:
        grammar: The kinds by kind and key, as `object_keywords` writes them.
        wanted: The kinds that a step changes.
        referred: What a `$ref` refers to, by kind, where it isn't the same kind.

    Returns:
        A shape for each kind that is wanted or leads to one that is.
    """
    below = {kind: set(keys.values()) for kind, keys in grammar.items()}
    for kinds in tuple(below.values()):
        below.update({kind: {kind[1:-1]} for kind in kinds if kind[0] in "{["})
    kept = _leading(below, set(wanted))
    return {
        kind: Shape(
            fields={
                key: child
                for key, child in grammar.get(kind, {}).items()
                if child in kept and key != "*"
            },
            rest=grammar.get(kind, {}).get("*", ""),
            every=kind[1:-1] if kind[0] in "{[" else "",
            referred=(referred or {}).get(kind, kind),
        )
        for kind in sorted(kept)
    }


def _leading(below: Mapping[str, set[str]], wanted: set[str]) -> set[str]:
    """Return the wanted kinds and all that one of them stands somewhere below."""
    kept: set[str] = set()
    while wanted:
        kept |= wanted
        wanted = {kind for kind, kinds in below.items() if kinds & kept} - kept
    return kept


def joined(one: Shapes, other: Shapes) -> Shapes:
    """Return the shapes of one grammar for all that either of two steps has to visit."""
    kinds = {**one, **other}
    for kind in one.keys() & other.keys():
        fields = {**one[kind].fields, **other[kind].fields}
        kinds[kind] = one[kind]._replace(fields=fields)
    return kinds
