"""Generates the packages of cases for tests that call them."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import httpx2
import pytest

from generator import config, pipeline
from generator.config import RunOptions
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress
from generator.targets.python.names import package_names

CASES = Path(__file__).parents[1] / "cases"
NUMBERS = count()


class Made(NamedTuple):
    """A package: its module, what its client is called, and the folder that it lies in."""

    module: Any
    client: str
    folder: Path

    @property
    def clients(self) -> tuple[Any, Any]:
        """The synchronous client class and the asynchronous one."""
        return tuple(
            getattr(self.module, f"{kind}{self.client}") for kind in ("", "Async")
        )

    def read(self, path: str) -> str:
        """A file of the project, its lines joined to one."""
        return " ".join((self.folder / path).read_text("utf-8").split())


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Any]]:
    """Generates the package of a case, and makes a client whose requests are answered in place."""
    before = list(sys.path)

    def make(case: str, answer: Callable[[httpx2.RunOptions], httpx2.Response]) -> Any:
        package = f"made_{case.replace('/', '_')}"
        if package not in sys.modules:
            out = tmp_path_factory.mktemp(package)
            source = CASES / case / "spec.yaml"
            wanted = RunOptions(source=source, package=package, out=out)
            pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
            sys.path.insert(0, str(out))
        module = importlib.import_module(package)
        own = httpx2.Client(transport=httpx2.MockTransport(answer))
        kind = getattr(module, package.title().replace("_", ""))
        return module, kind(http_client=own)

    yield make
    sys.path[:] = before


@pytest.fixture(scope="module")
def package_of(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[Mapping[str, Any]], Made]]:
    """Generates the package of a document, and imports it."""
    before = list(sys.path)

    def make(document: Mapping[str, Any]) -> Made:
        package = f"made_of_document_{next(NUMBERS)}"
        out = tmp_path_factory.mktemp(package)
        (out / "spec.json").write_text(json.dumps(document), "utf-8")
        wanted = RunOptions(source=out / "spec.json", package=package, out=out / "made")
        pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
        sys.path.insert(0, str(out / "made"))
        name = package_names.default_client(package)
        return Made(importlib.import_module(package), name, out / "made")

    yield make
    sys.path[:] = before
