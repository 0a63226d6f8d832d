"""One step over all files: the documents first, then what references reach beside their grammar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from generator.diagnostics import Notebook
from generator.document.trees.draft import Draft
from generator.document.trees.object_keywords import GRAMMAR, REFERABLE
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Container, Tree, entries, find, pointer
from generator.document.upgrade.walk.moved_references import Keys, Link, Scope
from generator.document.upgrade.walk.upgrade_walk import Met, UpgradeStep, Walk
from generator.document.upgrade.walk.visited_objects import shapes

# How files are gone through that a step isn't for, but that refer to those it is for.
_EVERYTHING = shapes(GRAMMAR, wanted={*REFERABLE, "discriminator"})


def advance(
    step: UpgradeStep, scope: Scope, origins: Origins, notebook: Notebook
) -> dict[str, Tree]:
    """Upgrade all files that a step is for.

    A reference deep into what a step rebuilds leads elsewhere afterwards. Where that is shows
    when the new trees are there, so they are then built a second time with this known.

    Args:
        step: The step.
        scope: The files, and what is known of them.
        origins: Receives which container was made from which.
        notebook: Receives the findings.

    Returns:
        All files. Those that the step isn't for change only where they refer to the others.
    """
    upgrade = partial(_upgraded, step, scope, origins, notebook)
    trees, walks = upgrade({})
    moves = _moves(walks, scope, trees, origins)
    if moves:
        trees, walks = upgrade(moves)
    for guide in walks[1:]:
        _note_lost(guide, trees)
    return trees


def _upgraded(
    step: UpgradeStep,
    scope: Scope,
    origins: Origins,
    notebook: Notebook,
    moves: Mapping[Link, Keys],
) -> tuple[dict[str, Tree], list[Walk]]:
    """The upgraded trees, and the walks: over the files of the step, then over the others."""
    walk = Walk(step, scope, origins, notebook, moves)
    trees = _walked(walk, scope, origins)
    if not scope.closed:
        return trees, [walk]
    others = Scope(
        scope.files,
        {file: file for file in scope.closed},
        frozenset(scope.owners),
        scope.locate,
    )
    guide = Walk(
        UpgradeStep(_EVERYTHING, {}, step.move), others, origins, notebook, moves
    )
    guide.ways = walk.ways
    guided = _walked(guide, others, origins)
    return trees | {file: guided[file] for file in others.owners}, [walk, guide]


def _walked(walk: Walk, scope: Scope, origins: Origins) -> dict[str, Tree]:
    trees = dict(scope.files)
    for file in [file for file, owner in scope.owners.items() if file == owner]:
        tree = trees[file]
        if isinstance(tree, dict):
            trees[file] = walk.run(file, tree, "openapi")
    apart: list[tuple[Met, Container]] = []
    for met in walk.met:  # grows on the way
        old = _reached(met, scope)
        if old is not None and _is_new(met, old, walk):
            walk.run(met.link.file, old, met.kind)
            apart.append((met, old))
    draft = Draft(trees, origins)
    for met, old in sorted(apart, key=lambda pair: len(pair[0].link.keys)):
        file = met.link.file
        new, way = walk.run(file, old, met.kind), walk.ways.way(met.link)
        if find(trees[file], way) is old:
            draft.put(file, way, new)
    return trees


def _note_lost(guide: Walk, trees: Mapping[str, Tree]) -> None:
    """Note references from other files to what the step has left nothing of."""
    for met in guide.met:
        way = guide.ways.way(met.link)
        if way != met.link.keys and find(trees[met.link.file], way) is None:
            where = pointer(met.link.keys)
            message = f"`{where}` of that document has no counterpart in OpenAPI 3"
            guide.note("ref-lost", message, met.holder, "$ref")


def _reached(met: Met, scope: Scope) -> Container | None:
    """Return what a reference leads to where the step has to see to it; claims its file."""
    file, way = met.link
    if file in scope.closed:
        return None
    old = find(scope.files[file], way)
    if not isinstance(old, dict | list):
        return None
    scope.owners.setdefault(file, scope.owners[met.file])
    return old


def _is_new(met: Met, old: Container, walk: Walk) -> bool:
    """Return whether nothing has upgraded a container yet; notes the kinds that disagree."""
    kinds = set(walk.kinds(old))
    if kinds and met.kind not in kinds:
        walk.note(
            "ref-two-kinds",
            f"This refers to a {words(met.kind)}, "
            f"but what it leads to is a {' and a '.join(map(words, sorted(kinds)))}",
            met.holder,
            "$ref",
        )
    return not kinds


def _moves(
    walks: Sequence[Walk], scope: Scope, trees: Mapping[str, Tree], origins: Origins
) -> dict[Link, Keys]:
    """Return where references have to lead that would miss what they mean."""
    moves: dict[Link, Keys] = {}
    indexes: dict[str, dict[int, Keys]] = {}
    ways = walks[0].ways
    for link in {met.link: None for walk in walks for met in walk.met}:
        old = find(scope.files[link.file], link.keys)
        if link.file in scope.closed or not isinstance(old, dict | list):
            continue
        new = find(trees[link.file], ways.way(link))
        written = origins.original(old)
        if isinstance(new, dict | list) and origins.original(new) is written:
            continue
        if link.file not in indexes:
            indexes[link.file] = _index(trees[link.file], origins)
        found = indexes[link.file].get(id(written))
        if found is not None:
            moves[link] = found
    return moves


def _index(tree: Tree, origins: Origins) -> dict[int, Keys]:
    """Return the way to the first container made from each one as written, topmost first."""
    index: dict[int, Keys] = {}
    seen: set[int] = set()
    level: list[tuple[Keys, Tree]] = [((), tree)]
    while level:
        below: list[tuple[Keys, Tree]] = []
        for way, value in level:
            if not isinstance(value, dict | list) or id(value) in seen:
                continue
            seen.add(id(value))
            index.setdefault(id(origins.original(value)), way)
            below += [((*way, key), child) for key, child in entries(value)]
        level = below
    return index


def words(kind: str) -> str:
    """Return a kind of object as people call it."""
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in kind)
    if spaced[0] in "{[":
        return f"{'map' if spaced[0] == '{' else 'list'} of {spaced[1:-1]} objects"
    return spaced
