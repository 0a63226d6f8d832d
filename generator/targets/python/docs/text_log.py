"""The document's texts as docstrings take them: which ones a file is made of, and what they say."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import NamedTuple

from generator.ir.value import Text


class Composed(Text, frozen=True):
    """Text that the target has put together of others."""


class _Log(NamedTuple):
    taken: set[str]
    edits: Mapping[str, str]


_log: ContextVar[_Log] = ContextVar("_log")


@contextmanager
def logged(
    edits: Mapping[str, str] = MappingProxyType({}),
) -> Generator[set[str]]:
    """Collect the texts that are taken in a `with` block, as the Api has them.

    Args:
        edits: What some texts of the Api say instead.
    """
    taken: set[str] = set()
    token = _log.set(_Log(taken, edits))
    try:
        yield taken
    finally:
        _log.reset(token)


def content(text: Text) -> str:
    """What a text says."""
    log = _log.get(None)
    if log is None or isinstance(text, Composed) or not text.raw:
        return text.raw
    log.taken.add(text.raw)
    return log.edits.get(text.raw, text.raw)
