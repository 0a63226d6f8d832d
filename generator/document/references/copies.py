"""Copies of trees whose references are plain, and of what stands in the place of others."""

from __future__ import annotations

from collections.abc import Set

from generator.diagnostics import Unsupported
from generator.document.origins import Origins
from generator.document.parsing.malformed import MOST_EXPANDED
from generator.document.parsing.nesting import DEEPEST
from generator.document.references.splice import (
    Splice,
    cycle,
    is_section,
    placeholder,
)
from generator.document.references.survey import Reference, Survey, is_mapped
from generator.document.references.uri_reference import (
    NOWHERE,
    Exact,
    Target,
    locate,
    spell,
)
from generator.document.tree import Container, Tree


class Copies:
    """Copies what changes, once for each file that it goes to.

    `refused` are references made in place of those that lead nowhere.
    """

    def __init__(
        self,
        survey: Survey,
        unusual: Set[int],
        empty: Set[int],
        origins: Origins,
    ) -> None:
        """Prepare to copy.

        Args:
            survey: What the document reaches.
            unusual: References to make exact, by the identity of what holds them.
            empty: Lists to make objects of, by identity.
            origins: Learns which container was made from which.
        """
        self.refused: dict[int, Unsupported] = {}
        self._empty = empty
        self._survey = survey
        self._unusual = unusual
        self._origins = origins
        self._splice = Splice(survey, origins)
        self._holders = {
            (id(reference.holder), reference.keyword) for reference in survey.references
        }
        self._made: dict[tuple[int, str], Tree] = {}
        self._open: set[tuple[int, str]] = set()
        self._sizes: dict[int, tuple[int, int]] = {}
        self._expanded = 0
        self._depth = 0

    def copy(self, value: Tree, file: str, home: str) -> Tree:
        """A value that stands in one file, as it has to be in another or in the same one.

        Returns:
            The value itself when nothing in it changes.
        """
        if not isinstance(value, (dict, list)):
            return value
        key = (id(value), home)
        if key not in self._made:
            if key in self._open:
                raise Unsupported("ref-cycle", _ENDLESS)
            self._open.add(key)
            self._depth += 1
            try:
                if self._depth > DEEPEST:
                    raise Unsupported("nesting-too-deep", _TOO_DEEP)
                self._made[key] = self._turned(value, file, home)
            finally:
                self._depth -= 1
                self._open.discard(key)
        return self._made[key]

    def _turned(self, value: Container, file: str, home: str) -> Container:
        if id(value) in self._empty:
            made: dict[str, Tree] = {}
            self._origins.record(made, value)
            return made
        if isinstance(value, list):
            items = [self.copy(item, file, home) for item in value]
            if all(new is old for new, old in zip(items, value, strict=True)):
                return value
            self._origins.record(items, value)
            return items
        if (reference := self._survey.misplaced.get(id(value))) is not None:
            return self._spliced(reference, home)
        changed = {
            key: new
            for key, old in value.items()
            if (new := self.copy(old, file, home)) is not old
        }
        changed |= self._references(value, file, home)
        if not changed:
            return value
        made = {**value, **changed}
        self._origins.record(made, value)
        return made

    def _references(
        self, value: dict[str, Tree], file: str, home: str
    ) -> dict[str, Tree]:
        """The keywords of an object that refer to something in other words than before."""
        found: dict[str, Tree] = {}
        away = file != home
        is_holder = (id(value), "$ref") in self._holders
        if is_holder and (away or id(value) in self._unusual):
            found["$ref"] = self._exact(value, file)
        if not away:
            return found
        text = value.get("$dynamicRef")
        if isinstance(text, str) and (id(value), "$dynamicRef") in self._holders:
            found["$dynamicRef"] = self._spelled(text, file, home)
        if (id(value), "mapping") in self._holders:
            mapping = value.get("mapping")
            if isinstance(mapping, dict):
                found["mapping"] = {
                    key: self._spelled(item, file, home)
                    for key, item in mapping.items()
                }
            if "defaultMapping" in value:
                default = value["defaultMapping"]
                found["defaultMapping"] = self._spelled(default, file, home)
        return found

    def _exact(self, holder: dict[str, Tree], file: str) -> Exact:
        target = self._survey.links.get(id(holder))
        if target is None:
            return Exact.to(locate(file, str(holder["$ref"]), self._survey.root))
        if id(holder) in self._survey.passed:
            target = self._splice.farthest(target, self._survey.ends[id(holder)])
        return Exact.to(target)

    def _spelled(self, text: Tree, file: str, home: str) -> Tree:
        """A reference as another file has to write it; a component's name or an anchor stays."""
        if not isinstance(text, str) or not is_mapped(text):
            return text
        target = locate(file, text, self._survey.root)
        is_anchor = not target.pointer.startswith("/") and target.file == file
        return text if is_anchor else spell(home, target, self._survey.root)

    def _spliced(self, reference: Reference, home: str) -> Container:
        """What stands where a reference is misplaced; what stands beside it there wins."""
        made = self._replacement(reference, home)
        holder, file = reference.holder, reference.place.file
        own = {
            key: self.copy(item, file, home)
            for key, item in holder.items()
            if key != "$ref"
        }
        if not own or not isinstance(made, dict):
            return made
        merged = {**made, **own}
        self._origins.record(merged, made)
        if (reason := self.refused.get(id(made))) is not None:
            self.refused[id(merged)] = reason
        return merged

    def _replacement(self, reference: Reference, home: str) -> Container:
        end = self._splice.end(reference)
        if isinstance(end, Unsupported):
            return self._refused(reference, end)
        target, value = end
        try:
            if reference.kind == "components" and isinstance(value, dict):
                return self._sections(target, value, home)
            if self._splice.is_by_name(reference):
                return self._splice.references(target, value)
            return self._inlined(reference, value, target.file, home)
        except Unsupported as reason:
            # A property can refer to its schema, which is then one of its own.
            if reference.kind == "{schema}" and isinstance(value, dict):
                return self._splice.references(target, value)
            return self._refused(reference, reason)

    def _sections(
        self, target: Target, value: dict[str, Tree], home: str
    ) -> dict[str, Tree]:
        """The components of another place, each referred to by itself."""
        sections: dict[str, Tree] = {}
        for key, item in value.items():
            is_misplaced = id(item) in self._survey.misplaced
            if is_section(key) and isinstance(item, dict) and not is_misplaced:
                below = target._replace(pointer=f"{target.pointer}/{key}")
                sections[key] = self._splice.references(below, item)
            else:
                sections[key] = self.copy(item, target.file, home)
        self._origins.record(sections, value)
        return sections

    def _inlined(
        self, reference: Reference, value: Container, file: str, home: str
    ) -> Container:
        """The copy of a value for one more place.

        Raises:
            Unsupported: It would hold itself, or the document would get too large.
        """
        if (id(value), home) in self._open:
            raise cycle(reference)
        made = self.copy(value, file, home)
        size, height = self._measure(made)
        self._expanded += size
        if self._expanded > MOST_EXPANDED:
            raise Unsupported("ref-misplaced", _TOO_MUCH)
        if self._depth + height > DEEPEST:
            raise Unsupported("nesting-too-deep", _TOO_DEEP)
        return made if isinstance(made, (dict, list)) else value

    def _measure(self, value: Tree) -> tuple[int, int]:
        """How many values stand in one, and how deep, as often as they are shared."""
        if not isinstance(value, (dict, list)):
            return 1, 0
        if id(value) not in self._sizes:
            inner = value.values() if isinstance(value, dict) else value
            below = [self._measure(item) for item in inner]
            size = 1 + sum(size for size, _ in below)
            height = 1 + max((height for _, height in below), default=0)
            self._sizes[id(value)] = (size, height)
        return self._sizes[id(value)]

    def _refused(self, reference: Reference, reason: Unsupported) -> Container:
        """What stands where a reference leads nowhere."""
        made: dict[str, Tree] = {"$ref": NOWHERE}
        self._origins.record(made, reference.holder)
        self.refused[id(made)] = reason
        return placeholder(reference.kind, made)


_ENDLESS = "references in the place of other things lead back to themselves"
_TOO_DEEP = f"references lead to values nested more than {DEEPEST} deep"
_TOO_MUCH = "references in the place of other things stand for too many values"
