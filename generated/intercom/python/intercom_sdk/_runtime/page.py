"""A page, and the walk from one to the next; nothing here sends anything."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from .course import Course, Cursor, Keys, Puzzle, Sight, Step
from .drift import At, Drift, name_of, spell
from .options import OMIT
from .plain import is_array, is_object
from .response import Response
from .wire import Absent, dig

if TYPE_CHECKING:
    from .decode import Codec
    from .operation import PagedOperation

T = TypeVar("T")
P = TypeVar("P")


class Page(Response[P], Generic[T, P]):
    """One page of a list: a response that can be iterated.

    Args:
        response: The response that holds the page.
        items: Its items.
        next_cursor: What resumes the list after this page, as `cursor=`; None on the last.
    """

    __slots__ = ("items", "next_cursor")

    def __init__(
        self, response: Response[P], items: list[T], next_cursor: str | None
    ) -> None:
        super().__init__(
            data=response.data,
            status=response.status,
            headers=response.headers,
            body=response.body,
            request_id=response.request_id,
            method=response.method,
            path=response.path,
            elapsed=response.elapsed,
            retries=response.retries,
        )
        self.items: list[T] = items
        self.next_cursor: str | None = next_cursor

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)


class Walk(Generic[T, P]):
    """One way through a list, from its first page.

    Args:
        operation: The list operation.
        values: The values of its parameters.
        base: The URL of its first request, without the query.
        cursor: Where to start, or None for the beginning.
        max_items: How many items are wanted, or None for all.
        codec: Where departures are reported.
    """

    def __init__(  # noqa: PLR0913 -- a list's own arguments, and who it is for
        self,
        operation: PagedOperation[T, P],
        values: Sequence[object],
        base: str,
        *,
        cursor: str | None,
        max_items: int | None,
        codec: Codec,
    ) -> None:
        self._paging = operation.paging
        self._where = f"{operation.method} {operation.path}"
        self._codec = codec
        self._wanted = sys.maxsize if max_items is None else max_items
        self._found: tuple[Cursor, Sight] | None = None
        given = _given(operation, values)
        self._course = Course(self._paging, base, cursor=cursor, given=given)

    @property
    def step(self) -> Step:
        """How the next request is made."""
        return self._course.step

    def arrive(self, response: Response[P]) -> Page[T, P]:
        """The page that a response holds."""
        body = _Body(response)
        drifts: list[Drift] = []
        found, cursor = body.at(self._paging.items), None
        items: list[T] = []
        if is_array(found):
            items = found
            sight = Sight(body.at, len(items), response.body)
            try:
                cursor = self._course.after(sight)
            except Puzzle as puzzle:
                drifts += self._drift(body, puzzle.keys, "a cursor", puzzle.found)
            self._found = None if cursor is None else (cursor, sight)
        else:
            drifts += self._drift(body, self._paging.items, "a list of items", found)
            self._found = None
        self._codec.report(drifts)
        self._wanted -= len(items)
        return Page(response, items, None if cursor is None else str(cursor))

    def advance(self) -> bool:
        """Step to the page after the one that arrived last; False when none is left or wanted.

        Raises:
            PaginationError: A cursor came back, or a link leads elsewhere.
        """
        if self._found is None or self._wanted <= 0:
            return False
        self._course.go(*self._found)
        return True

    def _drift(
        self, body: _Body, keys: Keys, expected: str, found: object
    ) -> list[Drift]:
        """What isn't as paging needs it, unless it was reported when the body was decoded."""
        if body.departed(keys, found):
            return []
        absent = isinstance(found, Absent)
        path = _spell(keys)
        return [
            Drift(
                path=path,
                expected=expected,
                found="nothing" if absent else name_of(found),
                value=None if absent else found,
                where=self._where,
                place=path,
            )
        ]


class _Body:
    """A body as paging looks at it: its models, and what they don't declare."""

    def __init__(self, response: Response[P]) -> None:
        self._data: object = response.data
        self._bytes = response.body
        self._plain: object = None

    def at(self, keys: Keys) -> object:
        """What stands at a path; what no model declares is looked for in the bytes."""
        found = dig(self._data, keys)
        if not isinstance(found, Absent) or found.declared:
            return found
        if self._plain is None:
            from .tolerant import parse  # noqa: PLC0415 -- rarely needed

            self._plain = parse(self._bytes)
        return dig(self._plain, keys)

    def departed(self, keys: Keys, found: object) -> bool:
        """Whether decoding reported what stands at a path, or something above it."""
        from .planner import plan  # noqa: PLC0415 -- as above
        from .shapes import Shape  # noqa: PLC0415 -- needed for departures alone

        holder = dig(self._data, keys[:-1]) if keys else None
        if not isinstance(holder, Struct):
            return not (is_object(holder) or isinstance(holder, Absent))
        shape = plan(type(holder))
        member = shape.members.get(keys[-1]) if isinstance(shape, Shape) else None
        return member is not None and not member.plan.fits(found, 1)


def _given(operation: PagedOperation[T, P], values: Sequence[object]) -> object:
    """What the caller passed for the parameter that pages, or None."""
    index = operation.position(operation.paging.parameter)
    value = None if index is None else values[index]
    return None if value is OMIT else value


def _spell(keys: Keys) -> str:
    at: At | None = None
    for key in keys:
        at = At(at, key)
    return spell(at)
