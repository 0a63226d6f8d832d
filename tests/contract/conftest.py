"""Generates the packages of cases for tests that call them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from generator import config, pipeline
from generator.config import Request
from generator.diagnostics import Notebook
from generator.pipeline import Run
from generator.progress import Progress

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Any]]:
    """Generates the package of a case, and makes a client whose requests are answered in place."""
    before = list(sys.path)

    def make(case: str, answer: Callable[[httpx2.Request], httpx2.Response]) -> Any:
        package = f"made_{case.replace('/', '_')}"
        if package not in sys.modules:
            out = tmp_path_factory.mktemp(package)
            source = CASES / case / "spec.yaml"
            wanted = Request(source=source, package=package, out=out)
            pipeline.generate(config.read(wanted, Notebook()), Run(Progress()))
            sys.path.insert(0, str(out))
        module = importlib.import_module(package)
        own = httpx2.Client(transport=httpx2.MockTransport(answer))
        kind = getattr(module, package.title().replace("_", ""))
        return module, kind(http_client=own)

    yield make
    sys.path[:] = before
