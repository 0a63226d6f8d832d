"""Rules of OpenAPI that span objects: operations, the parameters that they share, and tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias, TypeGuard

from generator.document.trees.object_keywords import children, is_reference
from generator.document.trees.tree import Tree
from generator.document.validation.rule_faults import MOST_STEPS, Fault, Path, referred

_SLOT = re.compile(r"\{((?:[^{}]|\{[^{}]*\})+)\}")
_OPPOSITES: dict[Tree, str] = {"querystring": "query", "query": "querystring"}
_BESIDE = "one parameter can't be the whole query string and another one in the query"

Object: TypeAlias = dict[str, Tree]
_Found: TypeAlias = tuple[Path, Object]


def operation_faults(tree: Tree) -> Iterator[Fault]:
    """The faults that show only when several objects are looked at together.

    Args:
        tree: The document as written, in one tree whose references stay inside it.
    """
    taken: dict[str, int] = {}
    for path, item in _path_items(tree):
        shared = _parameters(tree, path, item)
        yield from _repeated(shared)
        yield from _query_strings((), shared)
        for at, operation in _operations(path, item):
            name = operation.get("operationId")
            known = taken.setdefault(name, id(operation)) if _is_id(name) else 0
            if known not in {0, id(operation)}:
                message = f"another operation has the operationId `{name}` already"
                yield Fault((*at, "operationId"), message, "operation-id-repeated")
            own = _parameters(tree, at, operation)
            yield from _repeated(own)
            yield from _query_strings(shared, own)
    yield from _unplaced(tree)


def _operations(path: Path, item: Object) -> Iterator[_Found]:
    for way, operation, kind in children(item, "pathItem"):
        if kind == "operation" and isinstance(operation, dict):
            yield (*path, *way), operation


def _unplaced(tree: Tree) -> Iterator[Fault]:
    """Where the template of a path and the parameters declared for it differ."""
    paths = tree.get("paths") if isinstance(tree, dict) else None
    for template, written in paths.items() if isinstance(paths, dict) else ():
        item = _resolved(tree, written)
        if not isinstance(item, dict) or not isinstance(written, dict):
            continue
        path: Path = ("paths", template)
        shared = (*_parameters(tree, path, item), *_parameters(tree, path, written))
        for at, operation in (*_operations(path, item), *_operations(path, written)):
            own = _parameters(tree, at, operation)
            names = {str(one["name"]) for _, one in (*shared, *own) if _is_in_path(one)}
            slots = set(_SLOT.findall(template))
            nameless = [one for _, one in (*shared, *own) if _is_nameless(one)]
            # Its missing name is the fault then, and is reported there.
            undeclared = [] if nameless else sorted(slots - names)
            for slot in undeclared:
                message = f"the path parameter `{slot}` isn't declared"
                yield Fault(at, message, "parameter-unresolved")
            for name in sorted(names - slots):
                message = f"the path has no `{{{name}}}` for the parameter to fill"
                yield Fault(at, message, "parameter-unresolved")


def _is_id(value: Tree) -> TypeGuard[str]:
    return isinstance(value, str) and value != ""


def _is_in_path(parameter: Object) -> bool:
    name = parameter.get("name")
    return parameter.get("in") == "path" and isinstance(name, str) and name != ""


def _is_nameless(parameter: Object) -> bool:
    return parameter.get("in") == "path" and not parameter.get("name")


def _path_items(tree: Tree) -> Iterator[_Found]:
    """All path items, those of callbacks among them, each where it is written."""
    waiting: list[tuple[Path, Tree, str]] = [((), tree, "openapi")]
    while waiting:
        path, value, kind = waiting.pop()
        if kind == "pathItem" and isinstance(value, dict):
            yield path, value
        # No path item stands in a schema.
        below = [
            ((*path, *way), one, sort)
            for way, one, sort in children(value, kind)
            if sort.strip("[]{}") != "schema"
        ]
        waiting += reversed(below)


def _parameters(tree: Tree, path: Path, holder: Object) -> tuple[_Found, ...]:
    """The parameters of a list, what a reference among them leads to in its place."""
    listed = holder.get("parameters")
    found = [
        ((*path, "parameters", at), _resolved(tree, one))
        for at, one in enumerate(listed if isinstance(listed, list) else ())
    ]
    return tuple((at, one) for at, one in found if isinstance(one, dict))


def _resolved(tree: Tree, value: Tree) -> Tree:
    for _ in range(MOST_STEPS):
        if not isinstance(value, dict) or not is_reference(value):
            return value
        value = referred(tree, value)
    return None


def _repeated(parameters: tuple[_Found, ...]) -> Iterator[Fault]:
    """The parameters that stand twice in one list; header names know no case."""
    seen: set[tuple[str, str]] = set()
    for path, one in parameters:
        name, place = one.get("name"), one.get("in")
        if not isinstance(name, str) or not isinstance(place, str):
            continue
        key = (place, name.lower() if place == "header" else name)
        if key in seen:
            message = f"the {place} parameter `{name}` is listed twice"
            yield Fault(path, message, "parameter-repeated")
        seen.add(key)


def _query_strings(
    shared: tuple[_Found, ...], own: tuple[_Found, ...]
) -> Iterator[Fault]:
    """A whole query string is given once, and beside no parameter in the query."""
    places = [one.get("in") for _, one in shared]
    for path, one in own:
        place = one.get("in")
        if not isinstance(place, str):
            continue
        if place == "querystring" and place in places:
            yield Fault(path, "a second parameter can't be the whole query string")
        elif place in _OPPOSITES and _OPPOSITES[place] in places:
            yield Fault(path, _BESIDE)
        places.append(place)


def tag_faults(tree: Tree, version: str) -> Iterator[Fault]:
    """The faults of a document's tags; parents are known since 3.2."""
    listed = tree.get("tags") if isinstance(tree, dict) else None
    tags = [
        (at, one["name"], one.get("parent"))
        for at, one in enumerate(listed if isinstance(listed, list) else ())
        if isinstance(one, dict) and isinstance(one.get("name"), str)
    ]
    parents: dict[Tree, Tree] = {}
    for at, name, parent in tags:
        if name in parents:
            yield Fault(("tags", at), f"the tag `{name}` is declared twice")
        parents.setdefault(name, parent)
    for at, name, parent in tags if version >= "3.2" else ():
        if not isinstance(parent, str):
            continue
        if parent not in parents:
            message = f"the tag `{name}` is within `{parent}`, which isn't declared"
            yield Fault(("tags", at, "parent"), message)
        elif _is_within_itself(name, parents):
            yield Fault(("tags", at, "parent"), f"the tag `{name}` is within itself")


def _is_within_itself(name: Tree, parents: dict[Tree, Tree]) -> bool:
    seen: set[Tree] = set()
    above = parents.get(name)
    while isinstance(above, str) and above not in seen:
        if above == name:
            return True
        seen.add(above)
        above = parents.get(above)
    return False
