"""References resolved by file, pointer, identifier and anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.diagnostics import Unsupported
from generator.document.files.files import File
from generator.document.trees.tree import Tree, child, descend, entries, keys, pointer
from generator.document.trees.uri_reference import (
    Target,
    embedded,
    guess,
    is_remote,
    locate,
    name,
    relative,
    shown,
    value_at,
)

Reach = Callable[[str], File]

DANGLING = "ref-dangling"
_ANCHORS = ("$anchor", "$dynamicAnchor")
IDENTIFYING = ("$id", *_ANCHORS)
# How many other references one may lead through; a circle of them ends here.
_MOST_PASSED = 100


class Found(NamedTuple):
    """The target of a reference, its value, and the references on the way there.

    `fault` says what is wrong with a reference that means nothing as it is written: `ref-escaping`
    or `ref-embedded`; "" else.
    """

    target: Target
    value: Tree
    passed: tuple[dict[str, Tree], ...] = ()
    fault: str = ""


class Resolver:
    """Collects the identifiers and anchors of schemas, and resolves references.

    `anchors` are the targets of anchors by the file or the resource that they are unique in.
    """

    def __init__(self, root: str, reach: Reach) -> None:
        self.anchors: dict[Target, Target] = {}
        self._root = root
        self._reach = reach
        self._resources: dict[str, Target] = {}
        # The `$self` of each file that was reached, or "".
        self._selves: dict[str, str] = {}
        self._left = 0

    def identify(self, schema: dict[str, Tree], place: Target, base: str) -> str:
        """Note a schema's identifier and anchors; returns the base of references inside it."""
        identifier = schema.get("$id")
        if isinstance(identifier, str) and not identifier.startswith("#"):
            base = name(base or place.file, identifier.rstrip("#"), self._root)
            self._resources.setdefault(base, place)
        for keyword in _ANCHORS:
            if isinstance(anchor := schema.get(keyword), str):
                for owner in (place.file, base):
                    self.anchors.setdefault(Target(owner, anchor), place)
        return base

    def base_of(self, file: str) -> str:
        """The base of the references in a file: its `$self`, or ""."""
        return self._selves[self._reached(file).name]

    @property
    def known(self) -> int:
        """How many identifiers and anchors have been met."""
        return len(self._resources) + len(self.anchors)

    def base_at(self, target: Target) -> str:
        """The `$id` of the schema that a target stands in, as far as it is known."""
        if not self._resources:
            return ""
        owners = [
            (len(place.pointer), base)
            for base, place in self._resources.items()
            if place.file == target.file
            and f"{target.pointer}/".startswith(f"{place.pointer}/")
            and place.pointer != target.pointer
        ]
        return max(owners, default=(0, ""))[1]

    def find(self, text: str, place: Target, base: str) -> Found:
        """Resolve a reference: within its schema's own resource, else in a file.

        Args:
            text: The reference.
            place: What it stands in.
            base: The `$id` of the schema that it stands in, or "".

        Raises:
            Unsupported: It means nothing, or what it means may not be reached; without a place.
        """
        self._left = _MOST_PASSED
        return self._find(text, place, base)

    def _find(self, text: str, place: Target, base: str) -> Found:
        file = place.file
        missing: Unsupported | None = None
        for candidate in self._candidates(text, file, base):
            try:
                reached = self._reached(candidate.file)
                target = Target(reached.name, candidate.pointer)
                target = self._anchored(target, reached.tree)
                try:
                    return Found(target, value_at({target.file: reached.tree}, target))
                except KeyError:
                    return self._descend(target, reached.tree)
            except KeyError:
                missing = missing or _dangling(text)
            except Unsupported as reason:
                missing = reason
        if missing is not None and missing.diagnostic.code != DANGLING:
            raise missing
        guessed = self._guessed(text, file) or self._embedded(text, place)
        if guessed is not None:
            return guessed
        raise missing or _dangling(text)

    def _reached(self, name: str) -> File:
        """A file, whose `$self` counts as its identifier from now on."""
        file = self._reach(name)
        if file.name not in self._selves:
            own = _self(file.tree)
            self._selves[file.name] = own and locate(file.name, own, self._root).file
            if own:
                top = Target(file.name, "")
                self._resources.setdefault(self._selves[file.name], top)
        return file

    def _guessed(self, text: str, file: str) -> Found | None:
        """The target of a reference whose keys are taken as they are written."""
        try:
            reached = self._reached(locate(file, text, self._root).file)
        except Unsupported:
            return None
        way = guess(reached.tree, text.partition("#")[2])
        if way is None:
            return None
        target = Target(reached.name, pointer(way))
        value = descend(reached.tree, way)
        return Found(target, value, fault="ref-escaping")

    def _embedded(self, text: str, place: Target) -> Found | None:
        """The target of a reference in the schema around it, if that is its document."""
        outside, _, inside = text.partition("#")
        if outside:
            return None
        tree = self._reached(place.file).tree
        found = embedded(tree, place.pointer, inside)
        if found is None:
            return None
        target = Target(place.file, found)
        return Found(target, descend(tree, keys(found)), fault="ref-embedded")

    def _descend(self, target: Target, tree: Tree) -> Found:
        """The target of a pointer, through references where it can't go on without them."""
        if not target.pointer.startswith("/"):
            raise KeyError(target.pointer)
        found = Found(Target(target.file, ""), tree)
        for token in keys(target.pointer):
            while True:
                (file, above), value, passed = found[:3]
                try:
                    inner = child(value, token)
                    break
                except KeyError:
                    found = self._through(found)
            here = Target(file, above + pointer((token,)))
            found = Found(here, inner, passed)
        return found

    def _through(self, found: Found) -> Found:
        """The target of the reference that a pointer has come to."""
        _, value, passed = found[:3]
        text = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(value, dict) or not isinstance(text, str) or not self._left:
            raise KeyError("$ref")
        self._left -= 1
        end = self._find(text, found.target, self.base_at(found.target))
        return Found(end.target, end.value, (*passed, value, *end.passed))

    def _anchored(self, target: Target, tree: Tree) -> Target:
        """The target of an anchor; one that no schema on the way had is looked for."""
        if target in self.anchors or target.pointer.startswith("/"):
            return self.anchors.get(target, target)
        if target.pointer:
            for path, schema in _schemas(tree):
                if target.pointer in [schema.get(keyword) for keyword in _ANCHORS]:
                    self.anchors[target] = Target(target.file, pointer(path))
        return self.anchors.get(target, target)

    def _candidates(self, text: str, file: str, base: str) -> Iterator[Target]:
        for start in dict.fromkeys((base, file)) if self._resources else ():
            based = locate(start, text, self._root)
            if (resource := self._resources.get(based.file)) is not None:
                if based.pointer and not based.pointer.startswith("/"):
                    found = self.anchors.get(based)
                    if found is not None:
                        yield found
                else:
                    yield Target(resource.file, resource.pointer + based.pointer)
        plain = locate(file, text, self._root)
        if is_remote(plain.file) and (own := self._selves.get(file)):
            yield Target(
                name(file, relative(own, plain.file), self._root), plain.pointer
            )
        yield plain


def _self(tree: Tree) -> str:
    """The address that a document gives itself, "" when it gives none."""
    if not isinstance(tree, dict) or not str(tree.get("openapi")).startswith("3.2"):
        return ""
    return own if isinstance(own := tree.get("$self"), str) else ""


def _schemas(tree: Tree) -> Iterator[tuple[tuple[str, ...], dict[str, Tree]]]:
    """All objects of a tree with the keys that lead there."""
    stack: list[tuple[tuple[str, ...], Tree]] = [((), tree)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            yield path, value
        if isinstance(value, (dict, list)):
            stack += [((*path, key), item) for key, item in entries(value)]


def _dangling(text: str) -> Unsupported:
    return Unsupported(DANGLING, f"`{shown(text)}` points at nothing")
