"""Brings documents of every version to the shape of OpenAPI 3.2, one version at a time."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Notebook
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Tree
from generator.document.upgrade import from_2_0, from_3_0, from_3_1
from generator.document.upgrade.walk.advance import advance
from generator.document.upgrade.walk.moved_references import Locate, Scope
from generator.document.upgrade.walk.upgrade_walk import UpgradeStep

__all__ = ["UPGRADES", "upgrade", "version"]

# Oldest first. 3.2 still allows what the last step rewrites, so its documents take it too.
UPGRADES: tuple[tuple[frozenset[str], UpgradeStep], ...] = (
    (frozenset({"2.0"}), from_2_0.STEP),
    (frozenset({"3.0"}), from_3_0.STEP),
    (frozenset({"3.1", "3.2"}), from_3_1.STEP),
)
# What a document goes through, by the version that it was written in: the steps from 3.0 on, in
# which all stays where it is, are taken at once.
_WALKS: tuple[tuple[frozenset[str], UpgradeStep], ...] = (
    (frozenset({"2.0"}), from_2_0.STEP),
    (frozenset({"2.0", "3.0"}), from_3_0.STEP.then(from_3_1.STEP)),
    (frozenset({"3.1", "3.2"}), from_3_1.STEP),
)


def upgrade(
    files: Mapping[str, Tree],
    origins: Origins,
    notebook: Notebook,
    *,
    locate: Locate,
) -> dict[str, Tree]:
    """Upgrade all files of a document to the shape of OpenAPI 3.2.

    The trees given stay as they are: what doesn't change is shared with the result, what does is
    a new container recorded in `origins`. A file with an `openapi` or `swagger` key is upgraded
    from its own version; a fragment from the version of the document that refers to it, as the
    kind of object that the referring place calls for. A tree of an unknown version, or nothing
    that refers to it, stays as it is. Containers may be shared (YAML aliases) but not cyclic.

    Args:
        files: The plain trees by file name.
        origins: Receives which container was made from which; has where they were written.
        notebook: Receives what the upgrade had to decide or to leave out.
        locate: Says which file and JSON Pointer a reference means: `locate(file, reference)`;
            None for what isn't in `files`.

    Returns:
        The upgraded trees by the same names.
    """
    trees = dict(files)
    versions = {file: version(tree) for file, tree in trees.items()}
    for sources, step in _WALKS:
        owners = {file: file for file, found in versions.items() if found in sources}
        if owners:
            closed = {file for file, found in versions.items() if found} - set(owners)
            scope = Scope(trees, owners, frozenset(closed), locate)
            trees = advance(step, scope, origins, notebook)
    return trees


def version(tree: Tree) -> str:
    """Return the version that a document says it is written in, as `3.1`.

    Args:
        tree: A file's tree.

    Returns:
        Major and minor version, "" for a file that is no document of its own.
    """
    if not isinstance(tree, dict):
        return ""
    written = tree.get("openapi", tree.get("swagger"))
    if isinstance(written, bool) or not isinstance(written, str | int | float):
        return ""
    return ".".join(str(written).split(".")[:2])
