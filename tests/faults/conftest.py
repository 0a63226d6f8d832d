"""Which behaviours are tried: twenty, or with `--faults` all."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import runtime_package  # noqa: F401 -- what follows is in it
from driver import HAS_PYREQWEST

from faults.certificates import OPENSSL
from faults.table import BEHAVIOURS


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "behaviour" not in metafunc.fixturenames:
        return
    every = metafunc.config.getoption("--faults")
    rows = [
        pytest.param(
            behaviour, transport, colour, id=f"{behaviour.name}-{transport}-{colour}"
        )
        for behaviour in BEHAVIOURS
        if every or behaviour.smoke
        for transport in behaviour.transports
        for colour in behaviour.colours
    ]
    metafunc.parametrize(("behaviour", "transport", "colour"), rows)


@pytest.fixture(autouse=True)
def what_is_there(request: pytest.FixtureRequest) -> None:
    """Skip what this machine can't try."""
    arguments = getattr(request.node, "callspec", None)
    given = arguments.params if arguments else {}
    if given.get("transport") == "pyreqwest" and not HAS_PYREQWEST:
        pytest.skip("pyreqwest is missing")
    behaviour = given.get("behaviour")
    if behaviour is None:
        return
    if behaviour.certificate and not OPENSSL:
        pytest.skip("openssl is missing")
    if behaviour.linux and sys.platform != "linux":
        pytest.skip("this is so on Linux alone")


@pytest.fixture(scope="session", autouse=True)
def _frozen() -> Iterator[None]:
    """What was there before isn't looked at by each test's collection of garbage."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the certificates of this run are."""
    return tmp_path_factory.mktemp("certificates")
