"""Everything that a document reaches: its references, identifiers, and the files behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.diagnostics import Unsupported
from generator.document.references.resolver import (
    DANGLING,
    IDENTIFYING,
    Reach,
    Resolver,
)
from generator.document.trees.object_keywords import (
    REFERABLE,
    children,
    is_mapped,
    is_reference,
    mapped,
)
from generator.document.trees.tree import Container, Tree, describe, keys, pointer
from generator.document.trees.uri_reference import Target, is_remote, shown


class Reference(NamedTuple):
    """A `$ref` as it was found.

    `holder` is the object that it stands in, and `base` the `$id` of the schema around it, or "".
    """

    holder: dict[str, Tree]
    text: str
    place: Target
    kind: str
    base: str
    keyword: str = "$ref"


class Survey:
    """Walks a document from its root along its references.

    `links` and `ends` give for each `$ref` what it means and what stands there; `passed` the other
    references that it leads through, if any. `guessed` are those that mean nothing as they are
    written, with the code of what is wrong, `refused` those that mean nothing or aren't allowed,
    `misplaced` those where OpenAPI has no reference, such as in the place of a whole map.
    `empty` are the empty lists where an object belongs. `dialects` are the values of `$schema` and
    `jsonSchemaDialect`, each with the object that it stands in and its key there. Containers are
    known by identity, and stay alive with the trees. `root` is the root file's own name, and
    `has_exact` says whether some references have been made exact.
    """

    def __init__(
        self,
        root: str,
        reach: Reach,
        refused: Mapping[int, Unsupported] | None = None,
    ) -> None:
        """Prepare a walk.

        Args:
            root: The root file's own name.
            reach: Reads a file by its name.
            refused: Once references have been made plain, those that lead nowhere, by identity.
        """
        self.root = root
        self.has_exact = refused is not None
        self.references: list[Reference] = []
        self.links: dict[int, Target] = {}
        self.ends: dict[int, Tree] = {}
        self.passed: dict[int, tuple[dict[str, Tree], ...]] = {}
        self.guessed: dict[int, str] = {}
        self.refused: dict[int, Unsupported] = {}
        self.misplaced: dict[int, Reference] = {}
        self.empty: dict[int, Container] = {}
        self.dialects: list[tuple[str, dict[str, Tree], str]] = []
        self._resolver = Resolver(root, reach)
        self._known = refused or {}
        self._visited: set[tuple[int, str]] = set()
        # What may mean an identifier or an anchor waits until those are known.
        self._early: list[Reference] = []
        self._late: list[Reference] = []
        self._failed: list[tuple[Reference, Unsupported]] = []

    @property
    def anchors(self) -> dict[Target, Target]:
        """The targets of anchors by the file or the resource that they are unique in."""
        return self._resolver.anchors

    def run(self, tree: Tree) -> None:
        """Walk the root tree and everything that it reaches."""
        self._walk(tree, "openapi", Target("", ""), self._resolver.base_of(""))
        self._drain()
        known = 0
        # What meant nothing can mean a schema whose identifier was met since.
        while self._failed and known < self._resolver.known:
            known = self._resolver.known
            failed, self._failed = self._failed, []
            for reference, _ in failed:
                self._resolve(reference)
            self._drain()
        for reference, reason in self._failed:
            self.refused[id(reference.holder)] = reason

    def _drain(self) -> None:
        """Resolve what waits, and what is met on the way."""
        while self._early or self._late:
            reference = (self._early or self._late).pop()
            self.references.append(reference)
            self._resolve(reference)

    def _walk(self, value: Tree, kind: str, target: Target, base: str) -> None:
        """Note what stands in one object and in those below it."""
        stack: list[tuple[Tree, str, tuple[str, ...], str]] = [(value, kind, (), base)]
        file, above = target
        while stack:
            value, kind, path, base = stack.pop()
            if (
                not isinstance(value, (dict, list))
                or (id(value), kind) in self._visited
            ):
                continue
            self._visited.add((id(value), kind))
            if not value and isinstance(value, list) and kind[0] != "[":
                self.empty[id(value)] = value
                continue
            if isinstance(value, dict) and _is_noted(value, kind):
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
                base = self._resolver.identify(value, place, base)
                self._meet(value, "$dynamicRef", place, kind, base)
                self._dialect(value, "$schema")
            case "openapi":
                self._dialect(value, "jsonSchemaDialect")
            case "discriminator":
                texts = [*mapped(value).values()]
                default = value.get("defaultMapping")
                if isinstance(default, str) and is_mapped(default):
                    texts.append(default)
                for text in texts:
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

    def _dialect(self, value: dict[str, Tree], keyword: str) -> None:
        if isinstance(dialect := value.get(keyword), str):
            self.dialects.append((dialect, value, keyword))

    def _resolve(self, reference: Reference) -> None:
        """Find what a reference means, and walk there."""
        holder = reference.holder
        is_plain = reference.keyword == "$ref"
        if is_plain and reference.kind not in REFERABLE:
            self.misplaced[id(holder)] = reference
        try:
            if (reason := self._known.get(id(holder))) is not None:
                raise reason
            found = self._resolver.find(reference.text, reference.place, reference.base)
            _check_kind(found.value, reference)
        except Unsupported as reason:
            if reference.keyword != "mapping" or reason.diagnostic.code != DANGLING:
                self._failed.append((reference, reason))
            return
        if is_plain:
            self.links[id(holder)] = found.target
            self.ends[id(holder)] = found.value
            if found.fault:
                self.guessed[id(holder)] = found.fault
            if found.passed:
                self.passed[id(holder)] = found.passed
        if isinstance(found.value, (dict, list)):
            base = self._resolver.base_at(found.target)
            self._walk(found.value, reference.kind, found.target, base)


def _is_noted(value: dict[str, Tree], kind: str) -> bool:
    """Whether an object holds, or is, something that `_note` looks for."""
    if kind == "discriminator":
        return True
    return kind not in _KEYED_BY_NAMES and not _WORDS.isdisjoint(value)


def _check_kind(value: Tree, reference: Reference) -> None:
    """Refuse a reference where OpenAPI has none, unless it leads to a map or list of objects."""
    kind = reference.kind
    if reference.keyword != "$ref" or kind in REFERABLE:
        return
    wanted, fits = "an object", isinstance(value, dict)
    if kind[0] == "[":
        wanted, fits = "a list", isinstance(value, list)
    if not fits and not is_reference(value):
        text = shown(reference.text)
        message = f"`{text}` leads to {describe(value)}, not to {wanted}"
        raise Unsupported("ref-misplaced", message)
    is_collection = (
        kind[0] in "{[" and kind != "{mediaType}" and kind[1:-1] in REFERABLE
    )
    if not is_collection and kind not in _MAPS:
        hint = "write what it leads to there"
        raise Unsupported("ref-misplaced", misplaced(reference.place), hint=hint)


def misplaced(place: Target) -> str:
    """The message on a reference that OpenAPI doesn't have."""
    key = keys(place.pointer)[-1:]
    where = f"in the place of `{key[0]}`" if key else "here"
    return f"OpenAPI has no `$ref` {where}"


# Objects that are maps of others.
_MAPS = frozenset({"paths", "responses"})
_KEYED_BY_NAMES = frozenset({"securityRequirement", "text"})
# What is noted of objects of any kind.
_WORDS = frozenset(
    {*IDENTIFYING, "$ref", "$dynamicRef", "$schema", "jsonSchemaDialect"}
)
