"""A fixture of pytest that gives a fake to each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest

from .fake import Fake

F = TypeVar("F", bound=Fake)


def fixture_of(kind: Callable[[], F], name: str) -> object:
    """A fixture that gives a new fake to each test, and fails where one was misused.

    Args:
        kind: Makes the fake.
        name: What tests call the fixture.
    """

    def give() -> Iterator[F]:
        fake = kind()
        yield fake
        # A program may have caught it.
        for error in fake.refused:
            raise error

    return pytest.fixture(give, name=name)
