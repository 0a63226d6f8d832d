"""Makes the runtime importable as a package of its own, `sdk_runtime`, where it lies."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_RUNTIME = Path(__file__).parents[2] / "templates" / "python" / "runtime"


def _install() -> None:
    if "sdk_runtime" in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        "sdk_runtime",
        _RUNTIME / "__init__.py",
        submodule_search_locations=[str(_RUNTIME)],
    )
    assert spec is not None
    assert spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules["sdk_runtime"] = package
    spec.loader.exec_module(package)


_install()

from driver import Driver  # noqa: E402 -- it imports what was just installed
from fault_server import FaultServer  # noqa: E402 -- as above


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A server that does what the test tells it to."""
    with FaultServer() as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def connect(
    request: pytest.FixtureRequest, server: FaultServer
) -> Iterator[Callable[..., Driver]]:
    """Makes clients of the server: each test runs with both kinds."""
    made: list[Driver] = []

    def make(**settings: Any) -> Driver:
        settings.setdefault("base_url", server.url)
        driver = Driver(request.param == "async", **settings)
        made.append(driver)
        return driver

    yield make
    for driver in made:
        driver.finish()
