"""One pass over the objects of a document, rebuilding what a step changes and sharing the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, overload

from generator.diagnostics import Notebook
from generator.document.trees.object_keywords import mapped
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Container, Tree
from generator.document.upgrade.walk.moved_references import (
    Keys,
    Link,
    Move,
    Scope,
    Ways,
)
from generator.document.upgrade.walk.visited_objects import Shapes, joined

_Children: TypeAlias = list[tuple[str | int, Container, str]]

_CONTAINERS = (dict, list)
# Objects whose other keys mean something beside a `$ref`.
_WITH_SIBLINGS = frozenset({"schema", "pathItem"})


class Met(NamedTuple):
    """A reference met on the way: what it leads to, as which kind, and where it stands."""

    link: Link
    kind: str
    file: str
    holder: Container


class Rule(NamedTuple):
    """How one kind of object changes.

    `apply` is handed the object with everything below it upgraded already, and returns another
    one or the same. It is applied only to objects that have one of the `triggers` as a key, or
    about all when there are none.
    """

    apply: Callable[[dict[str, Tree], Walk], dict[str, Tree]]
    triggers: frozenset[str] = frozenset()


class UpgradeStep(NamedTuple):
    """One version's way to the next.

    `rules` are by kind; the one for `reference` is for Reference Objects, whatever they refer to.
    `move` says where a document puts what a reference into it means; None where things stay.
    """

    shapes: Shapes
    rules: Mapping[str, Rule]
    move: Move | None = None

    def then(self, following: UpgradeStep) -> UpgradeStep:
        """Return this step and the following one, which moves nothing either, in one."""
        rules = {**self.rules, **following.rules}
        for kind in self.rules.keys() & following.rules.keys():
            rules[kind] = _both(self.rules[kind], following.rules[kind])
        return UpgradeStep(joined(self.shapes, following.shapes), rules)


def _both(first: Rule, second: Rule) -> Rule:
    def apply(value: dict[str, Tree], walk: Walk) -> dict[str, Tree]:
        return walk.ruled(walk.ruled(value, first), second)

    is_for_all = not (first.triggers and second.triggers)
    return Rule(apply, frozenset() if is_for_all else first.triggers | second.triggers)


class Walk:
    """The state of one pass; rules use it to look around.

    `file` is the file being walked, `met` are the references met so far, each meaning
    once, and `ways` resolves them.
    """

    def __init__(
        self,
        step: UpgradeStep,
        scope: Scope,
        origins: Origins,
        notebook: Notebook,
        moves: Mapping[Link, Keys],
    ) -> None:
        self.file = ""
        self.met: list[Met] = []
        self.ways = Ways(scope, step.move, moves)
        self._step = step
        self._scope = scope
        self._origins = origins
        self._notebook = notebook
        self._done: dict[tuple[int, str], Container] = {}
        self._kinds: set[tuple[Link, str]] = set()

    @property
    def document(self) -> dict[str, Tree]:
        """The document, before the step, in whose name the file is upgraded."""
        tree = self._scope.files[self._scope.owners[self.file]]
        return tree if isinstance(tree, dict) else {}

    @overload
    def made(self, new: dict[str, Tree], old: Container) -> dict[str, Tree]: ...

    @overload
    def made(self, new: list[Tree], old: Container) -> list[Tree]: ...

    def made(self, new: Container, old: Container) -> Container:
        """Record what a container was made from, and return it."""
        if new is not old:
            self._origins.record(new, old)
        return new

    def note(self, code: str, message: str, at: Container, *way: str | int) -> None:
        """Write a finding down at the place where a container, or something in it, was written."""
        self._notebook.write(code, message, self._origins.place(at, *way))

    def target(self, value: Tree) -> Tree:
        """Return what a Reference Object leads to before the step, None when to nothing.

        Args:
            value: A value in the file being walked; anything but a Reference Object is returned.
        """
        return self.ways.follow(self.file, value)[1]

    def kinds(self, value: Container) -> Iterator[str]:
        """Return the kinds as which a container was met."""
        for kind in self._step.shapes:
            if (id(value), kind) in self._done:
                yield self._step.shapes[kind].referred

    def run(self, file: str, top: Container, kind: str) -> Container:
        """Upgrade everything below a container, and then the container itself.

        Args:
            file: The file that it stands in.
            top: The container, as before the step.
            kind: The kind of object to take it for.

        Returns:
            The upgraded container, the same one when nothing changed.
        """
        before, self.file = self.file, file
        self._scope.owners.setdefault(file, self._scope.owners.get(before, file))
        done = self._done
        stack: list[tuple[Container, str, _Children | None]] = [(top, kind, None)]
        while stack:
            value, name, children = stack.pop()
            key = (id(value), name)
            if children is None:
                if key in done:
                    continue
                done[key] = value
                children = self._open(value, name)
                if children:
                    stack.append((value, name, children))
                    stack += [(child, of, None) for _, child, of in reversed(children)]
                    continue
            new = self._close(value, name, children)
            if new is not value:
                done[key] = new
        self.file = before
        return done[id(top), kind]

    def _open(self, value: Container, kind: str) -> _Children:
        """Return what stands in a container and is to be upgraded before it."""
        fields, rest, every, referred = self._step.shapes[kind]
        if isinstance(value, list):
            of = every if kind[0] == "[" else "schema" if kind == "schema" else ""
            return [
                (index, child, of)
                for index, child in enumerate(value)
                if of and isinstance(child, _CONTAINERS)
            ]
        reference = value.get("$ref")
        if isinstance(reference, str):
            self._meet(reference, referred, value)
            if kind not in _WITH_SIBLINGS:
                return []
        if kind == "discriminator":
            for name in mapped(value).values():
                self._meet(name, "schema", value)
        if every:
            return [
                (key, child, every)
                for key, child in (value.items() if kind[0] == "{" else ())
                if isinstance(child, _CONTAINERS)
            ]
        return [
            (key, child, of)
            for key, child in value.items()
            if isinstance(child, _CONTAINERS)
            and (of := fields.get(key) or ("" if key[:2] == "x-" else rest))
        ]

    def _meet(self, reference: str, kind: str, holder: Container) -> None:
        link = self.ways.link(self.file, reference)
        if link is None or kind not in self._step.shapes or (link, kind) in self._kinds:
            return
        self._kinds.add((link, kind))
        self.met.append(Met(link, kind, self.file, holder))

    def _close(self, value: Container, kind: str, children: _Children) -> Container:
        """Return a container with what stands in it upgraded, and its kind's rule applied."""
        done = self._done
        changed = [
            (key, new)
            for key, child, of in children
            if (new := done[id(child), of]) is not child
        ]
        if isinstance(value, list):
            if not changed:
                return value
            elements = list(value)
            for key, new in changed:
                elements[int(key)] = new
            return self.made(elements, value)
        members = value
        if changed:
            members = self.made(dict(value), value)
            for key, new in changed:
                members[str(key)] = new
        is_reference = isinstance(members.get("$ref"), str)
        if is_reference or kind == "discriminator":
            members = self._rewritten(members)
        if is_reference and kind not in _WITH_SIBLINGS:
            kind = "reference"
        rule = self._step.rules.get(kind)
        return members if rule is None else self.ruled(members, rule)

    def _rewritten(self, value: dict[str, Tree]) -> dict[str, Tree]:
        """Return an object with its references leading where things stand after the step."""
        reference = value.get("$ref")
        if isinstance(reference, str):
            moved = self.ways.moved(self.file, reference)
            if moved != reference:
                new = self.made(value | {"$ref": moved}, value)
                self.ways.remember(new, value)
                return new
            return value
        names = mapped(value)
        moves = {key: self.ways.moved(self.file, name) for key, name in names.items()}
        mapping = value.get("mapping")
        if moves != names and isinstance(mapping, dict):
            new = self.made({**mapping, **moves}, mapping)
            return self.made({**value, "mapping": new}, value)
        return value

    def ruled(self, value: dict[str, Tree], rule: Rule) -> dict[str, Tree]:
        """Return an object with a rule for its kind applied, if that is for it."""
        if rule.triggers and rule.triggers.isdisjoint(value):
            return value
        new = rule.apply(value, self)
        return value if new is value else self.made(new, value)
