"""The body of one page as paging looks at it: its models, and what they don't declare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from .drift import At, name_of, spell
from .model import OpenModel
from .plain import Plain, is_array, is_object
from .wire import Absent, dig

if TYPE_CHECKING:
    from .shapes import Member


class PageBody:
    """A page's body.

    Args:
        data: The body, decoded.
        body: The body as it came.
    """

    __slots__ = ("_bytes", "_data", "_parsed")

    def __init__(self, data: object, body: bytes) -> None:
        self._data = data
        self._bytes = body
        self._parsed: Plain = None

    def at(self, keys: Sequence[str]) -> object:
        """What stands at a path; what no model declares is looked for in the bytes."""
        found = dig(self._data, keys)
        if not isinstance(found, Absent) or found.declared:
            return found
        return dig(self._plain(), keys)

    def may_lack(self, keys: Sequence[str], *, is_promised: bool) -> bool:
        """Whether a list may be missing at a path: it is null where the description allows null.

        It may also be absent where it is optional, unless the page is said to hold items or shows
        others: a list somewhere else, or an object that the description doesn't know.

        Args:
            keys: Where the list is declared.
            is_promised: Whether the server said that there are items, here or further on.
        """
        value, raw = self._data, self._plain()
        for key in keys:
            members = _members(value)
            member = members.get(key)
            if member is None or not is_object(raw):
                return False
            if key not in raw:
                return not (is_promised or member.required or _lists(raw, members))
            if raw[key] is None:
                return member.plan.fits(None, 1)
            value, raw = dig(value, (key,)), raw[key]
        return False

    def has_others(self, keys: Sequence[str], names: Sequence[str]) -> bool:
        """Whether the object at a path has none of some properties, but others instead: one that no
        model declares, which may be what was looked for, renamed; or where no object belongs, any.
        """
        members, raw = _members(dig(self._data, keys)), dig(self._plain(), keys)
        if not is_object(raw) or raw.keys() & set(names):
            return False
        if not members:
            return not self._fits(keys, raw)
        return any(raw[key] is not None for key in raw.keys() - members.keys())

    def _fits(self, keys: Sequence[str], raw: Plain) -> bool:
        """Whether the model above a path, if there is one, declares such a value there."""
        member = _members(dig(self._data, keys[:-1])).get(keys[-1]) if keys else None
        return member is None or member.plan.fits(raw, 1)

    def described(self, keys: Sequence[str], expected: str) -> str:
        """In what way that which came at a path isn't what is expected there."""
        at: At | None = None
        for key in keys:
            at = At(at, key)
        found = dig(self._plain(), keys)
        name = "nothing" if isinstance(found, Absent) else name_of(found)
        return f"{spell(at)}: expected {expected}, found {name}"

    def _plain(self) -> Plain:
        if self._parsed is None and self._bytes:
            from .tolerant import parse  # noqa: PLC0415 -- rarely needed

            self._parsed = parse(self._bytes)
        return self._parsed


def _lists(raw: Mapping[str, Plain], members: Mapping[str, Member]) -> bool:
    """Whether an object holds what could be a list under another name."""
    return any(
        bool(value) and (is_array(value) or (is_object(value) and key not in members))
        for key, value in raw.items()
    )


def _members(value: object) -> Mapping[str, Member]:
    """The declared properties of a model; none of what is no model."""
    from .planner import plan  # noqa: PLC0415 -- rarely needed
    from .shapes import Shape  # noqa: PLC0415 -- as above

    if not isinstance(value, Struct | OpenModel):
        return {}
    shape = plan(type(value))
    return shape.members if isinstance(shape, Shape) else {}
