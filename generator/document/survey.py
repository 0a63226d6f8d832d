"""Everything that a document reaches: its references, identifiers, and the files behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.diagnostics import Unsupported
from generator.document.grammar import children
from generator.document.references import Target, is_remote, locate, name, value_at
from generator.document.tree import Tree, pointer

Reach = Callable[[str], Tree]


class Fragment(NamedTuple):
    """An OpenAPI object: where it stands, and of which kind it is."""

    target: Target
    kind: str
    # The `$id` of the schema that it stands in, or "".
    base: str = ""


class Holder(NamedTuple):
    """A member: the object that it stands in, and its key."""

    value: dict[str, Tree]
    keyword: str


class Reference(NamedTuple):
    """A `$ref` as it was found; `holder` is the object that it stands in."""

    holder: dict[str, Tree]
    text: str
    place: Target
    kind: str
    base: str
    keyword: str = "$ref"


class Survey:
    """Walks a document from its root along its references.

    `links` and `ends` give for each `$ref` what it means and what stands there; `refused` those
    that mean nothing or aren't allowed; `dialects` are the values of `$schema` and
    `jsonSchemaDialect`. Containers are known by identity, and stay alive with the trees.
    """

    def __init__(self, root: str, reach: Reach) -> None:
        self.references: list[Reference] = []
        self.links: dict[int, Target] = {}
        self.ends: dict[int, Tree] = {}
        self.refused: dict[int, Unsupported] = {}
        self.dialects: list[tuple[str, Holder]] = []
        self.anchors: dict[Target, Target] = {}
        self.fragments: dict[tuple[int, str], Fragment] = {}
        self._root = root
        self._reach = reach
        self._resources: dict[str, Target] = {}
        self._visited: set[tuple[int, str]] = set()
        # What may mean an identifier or an anchor waits until those are known.
        self._early: list[Reference] = []
        self._late: list[Reference] = []

    def run(self, tree: Tree) -> None:
        """Walk the root tree and everything that it reaches."""
        self._walk(tree, Fragment(Target("", ""), "openapi"))
        while self._early or self._late:
            self._resolve((self._early or self._late).pop())

    def _walk(self, value: Tree, fragment: Fragment) -> None:
        """Note what stands in one object and in those below it."""
        stack: list[tuple[Tree, str, tuple[str, ...], str]] = [
            (value, fragment.kind, (), fragment.base)
        ]
        file, above = fragment.target
        while stack:
            value, kind, path, base = stack.pop()
            if not isinstance(value, dict) or (id(value), kind) in self._visited:
                continue
            self._visited.add((id(value), kind))
            if kind in _NOTED or "$ref" in value:
                place = Target(file, above + pointer(path))
                base = self._note(value, kind, place, base)
            stack += [
                (child, child_kind, (*path, *way), base)
                for way, child, child_kind in children(value, kind)
            ]

    def _note(self, value: dict[str, Tree], kind: str, place: Target, base: str) -> str:
        """Note an object's references and identifiers; returns the base of those inside."""
        match kind:
            case "schema":
                base = self._identify(value, place, base)
                self._meet(value, "$dynamicRef", place, kind, base)
                self._dialect(value, "$schema")
            case "openapi":
                self._dialect(value, "jsonSchemaDialect")
            case "discriminator":
                for text in _mapped(value):
                    self._wait(Reference(value, text, place, "schema", base, "mapping"))
            case _:
                pass
        self._meet(value, "$ref", place, kind, base)
        return base

    def _meet(
        self, value: dict[str, Tree], keyword: str, place: Target, kind: str, base: str
    ) -> None:
        if isinstance(text := value.get(keyword), str):
            self._wait(Reference(value, text, place, kind, base, keyword))

    def _wait(self, reference: Reference) -> None:
        fragment = reference.text.partition("#")[2]
        far = is_remote(reference.base) or ":" in reference.text
        named = fragment != "" and not fragment.startswith("/")
        (self._late if far or named else self._early).append(reference)

    def _identify(self, schema: dict[str, Tree], place: Target, base: str) -> str:
        identifier = schema.get("$id")
        if isinstance(identifier, str) and not identifier.startswith("#"):
            base = name(base or place.file, identifier.rstrip("#"), self._root)
            self._resources.setdefault(base, place)
        for keyword in ("$anchor", "$dynamicAnchor"):
            if isinstance(anchor := schema.get(keyword), str):
                for owner in (place.file, base):
                    self.anchors.setdefault(Target(owner, anchor), place)
        return base

    def _dialect(self, value: dict[str, Tree], keyword: str) -> None:
        if isinstance(dialect := value.get(keyword), str):
            self.dialects.append((dialect, Holder(value, keyword)))

    def _resolve(self, reference: Reference) -> None:
        """Find what a reference means, and walk there."""
        self.references.append(reference)
        try:
            target, value = self._find(reference)
        except Unsupported as reason:
            if reference.keyword != "mapping" or reason.diagnostic.code != _DANGLING:
                self.refused[id(reference.holder)] = reason
            return
        if reference.keyword == "$ref":
            self.links[id(reference.holder)] = target
            self.ends[id(reference.holder)] = value
        if isinstance(value, dict):
            fragment = Fragment(target, reference.kind, self._base_at(target))
            self.fragments.setdefault((id(value), reference.kind), fragment)
            self._walk(value, fragment)

    def _find(self, reference: Reference) -> tuple[Target, Tree]:
        """What a reference means: within its schema's own resource, else in a file."""
        missing: Unsupported | None = None
        for candidate in self._candidates(reference):
            try:
                tree = self._reach(candidate.file)
                target = self._anchored(candidate, tree)
                return target, value_at({target.file: tree}, target)
            except KeyError:
                missing = missing or _dangling(reference.text)
            except Unsupported as reason:
                missing = reason
        raise missing or _dangling(reference.text)

    def _anchored(self, target: Target, tree: Tree) -> Target:
        """The target of an anchor; one that no schema on the way had is looked for."""
        if target in self.anchors or target.pointer.startswith("/"):
            return self.anchors.get(target, target)
        if target.pointer:
            for path, schema in _schemas(tree):
                for keyword in ("$anchor", "$dynamicAnchor"):
                    if schema.get(keyword) == target.pointer:
                        self.anchors[target] = Target(target.file, pointer(path))
        return self.anchors.get(target, target)

    def _candidates(self, reference: Reference) -> Iterator[Target]:
        plain = locate(reference.place.file, reference.text, self._root)
        for start in dict.fromkeys((reference.base, reference.place.file)):
            based = locate(start, reference.text, self._root)
            if (resource := self._resources.get(based.file)) is not None:
                if based.pointer and not based.pointer.startswith("/"):
                    found = self.anchors.get(based)
                    if found is not None:
                        yield found
                else:
                    yield Target(resource.file, resource.pointer + based.pointer)
        yield plain

    def _base_at(self, target: Target) -> str:
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


_DANGLING = "ref-dangling"
# A mapping's value is a component's name unless it looks like an address or a file.
_REFERENCE = re.compile(r"[/#:]|\.(?:json|ya?ml)$")
_NOTED = frozenset({"schema", "openapi", "discriminator"})


def _mapped(discriminator: dict[str, Tree]) -> Iterator[str]:
    """The values of a mapping that are references, not names of components."""
    mapping = discriminator.get("mapping")
    texts = list(mapping.values()) if isinstance(mapping, dict) else []
    for text in [*texts, discriminator.get("defaultMapping")]:
        if isinstance(text, str) and _REFERENCE.search(text):
            yield text


def _schemas(tree: Tree) -> Iterator[tuple[tuple[str, ...], dict[str, Tree]]]:
    """All objects of a tree with the keys that lead there."""
    stack: list[tuple[tuple[str, ...], Tree]] = [((), tree)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            yield path, value
            stack += [((*path, key), item) for key, item in value.items()]
        elif isinstance(value, list):
            stack += [((*path, str(i)), item) for i, item in enumerate(value)]


def _dangling(text: str) -> Unsupported:
    return Unsupported(_DANGLING, f"`{text}` points at nothing")
