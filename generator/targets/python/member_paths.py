"""Where an operation takes days or lists, so that what only looks like one is refused there.

To type checkers a `datetime` is a `date`, and without them a text is a list of its letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import msgspec

from generator.emit.text.code import Code, JsonValue, literal
from generator.ir.declarations import Model
from generator.ir.operation import Operation, Parameter
from generator.ir.types import Array, Map, Type
from generator.targets.python.declaration_index import (
    Index,
    besides_null,
    either,
    lists_scalars,
)
from generator.targets.python.expressions import tuple_of
from generator.targets.python.media.media_kind import STRUCTURED, kind_of
from generator.targets.python.media.request_media import preferred
from generator.targets.python.types.formats import DAY
from generator.targets.python.types.sent_changes import disputed

# Property names; None stands for each item of a list and each value of a map, a number, which is
# always the first, for the parameter at this position.
Path: TypeAlias = tuple[str | int | None, ...]

# Types may lead to each other by very many ways: what is further down isn't looked at, nor what
# stands in a model within itself.
_DEEPEST = 6
_MOST = 40


class Way(msgspec.Struct, frozen=True):
    """A path, and the models that it leads through."""

    path: Path = ()
    models: frozenset[str] = frozenset()

    def below(self, key: str | int | None, model: str = "") -> Way:
        """The same from one level further up."""
        models = self.models | {model} if model else self.models
        return Way((key, *self.path), models)


class PathsOf:
    """Finds what operations take of one kind; what one model holds is looked up once.

    Args:
        index: The declarations.
        fits: Whether a value is of that kind, whichever of its types it has.
    """

    def __init__(
        self,
        index: Index,
        fits: Callable[[Type, Index], bool],
    ) -> None:
        self._index = index
        self._fits = fits
        self._found: dict[tuple[str, int], tuple[Way, ...]] = {}

    def build(self, operation: Operation, parameters: Iterable[Parameter]) -> Code:
        """The paths to it in what an operation takes, "" where there is none.

        Args:
            operation: The operation.
            parameters: The parameters that its method passes values for, in that order.
        """
        found = [
            way.below(position)
            for position, parameter in enumerate(parameters)
            for way in self._ways(parameter.type, _DEEPEST)
        ]
        body = operation.body
        media = preferred(body.content, self._index) if body else None
        if media is not None and kind_of(media) in STRUCTURED:
            found += self._ways(media.type, _DEEPEST)
        return tuple_of([_written(way.path) for way in _shortest(found)])

    def _ways(self, type: Type, depth: int) -> Iterator[Way]:
        if self._fits(type, self._index):
            yield Way()
        if not depth:
            return
        kinds = tuple(either(type, self._index))
        models = [kind for kind in kinds if isinstance(kind, Model)]
        for kind in kinds:
            match kind:
                case Array(item=inner) | Map(value=inner):
                    for way in self._ways(inner, depth - 1):
                        yield way.below(None)
                case Model():
                    apart = disputed(kind, models)
                    for way in self._within(kind, depth - 1):
                        if way.path[0] not in apart:
                            yield way
                case _:
                    pass

    def _within(self, model: Model, depth: int) -> tuple[Way, ...]:
        key = model.id, depth
        if key not in self._found:
            self._found[key] = _shortest(
                way.below(field.name.wire, model.id)
                for field in model.fields
                if not field.read_only
                for way in self._ways(field.type, depth)
                if model.id not in way.models
            )
        return self._found[key]


def own_lists(type: Type, index: Index) -> tuple[str, ...]:
    """The members of a body that are lists; "" where that is the body itself."""
    if lists_scalars(type, index):
        return ("",)
    found = besides_null(type, index)
    fields = found.fields if isinstance(found, Model) else ()
    return tuple(
        field.name.wire
        for field in fields
        if not field.read_only and lists_scalars(field.type, index)
    )


def is_day(type: Type, index: Index) -> bool:
    """Whether a value is a day, and nothing else that a moment could stand for."""
    return all(kind == DAY for kind in either(type, index))


def _shortest(ways: Iterable[Way]) -> tuple[Way, ...]:
    first = {way.path: way for way in ways}
    return tuple(sorted(first.values(), key=lambda way: len(way.path))[:_MOST])


def _written(path: Path) -> Code:
    keys: list[JsonValue] = list(path)
    return tuple_of([literal(key) for key in keys]) or Code("()")
