"""Which variant of a union a JSON value is: decided by evidence, the same way every time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from msgspec import Struct

from .converter import ANYTHING, Branch, Constant, Converter, is_whole
from .nested_converter import DictConverter, Member, ModelConverter, OpenModelConverter
from .plain_data import JSON_TYPES, Plain, is_object

# How deep a look inside goes; two variants that differ further down are equals.
_DEPTH: Final = 3
_RIVALS: Final = 2
# Where a number of one kind goes when no variant takes that kind.
_OTHER_NUMBER: Final = {"integer": "number", "number": "integer"}


class Evidence(Struct, frozen=True):
    """The evidence for one variant.

    Attributes:
        kinds: The JSON types that it takes.
        constants: Properties with the values that they may have.
        required: Properties that must be there.
        known: All its properties.
        is_open: Whether it keeps further properties, of a type that not every value has.
    """

    kinds: frozenset[str]
    constants: Mapping[str, Constant] = {}
    required: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    is_open: bool = False


def gather_evidence(branch: Branch) -> Evidence:
    """The evidence for a variant."""
    converter = branch.converter
    further = (
        converter.item_converter("") if isinstance(converter, DictConverter) else None
    )
    members: Mapping[str, Member] = {}
    if isinstance(converter, ModelConverter):
        members = converter.members
        further = (
            converter.further if isinstance(converter, OpenModelConverter) else None
        )
    constants = {
        key: member.converter
        for key, member in members.items()
        if isinstance(member.converter, Constant)
    }
    required = {key for key, member in members.items() if member.required}
    for key, tag, is_required in _tags(branch):
        constants[key] = tag
        required |= {key} if is_required else set[str]()
    return Evidence(
        kinds=converter.json_types(),
        constants=constants,
        required=frozenset(required),
        known=frozenset(members) | constants.keys(),
        is_open=further is not None and _is_typed(further),
    )


def _tags(branch: Branch) -> Iterator[tuple[str, Constant, bool]]:
    """The tags that msgspec checks, or that a union declares, if objects can have them."""
    converter = branch.converter
    if isinstance(converter, ModelConverter) and converter.tag is not None:
        yield converter.tag_field, converter.tag, True
    if "object" in converter.json_types():
        yield from branch.tags


def _is_typed(converter: Converter) -> bool:
    return converter is not ANYTHING


def tag_of(rows: Sequence[Evidence]) -> tuple[str, dict[str, int]]:
    """The property whose text alone tells the objects apart, and its values' variants; or ""."""
    objects = [(index, row) for index, row in enumerate(rows) if "object" in row.kinds]
    for key in objects[0][1].constants if objects else ():
        tags: dict[str, int] = {}
        for index, row in objects:
            constant = row.constants.get(key)
            texts = constant.values if constant and key in row.required else ()
            if not texts or any(
                type(text) is not str or text in tags for text in texts
            ):
                break
            tags.update((str(text), index) for text in texts)
        else:
            return key, tags
    return "", {}


def rank(
    converters: Sequence[Converter],
    rows: Sequence[Evidence],
    value: Plain,
    default: int = -1,
    *,
    names_only: bool = False,
) -> list[int]:
    """The variants that take the value's JSON type, the one with the best evidence first.

    Of equals, the one comes first that keeps more of what is inside, else the default, else the
    first. With `names_only`, values aren't looked at where the properties' names decide: the
    decoder checks them.
    """
    found = _candidates(rows, value)
    if default in found:
        found.remove(default)
        found.insert(0, default)
    if len(found) < _RIVALS:
        return found
    if not is_object(value):
        return _matching_first(converters, [found], value)
    against = {index: _mismatches(rows[index], value) for index in found}
    best = min(against.values())
    level = [index for index in found if against[index] == best]
    if len(level) >= _RIVALS:
        level = _by_names(converters, rows, level, value, names_only=names_only)
    rest = [index for index in found if against[index] != best]
    return level + sorted(rest, key=against.__getitem__)


def _by_names(
    converters: Sequence[Converter],
    rows: Sequence[Evidence],
    level: list[int],
    value: Mapping[str, Plain],
    *,
    names_only: bool,
) -> list[int]:
    known = {index: _known(rows[index], value) for index in level}
    level.sort(key=known.__getitem__, reverse=True)
    opened = _open_variants(rows, level, value)
    if names_only and not opened and known[level[0]] > known[level[1]]:
        return level
    closed = [index for index in level if index not in opened]
    equals = [[*group] for _, group in groupby(closed, known.__getitem__)]
    return _matching_first(converters, [opened, *equals], value)


def _open_variants(
    rows: Sequence[Evidence], level: Sequence[int], value: Mapping[str, Plain]
) -> list[int]:
    """The variants that alone have a type for some of the properties: the open ones."""
    opened = [index for index in level if rows[index].is_open]
    declared = (rows[index].known for index in level if opened)
    return [] if frozenset[str]().union(*declared).issuperset(value) else opened


def _matching_first(
    converters: Sequence[Converter], equals: list[list[int]], value: Plain
) -> list[int]:
    """Variants by groups of equals, the best of the first group in which one fits put first."""
    order = [index for group in equals for index in group]
    for group in equals:
        found: int | None = None
        for index in group:
            if found is not None and not _is_better_known(
                converters[index], converters[found], value
            ):
                continue
            if converters[index].matches(value, _DEPTH):
                found = index
        if found is not None:
            return [found, *(other for other in order if other != found)]
    return order


def _is_better_known(converter: Converter, other: Converter, value: Plain) -> bool:
    return converter.known_count(value, _DEPTH) > other.known_count(value, _DEPTH)


def _candidates(rows: Sequence[Evidence], value: Plain) -> list[int]:
    kind = JSON_TYPES[type(value)]
    found = [index for index, row in enumerate(rows) if kind in row.kinds]
    if not found and (kind == "integer" or is_whole(value)):
        other = _OTHER_NUMBER[kind]
        return [index for index, row in enumerate(rows) if other in row.kinds]
    return found


def _mismatches(row: Evidence, value: Mapping[str, Plain]) -> tuple[int, int]:
    """Evidence against a variant: constants that differ, and required properties missing."""
    missing = len(row.required.difference(value))
    if not row.constants:
        return 0, missing
    differing = sum(
        key in value and constant.contradicts(value[key])
        for key, constant in row.constants.items()
    )
    return differing, missing


def _known(row: Evidence, value: Mapping[str, Plain]) -> tuple[int, int]:
    """Evidence for a variant: constants that match, and known properties."""
    constants = sum(
        key in value and constant.matches(value[key], 0)
        for key, constant in row.constants.items()
    )
    return constants, len(row.known.intersection(value))


def is_close(row: Evidence, value: Plain) -> bool:
    """Whether an object that fits no variant has something of this one, and nothing against it."""
    return _mismatches(row, value)[0] == 0 and not row.known.isdisjoint(value)
