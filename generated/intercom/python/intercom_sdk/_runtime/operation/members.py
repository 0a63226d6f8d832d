"""The members of a body: those of its models, and those that no model declares."""

from __future__ import annotations

from collections.abc import Sequence

from ..json.drift import At, name_of, spell
from ..json.plain_data import Plain
from .json_path import Absent, get_path


class BodyMembers:
    """What stands at paths of property names in a body.

    Args:
        data: The body, decoded.
        body: The body as it came.
    """

    __slots__ = ("_bytes", "_parsed", "data")

    def __init__(self, data: object, body: bytes) -> None:
        self.data = data
        self._bytes = body
        self._parsed: Plain = None

    def at(self, keys: Sequence[str]) -> object:
        """The value at a path; properties that no model declares are read from the bytes."""
        found = get_path(self.data, keys)
        if not isinstance(found, Absent) or found.declared:
            return found
        return get_path(self.plain(), keys)

    def number(self, keys: Sequence[str]) -> int | None:
        """The whole number at a path, which may be written as text; None without a path."""
        value = self.at(keys) if keys else None
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return int(value) if isinstance(value, str) and value.isdecimal() else None

    def mismatch(self, keys: Sequence[str], expected: str) -> str:
        """In what way that which came at a path isn't what is expected there."""
        at: At | None = None
        for key in keys:
            at = At(at, key)
        found = get_path(self.plain(), keys)
        name = "nothing" if isinstance(found, Absent) else name_of(found)
        return f"{spell(at)}: expected {expected}, found {name}"

    def plain(self) -> Plain:
        """The body as a JSON parser gives it."""
        if self._parsed is None and self._bytes:
            from ..json.planner import parse  # noqa: PLC0415 -- rarely needed

            self._parsed = parse(self._bytes)
        return self._parsed
