"""One tree out of many files, for tools that know a single document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from pathlib import PurePosixPath

from generator.document.references.survey import Survey
from generator.document.trees.origins import Origins
from generator.document.trees.rebuild import Rebuilder
from generator.document.trees.tree import Container, Tree, escape, without
from generator.document.trees.uri_reference import Exact, Target, fragment, value_at
from generator.document.upgrade import version

_SECTIONS = {
    "schema": "schemas",
    "response": "responses",
    "parameter": "parameters",
    "example": "examples",
    "requestBody": "requestBodies",
    "header": "headers",
    "securityScheme": "securitySchemes",
    "link": "links",
    "callback": "callbacks",
}
_SECTIONS_2 = {
    "schema": "definitions",
    "response": "responses",
    "parameter": "parameters",
}


class Bundle(Rebuilder):
    """The root tree with everything that it reaches elsewhere as components of its own.

    What the version has no components for is put where it is referred to. What is of another
    version, under other rules, isn't taken. A document of one file comes out as it is.
    """

    def __init__(
        self, trees: Mapping[str, Tree], survey: Survey, written: str, origins: Origins
    ) -> None:
        """Prepare to build.

        Args:
            trees: All files, the root file as "".
            survey: What the document reaches.
            written: The document's version as written.
            origins: Receives which container was made from which.
        """
        super().__init__(origins)
        self._trees = trees
        self._survey = survey
        self._version = written[:3]
        self._old = written.startswith("2.")
        self._sections = _SECTIONS_2 if self._old else dict(_SECTIONS)
        if written.startswith(("3.1", "3.2")):
            self._sections["pathItem"] = "pathItems"
        if written.startswith("3.2"):
            self._sections["mediaType"] = "mediaTypes"
        self._apart = {
            id(reference.holder)
            for reference in survey.references
            if self._is_apart(survey.links.get(id(reference.holder)))
        }
        self._kinds = {
            id(reference.holder): reference.kind
            for reference in survey.references
            if reference.keyword == "$ref" and self._is_foreign(reference.holder)
        }
        self._has_exact = survey.has_exact
        self._added: dict[tuple[str, Target], str] = {}
        self._waiting: list[tuple[str, str, Target]] = []
        self._open: set[int] = set()
        self._cut: Set[int] = frozenset()

    def build(self, cut: Set[int] | None = None) -> Tree:
        """Build the tree.

        Args:
            cut: References, by the identity of what holds them, to put an empty object for, as
                well as for those that lead to another version; None leaves all as they are.
        """
        root = self._trees[""]
        if cut is not None:
            self._cut = cut | self._apart
        changes = self._kinds or self._has_exact or self._cut
        made = self.rebuild(root) if changes else None
        if not isinstance(made, dict):
            return root
        parts: dict[str, dict[str, Tree]] = {}
        while self._waiting:
            section, key, target = self._waiting.pop()
            value = self.rebuild(value_at(self._trees, target))
            parts.setdefault(section, {})[key] = value
        if self._old:
            return self._extend(made, parts)
        components = made.get("components")
        own = components if isinstance(components, dict) else {}
        return self._replace(made, {"components": self._extend(own, parts)})

    def _is_foreign(self, holder: dict[str, Tree]) -> bool:
        """Whether a reference leads out of the root file, or into it from elsewhere."""
        target = self._survey.links.get(id(holder))
        text = holder.get("$ref")
        if target is None or not isinstance(text, str) or id(holder) in self._apart:
            return False
        return target.file != "" or not text.startswith("#")

    def _is_apart(self, target: Target | None) -> bool:
        """Whether a target stands in a document of another version."""
        if target is None or not target.file:
            return False
        return version(self._trees[target.file]) not in {"", self._version}

    def scalar(self, value: Tree) -> Tree:
        """Plain strings for exact references: validators take no others."""
        return str(value) if isinstance(value, Exact) else value

    def container(self, value: Container) -> Tree:
        """An object or a list whose references stay inside the tree."""
        self._open.add(id(value))
        made = self._turned(value)
        self._open.discard(id(value))
        return made

    def _turned(self, value: Container) -> Tree:
        if id(value) in self._cut:
            return self.recorded({}, value)
        made = self.with_members(value)
        kind = self._kinds.get(id(value))
        if kind is None or not isinstance(made, dict):
            return made
        target = self._survey.links[id(value)]
        if kind in self._sections:
            return self._replace(made, {"$ref": self._refer(kind, target)})
        end = self._survey.ends[id(value)]
        inlined = None if id(end) in self._open else self.rebuild(end)
        if not isinstance(inlined, dict):
            return self._replace(made, {"$ref": "#"})
        # A path item's own keys stand beside those that it refers to.
        own = without(made, "$ref")
        return self._replace(inlined, own) if own else inlined

    def _refer(self, kind: str, target: Target) -> str:
        if not target.file:
            return f"#{fragment(target.pointer)}"
        section = self._sections[kind]
        if (section, target) not in self._added:
            stem = PurePosixPath(target.file).stem
            text = f"{stem}{target.pointer.replace('/', '.')}"
            key = re.sub(r"[^A-Za-z0-9._-]", "-", text)[:80]
            key = f"{key}.{len(self._added)}"
            self._added[section, target] = key
            self._waiting.append((section, key, target))
        key = self._added[section, target]
        prefix = "#" if self._old else "#/components"
        return f"{prefix}/{section}/{escape(key)}"

    def _extend(
        self, own: dict[str, Tree], parts: Mapping[str, dict[str, Tree]]
    ) -> dict[str, Tree]:
        changed: dict[str, Tree] = {}
        for section, added in parts.items():
            present = own.get(section)
            changed[section] = self._replace(
                present if isinstance(present, dict) else {}, added
            )
        return self._replace(own, changed)

    def _replace(
        self, old: dict[str, Tree], changed: Mapping[str, Tree]
    ) -> dict[str, Tree]:
        new = {**old, **changed}
        self._origins.record(new, old)
        return new
