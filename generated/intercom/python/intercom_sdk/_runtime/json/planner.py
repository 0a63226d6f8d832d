"""From a type annotation to its converter, and the reading of bodies that a decoder refused."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Final, Literal, NewType, get_args, get_origin
from uuid import UUID

import msgspec
from msgspec import Struct, UnsetType
from msgspec.structs import fields

from .converter import (
    ANY_NUMBER,
    ANYTHING,
    INTEGER,
    NUMBER,
    Branch,
    Constant,
    Converter,
    Duration,
    Instant,
    Parsed,
    exactly,
)
from .drift import At, Drift, Report, name_of
from .json_limits import TOO_DEEP, is_deep
from .model import OpenModel
from .nested_converter import (
    ContainerConverter,
    DictConverter,
    ListConverter,
    Member,
    ModelConverter,
    OpenModelConverter,
    TupleConverter,
)
from .plain_data import JSON_TYPES, Annotation, Plain
from .union_converter import UnionConverter
from .unions import Standin, is_union, load_of

_TEXT: Final = frozenset({"string"})
_ANY_KIND: Final = frozenset(JSON_TYPES.values())

_NUMBER: Final = ANY_NUMBER

_CONVERTERS: dict[Annotation, Converter] = {
    Any: ANYTHING,
    object: ANYTHING,
    str: exactly(str, "str"),
    bool: exactly(bool, "bool"),
    type(None): exactly(type(None), "None"),
    None: exactly(type(None), "None"),
    int: INTEGER,
    float: NUMBER,
    list: ListConverter(ANYTHING),
    dict: DictConverter(ANYTHING),
    datetime: Instant(datetime, "datetime", _TEXT),
    date: Parsed(date, "date", _TEXT),
    time: Parsed(time, "time", _TEXT),
    timedelta: Duration(timedelta, "timedelta", _TEXT),
    UUID: Parsed(UUID, "UUID", _TEXT),
    bytes: Parsed(bytes, "bytes", _TEXT),
    Decimal: Parsed(Decimal, "Decimal", frozenset({"string", "integer", "number"})),
}


def converter_for(kind: Annotation) -> Converter:
    """The converter for a type; made once."""
    known = _CONVERTERS.get(kind)
    if known is None:
        known = _CONVERTERS[kind] = _make(kind)
        if known.load is None and isinstance(
            known, ContainerConverter | UnionConverter | StandinConverter
        ):
            known.load = load_of(kind)
    return known


def _make(kind: Annotation) -> Converter:
    if isinstance(kind, Standin):
        return StandinConverter(kind)
    if isinstance(kind, NewType):
        return converter_for(kind.__supertype__)
    if isinstance(kind, type) and get_origin(kind) is None:
        return _named(kind)
    # `type X = ...` of Python 3.12 and later.
    aliased = getattr(kind, "__value__", None)
    return _generic(kind) if aliased is None else converter_for(aliased)


def _named(kind: type) -> Converter:
    if issubclass(kind, OpenModel):
        rest = partial(_further, kind)
        return OpenModelConverter(
            kind, partial(_members, kind.__known__, kind.__rest__), rest
        )
    if issubclass(kind, Struct) and not kind.__struct_config__.array_like:
        return ModelConverter(kind, partial(_members, kind))
    return Parsed(kind, kind.__name__, _json_types(kind))


def _json_types(kind: Annotation) -> frozenset[str]:
    """The JSON types of a class of our own that stands for a scalar; those of any other are all."""
    return getattr(kind, "__json_types__", _ANY_KIND)


def _generic(kind: Annotation) -> Converter:
    arguments = get_args(kind)
    origin: Annotation = get_origin(kind)
    if origin is Annotated:
        return converter_for(arguments[0])
    if origin is Literal:
        return Constant(arguments)
    if is_union(kind):
        members = _alternatives(arguments)
        return members[0] if len(members) == 1 else UnionConverter(members)
    if origin is list:
        return ListConverter(converter_for(arguments[0]))
    if origin is tuple:
        if arguments[1:] == (...,):
            return ListConverter(converter_for(arguments[0]), tuple)
        return TupleConverter([converter_for(item) for item in arguments])
    if origin is dict and converter_for(arguments[0]) is converter_for(str):
        return DictConverter(converter_for(arguments[1]))
    return Parsed(kind, str(kind), _ANY_KIND)


def _alternatives(kinds: tuple[Annotation, ...]) -> list[Converter]:
    """The converters of a union's types; an int or a float is a number."""
    found: dict[Converter, None] = {}
    for kind in kinds:
        is_number = kind in (int, float) and {int, float} <= {*kinds}
        if kind is not UnsetType:
            found[_NUMBER if is_number else converter_for(kind)] = None
    return [*found]


def _members(struct: type[Struct], skipped: str = "") -> dict[str, Member]:
    return {
        field.encode_name: Member(field.name, converter_for(field.type), field.required)
        for field in fields(struct)
        if field.name != skipped
    }


def _further(kind: type[OpenModel]) -> Converter:
    """The converter of an open model's further properties."""
    for field in fields(kind.__known__):
        if field.name == kind.__rest__:
            return converter_for(get_args(field.type)[1])
    return converter_for(Any)


class StandinConverter(Converter):
    """The converter of a stand-in, whose variants are looked up when it is first used."""

    def __init__(self, standin: Standin) -> None:
        self._standin = standin
        self.expected = standin.__name__

    @property
    def _choice(self) -> UnionConverter:
        return self._standin.choice

    def json_types(self) -> frozenset[str]:
        return self._choice.json_types()

    def variants(self) -> tuple[Converter, ...]:
        return self._choice.variants()

    def convert(self, value: Plain, at: At | None, report: Report) -> object:
        return self._choice.convert(value, at, report)

    def matches(self, value: Plain, depth: int) -> bool:
        return self._choice.matches(value, depth)

    def branches(self) -> tuple[Branch, ...]:
        return self._choice.branches()

    def known_count(self, value: Plain, depth: int) -> int:
        return self._choice.known_count(value, depth)


_BOM: Final = b"\xef\xbb\xbf"
# The size of the largest unit of an encoding of Unicode.
_UNIT: Final = 4
# Whole numbers and others are one type to JSON itself.
_NUMBERS: Final = frozenset({"integer", "number"})
# How often msgspec may be given what one place holds, first within all that is around it.
_LOADS: Final = 8
# How many values may be looked at again to find the variant of a union that fits best.
_TRIAL_BUDGET: Final = 20_000


class Unreadable(Exception):
    """The body isn't JSON; the cause is the parser's own error."""


def parse(body: bytes, *, is_bounded: bool = False) -> object:
    """The body as plain data.

    What msgspec refuses and other parsers take is taken: a byte order mark, UTF-16, half a
    surrogate pair, a number beyond a float's range, which becomes a Decimal.

    Raises:
        Unreadable: It isn't JSON, or is nested too deeply.
    """
    return _parse(body, is_bounded=is_bounded)[0]


def _parse(body: bytes, *, is_bounded: bool) -> tuple[object, bool]:
    """The body as plain data, and whether msgspec itself reads it so."""
    if not body:
        raise Unreadable("the body is empty")
    body = body.removeprefix(_BOM)
    # UTF-16 and UTF-32 write a bracket with zeros.
    if not is_bounded and b"\0" not in body[:_UNIT]:
        _check_depth(body)
    try:
        return msgspec.json.decode(body), True
    except (msgspec.DecodeError, UnicodeDecodeError) as refusal:
        try:
            return _parse_with_json(body), False
        except ValueError:
            raise Unreadable("the body is not JSON") from refusal


def _parse_with_json(body: bytes) -> object:
    import json  # noqa: PLC0415 -- needed for odd bodies alone
    from decimal import Decimal  # noqa: PLC0415 -- as above

    def number(text: str) -> float | Decimal:
        value = float(text)
        return value if value - value == 0 else Decimal(text)

    def refuse(text: str) -> object:
        raise ValueError(text)

    text = body.decode(json.detect_encoding(body), "surrogatepass")
    _check_depth(text.encode("utf-8", "surrogatepass"))
    return json.loads(text, parse_float=number, parse_constant=refuse)


def _check_depth(body: bytes) -> None:
    if is_deep(body):
        raise Unreadable(f"the body is {TOO_DEEP}")


def convert(
    type: object, value: object, where: str, at: At | None = None
) -> tuple[object, list[Drift]]:
    """Plain data as a type has it, as far as it goes, and each departure.

    Args:
        type: The type.
        value: The data.
        where: The operation.
        at: Where in its body the data stands.
    """
    return _convert(type, value, where, 0, at)


def _convert(
    type: object, value: object, where: str, loads: int, at: At | None = None
) -> tuple[object, list[Drift]]:
    report = Report(where, [_TRIAL_BUDGET], loads=loads)
    return converter_for(type).convert(value, at, report), report.drifts()


def convert_body(
    type: object, body: bytes, where: str, *, is_bounded: bool
) -> tuple[object, object, list[Drift]]:
    """A body that a type's decoder refused: as plain data, as its type has it, and each departure.

    Args:
        type: The type in the description.
        body: The response's body.
        where: The operation.
        is_bounded: Whether its depth is known to be within the limit.

    Raises:
        Unreadable: It isn't JSON, or is nested too deeply.
    """
    plain, is_usual = _parse(body, is_bounded=is_bounded)
    # msgspec makes infinity of a number beyond a float's range, which is a Decimal here.
    return plain, *_convert(type, plain, where, _LOADS if is_usual else 0)


def kind_mismatch(type: object, value: object) -> str:
    """The mismatch of a value whose JSON type its type doesn't have, or ""."""
    wanted = converter_for(type)
    taken = wanted.json_types()
    kind = JSON_TYPES[value.__class__]
    if kind in taken or (kind in _NUMBERS and not _NUMBERS.isdisjoint(taken)):
        return ""
    return f"expected {wanted.expected}, found {name_of(value)}"
