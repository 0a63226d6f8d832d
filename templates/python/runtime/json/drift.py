"""Drift: where a response departs from what the API's description says."""

from __future__ import annotations

from collections.abc import Sequence, Sized
from functools import lru_cache
from logging import DEBUG, WARNING
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, Final

from msgspec import Struct

from .plain_data import is_array, is_object

if TYPE_CHECKING:
    from logging import Logger

_PYTHON_NAMES: Final[dict[type, str]] = {type(None): "None"}
_TEXT: Final = 60
_KEY: Final = 40


class Drift(Struct, frozen=True, kw_only=True):
    """One departure of a response from its description.

    Attributes:
        path: Where in the body, as in `data[3].author.id`; `$` is the body itself.
        expected: The type that the description gives, as Python names it.
        found: The type that came, or `nothing` for a required property that is missing.
        value: What came, as it was; None for a missing property.
        where: The operation: `GET /notes/{id}`.
        place: The path with all items of a list, and all values of a map, as one:
            `data[*].author.id`.
    """

    path: str
    expected: str
    found: str
    value: object
    where: str
    place: str

    def __str__(self) -> str:
        return (
            f"{self.where}: {self.path}: expected {self.expected}, found {self.found}"
        )

    def __repr__(self) -> str:
        return (
            f"Drift(path={self.path!r}, expected={self.expected!r}, found={self.found!r}, "
            f"value={shorten(self.value)}, where={self.where!r})"
        )


class At:
    """A place in a body: the key or index below another place; None is the body's root."""

    __slots__ = ("key", "parent")
    is_entry: ClassVar[bool] = False

    def __init__(self, parent: At | None, key: str | int) -> None:
        self.parent = parent
        self.key = key


class AtEntry(At):
    """The place of an item of a list or of a value of a map, of which there is any number."""

    __slots__ = ()
    is_entry = True


class Report:
    """The departures met while one body is converted, in the body's order.

    Args:
        where: The operation.
        trial_budget: Holds how many values all trials of one body may still look at.
        loads: How often what stands at one place may be given to msgspec, each time within less.
        trial: Whether something is tried whose departures may come to nothing.
    """

    __slots__ = ("departures", "loads", "trial", "trial_budget", "where")

    def __init__(
        self,
        where: str,
        trial_budget: list[int],
        *,
        loads: int = 0,
        trial: bool = False,
    ) -> None:
        self.where = where
        self.trial_budget = trial_budget
        self.loads = loads
        self.trial = trial
        # The place, what is expected there, what is found, the value.
        self.departures: list[tuple[At | None, str, str, object]] = []

    def add(
        self, at: At | None, expected: str, value: object, *, found: str = ""
    ) -> None:
        """Note a departure; `found` is the value's type unless given."""
        self.departures.append((at, expected, found or name_of(value), value))

    def drifts(self) -> list[Drift]:
        """The departures, with their places as text."""
        made: list[Drift] = []
        for at, expected, found, value in self.departures:
            path, place = _spell(at)
            made.append(
                Drift(
                    path=path,
                    expected=expected,
                    found=found,
                    value=value,
                    where=self.where,
                    place=place,
                )
            )
        return made

    def attempt(self) -> Report:
        """A report for trying something whose departures may come to nothing."""
        return Report(self.where, self.trial_budget, trial=True)

    def spend(self, values: Sized) -> None:
        """Count what a trial looks at."""
        if self.trial:
            self.trial_budget[0] -= len(values)


def spell(at: At | None) -> str:
    """A place as text: `data[3].author.id`, `labels["a b"]`, `$` for the root."""
    return _spell(at)[0]


def _spell(at: At | None) -> tuple[str, str]:
    """The same, and with `[*]` for each item of a list and value of a map."""
    path = place = ""
    while at is not None:
        key = at.key
        step = f"[{key}]" if isinstance(key, int) else _property(key[: _KEY + 1])
        path = step + path
        place = ("[*]" if at.is_entry else step) + place
        at = at.parent
    return path.removeprefix(".") or "$", place.removeprefix(".") or "$"


@lru_cache(1000)
def _property(key: str) -> str:
    if len(key) > _KEY:
        key = key[:_KEY] + "..."
    elif key.isidentifier() and key.isascii():
        return "." + key
    return '["' + ascii(key)[1:-1].replace('"', '\\"') + '"]'


def name_of(value: object) -> str:
    """The Python name of a JSON value's type."""
    kind = type(value)
    return _PYTHON_NAMES.get(kind, kind.__name__)


def shorten(value: object) -> str:
    """A value's repr, cut where it is long."""
    if is_array(value) and value:
        return f"[... {len(value)} items]"
    if is_object(value) and value:
        return "{" + f"... {len(value)} properties" + "}"
    if isinstance(value, str) and len(value) > _TEXT:
        return f"{value[:_TEXT]!r}... ({len(value)} characters)"
    if isinstance(value, int) and value.bit_length() > 4 * _TEXT:
        return f"<int of {value.bit_length()} bits>"
    return repr(value)


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
