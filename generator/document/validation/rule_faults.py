"""Faults against the rules of a version, by their path in the tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from generator.document.trees.tree import Tree, describe, find, keys, pointer, spell

Path = tuple[str | int, ...]


# References that one leads through, where a circle of them has no end.
MOST_STEPS = 100


class Fault(NamedTuple):
    """Something that the version's rules forbid: where in the tree, and in which words.

    The path leads to the member that the fault is about, whether it is there or is missing; `other`
    to one that has a part in it. A vague fault says only that something in a value is wrong. A
    doubtful one is a key that may be surplus only since another fault hides what allows it.
    """

    path: Path
    message: str
    code: str = "document-invalid"
    is_vague: bool = False
    is_doubtful: bool = False
    other: Path = ()


def not_allowed(path: Path, key: str, beside: str = "") -> Fault:
    """The fault of a key that an object can't have, or can't have beside another."""
    if not beside:
        return Fault((*path, key), f"`{key}` isn't allowed here")
    message = f"`{key}` isn't allowed beside `{beside}`"
    return Fault((*path, key), message, other=(*path, beside))


def missing(path: Path, *keys: str) -> Fault:
    """The fault of an object that has to have a key, or one of some."""
    if len(keys) == 1:
        return Fault((*path, keys[0]), f"`{keys[0]}` is required here")
    wanted = ", ".join(f"`{key}`" for key in sorted(keys))
    return Fault((*path, max(keys)), f"one of {wanted} is required here")


def bad_name(path: Path, name: str) -> Fault:
    """The fault of a key that is no name for what it names."""
    return Fault((*path, name), f"`{name}` is no name that is allowed here")


def not_among(path: Path, choices: Iterable[Tree]) -> Fault:
    """The fault of a value that has to be one of some."""
    shown = [f"`{_shown(choice)}`" for choice in choices]
    some = f"one of {', '.join(shown)}" if len(shown) > 1 else shown[0]
    return Fault(path, f"{subject(path)} has to be {some}")


def subject(path: Path) -> str:
    """The name of the value at a path, for messages."""
    if not path:
        return "the document"
    return f"element {path[-1]}" if isinstance(path[-1], int) else f"`{path[-1]}`"


def one_for_each_place(*layers: Iterable[Fault]) -> list[Fault]:
    """The faults of several checks, without those that an earlier check reports in better words.

    Of two at one place the earlier check's stays. A vague one stays where nothing is reported of
    that place or of what stands in it, a doubtful one where nothing is reported of its object.
    """
    reported: set[str] = set()
    above: set[str] = set()
    kept: list[Fault] = []
    waiting: list[Fault] = []

    def keep(faults: Iterable[Fault]) -> None:
        for fault in faults:
            kept.append(fault)
            reported.update((pointer(fault.path), pointer(fault.other)))
            above.update(pointer(fault.path[:end]) for end in range(len(fault.path)))

    for layer in layers:
        here = dict.fromkeys(one for one in layer if pointer(one.path) not in reported)
        waiting += [one for one in here if one.is_vague or one.is_doubtful]
        keep(one for one in here if not (one.is_vague or one.is_doubtful))
    for fault in sorted(waiting, key=lambda one: one.is_vague):
        around = fault.path[:-1] if fault.is_doubtful else fault.path
        if pointer(fault.path) not in reported and pointer(around) not in above:
            is_reported = fault.is_doubtful and pointer(around) in reported
            keep([] if is_reported else [fault])
    return kept


def referred(tree: Tree, holder: dict[str, Tree]) -> Tree:
    """The target of a `$ref` within one tree, None for none and for one elsewhere."""
    reference = str(holder["$ref"])
    is_inside = reference.startswith("#")
    return find(tree, keys(unquote(reference[1:]))) if is_inside else None


def _shown(value: Tree) -> str:
    return describe(value) if isinstance(value, dict | list) else spell(value)
