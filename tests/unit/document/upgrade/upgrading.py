"""Upgrades of files that refer to each other by relative paths."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Notebook
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Tree
from generator.document.trees.uri_reference import Target, is_remote, locate
from generator.document.upgrade import upgrade


def beside(file: str, reference: str) -> Target | None:
    """What a reference means; None for a URL and for an anchor."""
    target = locate(file, reference, "")
    is_anchor = target.pointer and not target.pointer.startswith("/")
    return None if is_anchor or is_remote(target.file) else target


def written(files: Mapping[str, Tree]) -> Origins:
    """The origins of trees as they were written."""
    origins = Origins()
    for file, tree in files.items():
        origins.adopt(file, tree)
    return origins


def upgraded(files: Mapping[str, Tree], notebook: Notebook) -> dict[str, Tree]:
    """The files in the shape of OpenAPI 3.2."""
    return upgrade(files, written(files), notebook, locate=beside)
