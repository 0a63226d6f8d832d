"""What an example passes: all that is required, and the body that the document itself shows."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence

from generator.emit.text.code import Code, JsonValue
from generator.ir.declarations import Field, Model
from generator.ir.operation import MediaType, Operation, Parameter
from generator.ir.types import Array, Map
from generator.ir.value import Json
from generator.targets.python.declaration_index import besides_null, either
from generator.targets.python.docs.constraint_docs import required_groups
from generator.targets.python.media.media_kind import STRUCTURED, kind_of
from generator.targets.python.media.request_media import exploded, representations
from generator.targets.python.requests.signature import (
    EXTRA,
    Argument,
    Arguments,
    Overload,
)
from generator.targets.python.samples.samples import Samples
from generator.targets.python.types.symbol_table import SymbolTable

# So many members of a body show what a call is like.
_MOST = 8
# What these are called for is their content (RFC 9110, section 9.3).
_WRITING = frozenset({"POST", "PUT", "PATCH"})


def shown_arguments(
    operation: Operation, arguments: Arguments, symbols: SymbolTable
) -> list[tuple[Argument, Code]]:
    """The arguments that an example passes, and their values, in the method's order."""
    # Of several ways to call it, the one that comes closest to what the document shows.
    ways = arguments.overloads or (Overload(operation, arguments),)
    calls = [_Shown(way.operation, way.arguments, symbols) for way in ways]
    shown = min(calls, key=lambda call: call.distance)
    return [
        (argument, shown.samples.in_part(value, argument.part_headers))
        for argument in shown.arguments.all
        if (value := shown.value(argument)) is not None
    ]


class _Shown:
    """One call: what the document shows of its body decides on the optional members."""

    def __init__(
        self, operation: Operation, arguments: Arguments, symbols: SymbolTable
    ) -> None:
        self.samples = Samples(
            symbols.index,
            symbols.tags,
            lambda id: Code(f"params.{symbols.entries[id].params}"),
        )
        self.arguments = arguments
        # How far the document's example is from a call.
        self.distance = math.inf
        self._operation = operation
        self._sent = representations(operation.body, symbols.index)
        self._model = exploded(operation.body, symbols.index)
        self._given = self._example(symbols)
        self._given_members = _members(self._given)
        self._members = self._names(arguments.all)

    def value(self, argument: Argument) -> Code | None:
        """What is passed for an argument, None for nothing."""
        match argument.source:
            case Parameter() as parameter:
                return (
                    None if argument.default else self.samples.of_parameter(parameter)
                )
            case Field(name=name) as field:
                is_shown = name.wire in self._members
                given = self._given_members.get(name.wire)
                return self.samples.of_field(field, given) if is_shown else None
            case MediaType() as media:
                is_shown = not argument.default or self._is_writing
                return self.samples.of_body(media, self._given) if is_shown else None
            case None:
                return self._further() if argument.name == EXTRA else None

    @property
    def _is_writing(self) -> bool:
        return self._operation.method in _WRITING

    def _names(self, arguments: Sequence[Argument]) -> set[str]:
        """The members that are passed: required ones, those of the example, or one at least."""
        own = [(one, one.source) for one in arguments if isinstance(one.source, Field)]
        given = self._given_members
        names = {
            field.name.wire
            for argument, field in own
            if argument.is_conditional or not argument.default
        }
        rest = [field for _, field in own if field.name.wire not in names]
        fitting = (
            field.name.wire
            for field in rest
            if (found := given.get(field.name.wire))
            and self.samples.distance(found.value, field.type) is not None
        )
        names.update(name for name, _ in zip(fitting, range(_MOST), strict=False))
        if self._is_writing and self._model:
            names.update(self._needed(names, {field.name.wire for field in rest}))
            if not names and not self._further():
                names.update(_most_telling(rest))
        return names

    def _needed(self, names: set[str], optional: set[str]) -> Iterable[str]:
        """What a condition on the body asks for beside the members that are passed."""
        constraints = [*(self._model.constraints if self._model else ())]
        constraints += [one for media in self._sent[:1] for one in media.constraints]
        for constraint in constraints:
            groups = required_groups(constraint)
            if groups and not any(names.issuperset(group) for group in groups):
                settable = names | optional
                yield from next((g for g in groups if settable.issuperset(g)), ())

    def _further(self) -> Code | None:
        """What the example has beyond the declared members."""
        model = self._model
        if model is None or model.additional is None:
            return None
        body = self._operation.body
        known = {field.name.wire for field in model.fields}
        known |= {name for name, _ in (body.fixed if body else ())}
        further = {
            name: json.value
            for name, json in self._given_members.items()
            if name not in known
        }
        return self.samples.further(further, model.additional)

    def _example(self, symbols: SymbolTable) -> Json | None:
        """The document's example that comes closest to what can be sent."""
        found: list[tuple[int, JsonValue]] = []
        for media in self._sent:
            for value in _values(media, symbols):
                distance = self.samples.distance(value, media.type)
                if distance is not None:
                    found.append((distance, value))
                elif kind_of(media) not in STRUCTURED:
                    found.append((0, value))
            if found:
                break
        if not found:
            return None
        self.distance, best = min(found, key=lambda one: one[0])
        return Json(value=best)


def _members(example: Json | None) -> dict[str, Json]:
    """What a document's example has, by the members' names."""
    members = example.value if example else None
    if not isinstance(members, dict):
        return {}
    return {name: Json(value=value) for name, value in members.items()}


def _values(media: MediaType, symbols: SymbolTable) -> Iterator[JsonValue]:
    """What a document shows for a body: beside the media type, or else in its schema."""
    holds = (
        isinstance(one, Model | Map | Array)
        for one in either(media.type, symbols.index)
    )
    is_structured = kind_of(media) in STRUCTURED and any(holds)
    for example in media.examples:
        value = example.value.value
        if is_structured and isinstance(value, str):
            yield from _parsed(value)
        else:
            yield value
    found = besides_null(media.type, symbols.index)
    if isinstance(found, Model) and found.example:
        yield found.example.value


def _parsed(text: str) -> Iterator[JsonValue]:
    """An object or a list that is shown as the text that is sent."""
    try:
        value: JsonValue = json.loads(text)
    except ValueError:
        return
    if isinstance(value, dict | list):
        yield value


def _most_telling(fields: Sequence[Field]) -> Iterable[str]:
    """The one optional member that shows best what a call is for."""
    best = min(
        fields,
        key=lambda field: (field.deprecated, not field.demanded, not field.example),
        default=None,
    )
    return [best.name.wire] if best else []
