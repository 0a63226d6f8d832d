"""Values drawn from a schema, the same ones every time."""

from __future__ import annotations

import signal
import sys
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import HypothesisException
from hypothesis.strategies import SearchStrategy

from tests.judge.sampling.strategies import values
from tests.judge.source.original import Tree

if TYPE_CHECKING:
    from sys import UnraisableHookArgs as Unraisable

T = TypeVar("T")

_ALL: tuple[HealthCheck, ...] = tuple(HealthCheck.__members__.values())


class Undrawable(Exception):
    """Nothing can be drawn, and why."""


class _Late(BaseException):
    """Time is up; no `except Exception` on the way is to catch it."""


def draw(
    schema: Tree, count: int, seconds: float, *, careful: bool = False
) -> list[Tree]:
    """Some values that a schema of draft 7 allows.

    Args:
        schema: The schema, without references.
        count: How many values at most.
        seconds: How much processor time drawing may take; what was drawn until then counts.
        careful: Whether parts that don't fit are drawn anew.

    Raises:
        Undrawable: There are none.
    """
    return drawn(values(schema, careful=careful), count, seconds)


def drawn(strategy: SearchStrategy[T], count: int, seconds: float) -> list[T]:
    """Some values of a strategy, the same ones every time.

    Args:
        strategy: What to draw.
        count: How many values at most.
        seconds: How much processor time drawing may take; what was drawn until then counts.

    Raises:
        Undrawable: There are none.
    """
    kept: list[T] = []
    try:
        with _bounded(seconds), warnings.catch_warnings():
            warnings.simplefilter("ignore")

            @settings(
                max_examples=count,
                database=None,
                deadline=None,
                derandomize=True,
                phases=[Phase.generate],
                suppress_health_check=_ALL,
            )
            @given(strategy)
            def keep(value: T) -> None:
                kept.append(value)

            keep()
    except _Late:
        if not kept:
            raise Undrawable("took too long") from None
    except HypothesisException as error:
        if not kept:
            raise Undrawable(type(error).__name__) from error
    except Exception as error:
        # The library checks little before it works: what it raises is of every kind.
        if not kept:
            raise Undrawable(f"{type(error).__name__}: {error}"[:120]) from error
    return kept


@contextmanager
def _bounded(seconds: float) -> Generator[None]:
    def stop(signum: int, frame: FrameType | None) -> None:
        raise _Late

    before, report = signal.signal(signal.SIGPROF, stop), sys.unraisablehook
    # What falls into a callback of the garbage collector is reported and swallowed: ask again.
    sys.unraisablehook = _unless_late(report)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        sys.unraisablehook = report


def _unless_late(
    report: Callable[[Unraisable], object],
) -> Callable[[Unraisable], None]:
    def unraisable(lost: Unraisable) -> None:
        if not isinstance(lost.exc_value, _Late):
            report(lost)

    return unraisable
