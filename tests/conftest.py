"""Options that the tests take, and how property tests draw."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# What one test makes is nothing to another; those of the cache have folders of their own.
os.environ["SDKWRIGHT_CACHE"] = ""

# A shell lets what it runs in the background ignore interrupts, which tests send themselves.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples on every run, and no verdict from a clock: machines are shared.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _one_cache_of_mypy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What mypy has found in libraries holds for all packages that the tests have it check."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MYPY_CACHE_DIR", str(tmp_path_factory.mktemp("mypy")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="accept what the cases under tests/cases come out as",
    )
    parser.addoption(
        "--faults",
        action="store_true",
        help="try every behaviour of tests/faults, not the representative ones alone",
    )
