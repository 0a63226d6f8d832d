"""What a job's answer says about the job."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from ..json.drift import At, Drift, shorten, spell
from ..operation.json_path import Absent
from ..operation.members import BodyMembers

Keys: TypeAlias = tuple[str, ...]
Scalar: TypeAlias = str | int | float | bool | None
Outcome: TypeAlias = Literal["done", "failed"]


class State(Struct, frozen=True):
    """What the values of one member say: `keys` is where it stands, as property names from the
    body's root. A job with one of `done` has ended well, with one of `failed` badly, and goes on
    with any other; `others` are those that the description lists, if it lists any.
    """

    keys: Keys
    done: tuple[Scalar, ...] = ()
    failed: tuple[Scalar, ...] = ()
    others: tuple[Scalar, ...] = ()

    @property
    def place(self) -> str:
        """The path as messages show it."""
        at: At | None = None
        for key in self.keys:
            at = At(at, key)
        return spell(at)

    def outcome(self, value: object) -> Outcome | None:
        """What a value says about the job, None where it goes on."""
        if _is_in(value, self.failed):
            return "failed"
        return "done" if _is_in(value, self.done) else None

    def drift(self, value: object, where: str) -> Drift | None:
        """The departure that a value of a job which goes on is; None for one that is described, and
        where there is none: decoding has reported that.

        Args:
            value: What stands there.
            where: The operation.
        """
        is_missing = value is None or isinstance(value, Absent)
        if is_missing or not self.others or _is_in(value, self.others):
            return None
        known = (*self.done, *self.failed, *self.others)
        return Drift(
            path=self.place,
            expected=" | ".join(map(repr, known)),
            found=shorten(value),
            value=value,
            where=where,
            place=self.place,
        )


def outcome(
    states: Sequence[State], body: BodyMembers
) -> tuple[Outcome | None, State, object]:
    """What a job's answer says about the job, and the member and its value that say so.

    One that says that it failed counts before one that says that it is done; where none says
    anything it is the first that is shown.
    """
    found = [(state, body.at(state.keys)) for state in states]
    for wanted in ("failed", "done"):
        for state, value in found:
            if state.outcome(value) == wanted:
                return wanted, state, value
    return None, *found[0]


def _is_in(value: object, values: Sequence[Scalar]) -> bool:
    """Whether JSON writes a value as one of others: True is not 1."""
    is_flag = isinstance(value, bool)
    return any(value == one and is_flag is isinstance(one, bool) for one in values)
