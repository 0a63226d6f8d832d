"""Departures in the log: each operation and place at WARNING once, and at DEBUG after that."""

from __future__ import annotations

from collections.abc import Sequence
from logging import DEBUG, WARNING
from threading import Lock
from typing import TYPE_CHECKING, Final

from .drift import Drift, shorten

if TYPE_CHECKING:
    from logging import Logger

# So many places are remembered; beyond that, departures are logged at DEBUG alone.
_PLACES: Final = 1000
# One body writes so many departures at DEBUG.
_REPEATED: Final = 100


class DriftLog:
    """Writes departures to a log. Threads may share it.

    Args:
        logger: Where they are written, without their values unless at DEBUG.
    """

    __slots__ = ("_lock", "_logger", "_seen")

    def __init__(self, logger: Logger) -> None:
        self._logger = logger
        self._lock = Lock()
        self._seen: set[tuple[str, str]] = set()

    def write(self, drifts: Sequence[Drift]) -> None:
        """Write the departures of one body, in the body's order."""
        if not self._logger.isEnabledFor(WARNING):
            return
        again = [drift for drift in drifts if not self._announce(drift)]
        if not self._logger.isEnabledFor(DEBUG):
            return
        for drift in again[:_REPEATED]:
            self._logger.debug("drift: %s", drift)
            self._value(drift)
        if len(again) > _REPEATED:
            more = len(again) - _REPEATED
            self._logger.debug("drift: %s: %d more", again[0].where, more)

    def _announce(self, drift: Drift) -> bool:
        """Write a departure at WARNING if its place is new."""
        key = drift.where, drift.place
        if key in self._seen:
            return False
        with self._lock:
            count = len(self._seen)
            if key in self._seen or count >= _PLACES:
                return False
            self._seen.add(key)
        self._logger.warning("drift: %s", drift)
        self._value(drift)
        if count + 1 == _PLACES:
            self._logger.warning("drift: other places are logged at DEBUG alone")
        return True

    def _value(self, drift: Drift) -> None:
        self._logger.debug("drift: %s is %s", drift.path, shorten(drift.value))
