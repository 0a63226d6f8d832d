"""The headers of an answer that a library holds, encoded when somebody reads them."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from sdk_runtime.response.response import Headers, LazyHeaders


class Library:
    """Headers as pyreqwest holds them: texts, and a ValueError for what isn't ASCII."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        self._pairs = pairs
        self.reads = 0

    def __contains__(self, name: str) -> bool:
        return any(key == name for key, _ in self._pairs)

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._pairs)

    def getall(self, name: str) -> list[str]:
        return [_text(value) for key, value in self._pairs if key == name]

    def items(self) -> list[tuple[str, str]]:
        self.reads += 1
        return [(key, _text(value)) for key, value in self._pairs]


def _text(value: str) -> str:
    if not value.isascii():
        raise ValueError("failed to convert header to a str")
    return value


@pytest.mark.parametrize(
    ("name", "want"),
    [("a", "2"), ("b", "3"), ("c", None), ("odd", None), ("", None)],
)
def test_the_last_value_of_a_name(name: str, want: str | None) -> None:
    library = Library(("a", "1"), ("b", "3"), ("a", "2"), ("odd", "é"))
    assert LazyHeaders(library).last(name) == want
    assert library.reads == 0


def test_nothing_is_encoded_before_it_is_read() -> None:
    library = Library(("a", "1"), ("a", "2"))
    headers = Headers(LazyHeaders(library))
    assert library.reads == 0
    assert headers["A"] == "1, 2"
    assert headers.all("a") == ("1", "2")
    assert library.reads == 1


def test_what_is_not_ascii_is_left_out() -> None:
    headers = LazyHeaders(Library(("a", "1"), ("odd", "é"), ("odd", "x"), ("b", "2")))
    assert list(headers) == [(b"a", b"1"), (b"b", b"2")]
    assert (headers[1], len(headers)) == ((b"b", b"2"), 2)


@pytest.mark.parametrize(
    "duplicate", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))]
)
def test_copies_hold_nothing_of_the_library(duplicate: Any) -> None:
    assert duplicate(LazyHeaders(Library(("a", "1")))) == [(b"a", b"1")]
