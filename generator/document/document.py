"""A whole document: its files as trees, and the way from any value back to its text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.diagnostics import Notebook, Place, Unsupported
from generator.document.files.policy import Policy
from generator.document.files.sources import Sources
from generator.document.node import Node
from generator.document.references.checked_references import Links
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Tree, child, escape, keys
from generator.document.trees.uri_reference import Target, locate


class Provenance(NamedTuple):
    """Where values come from: the texts, what was made of what, and what refers to what."""

    sources: Sources
    origins: Origins
    links: Links


class Document:
    """A document as `load` returns it: checked, overlaid and in the shape of OpenAPI 3.2.

    `version` is the one written in the document. `trees` maps each file's name, relative to the
    root file's folder, to its content; the root file's name is "".
    """

    def __init__(
        self,
        trees: Mapping[str, Tree],
        version: str,
        provenance: Provenance,
        notebook: Notebook,
        policy: Policy,
    ) -> None:
        self.trees = trees
        self.version = version
        self.sources = provenance.sources
        self.notebook = notebook
        self.policy = policy
        self.origins = provenance.origins
        self._links = provenance.links
        self._found: dict[Target, Node] = {}
        self.root = Node(self, "", trees[""])

    def at(self, file: str, pointer: str) -> Node | None:
        """A cursor on the value at a pointer, or at an anchor, of a file.

        Returns:
            None when nothing is there.
        """
        target = Target(file, pointer)
        found = self._found.get(target)
        if found is None:
            if (found := self._walk(self._links.anchors.get(target, target))) is None:
                return None
            self._found[target] = found
        return found.again()

    def target(self, node: Node) -> Node:
        """The node that the `$ref` of a node points at.

        Raises:
            Unsupported: It points at nothing, isn't allowed, or isn't text.
        """
        value = node.value
        reference = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(value, dict) or not isinstance(reference, str):
            raise Unsupported("ref-dangling", "`$ref` has to be text", node.place)
        target = self._known(value)
        target = target or locate(node.file, reference, self.sources.root)
        found = self.at(target.file, target.pointer)
        if found is None:
            written = self.origins.original(value)
            text = written if isinstance(written, dict) else value
            message = f"`{text.get('$ref', reference)}` points at nothing"
            raise Unsupported("ref-dangling", message, node.place)
        return found

    def place(self, node: Node, parent: Node | None) -> Place:
        """Where a node's value was written."""
        if isinstance(node.value, (dict, list)) and (
            place := self.origins.place(node.value)
        ):
            return place
        if parent is None:
            return Place(self.sources.display(node.file))
        if isinstance(parent.value, (dict, list)) and (
            place := self.origins.member(parent.value, node.key)
        ):
            return place
        above = parent.place
        return Place(above.file, f"{above.pointer}/{escape(node.key)}")

    def _known(self, holder: dict[str, Tree]) -> Target | None:
        """The target of a reference that isn't what its text says, else None."""
        refused, _, targets = self._links
        if not refused and not targets:
            return None
        history = [id(container) for container in self.origins.history(holder)]
        for identity in history:
            if (reason := refused.get(identity)) is not None:
                raise Unsupported(
                    reason.code, reason.message, reason.place, reason.hint
                )
        return next((targets[each] for each in history if each in targets), None)

    def _walk(self, target: Target) -> Node | None:
        file, pointer = target
        if file not in self.trees or (pointer and not pointer.startswith("/")):
            return None
        key = PurePosixPath(file).stem if file else ""
        node = Node(self, file, self.trees[file], key=key)
        for token in keys(pointer):
            try:
                node = node.step(token, child(node.value, token))
            except KeyError:
                return None
        return node
