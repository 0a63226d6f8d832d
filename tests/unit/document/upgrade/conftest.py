"""What the tests of upgrades share."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

import pytest

from generator.diagnostics import Diagnostic, Notebook
from generator.document.trees.origins import Origins
from generator.document.trees.tree import Tree
from generator.document.upgrade import UPGRADES
from generator.document.upgrade.walk.advance import advance
from generator.document.upgrade.walk.moved_references import Scope
from tests.unit.document.upgrade.upgrading import beside, written

Data: TypeAlias = Any  # plain data of any shape


class Outcome(NamedTuple):
    """What one step made of some files."""

    trees: dict[str, Tree]
    findings: tuple[Diagnostic, ...]
    origins: Origins

    @property
    def tree(self) -> Data:
        """The root file."""
        return self.trees["openapi.yaml"]

    @property
    def codes(self) -> list[str]:
        """The codes of the findings, in the order found."""
        return [finding.code for finding in self.findings]


Take = Callable[..., Outcome]


@pytest.fixture
def take() -> Take:
    """Take one step with a root file and others, and check that nothing given is touched."""

    def taken(
        source: str, root: Tree, others: Mapping[str, Tree] | None = None
    ) -> Outcome:
        files: dict[str, Tree] = {"openapi.yaml": root, **(others or {})}
        before = copy.deepcopy(files)
        origins, notebook = written(files), Notebook()
        scope = Scope(files, {"openapi.yaml": "openapi.yaml"}, frozenset(), beside)
        (step,) = (step for sources, step in UPGRADES if source in sources)
        trees = advance(step, scope, origins, notebook)
        assert files == before, "a step may not change what it is given"
        return Outcome(trees, notebook.findings, origins)

    return taken
