"""Schemas of a description, as a fake knows them, and where a value departs from one."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType
from msgspec.json import Decoder

from ..json.plain_data import Plain, is_array, is_object

_DECIMAL: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\Z")


class Schema(Struct, frozen=True):
    """What a value has to be.

    `type` is a type of JSON, `any`, `bytes` (a file), `enum` (one of `values`, or another one where
    it is `open`), `map`, `tuple`, `nullable`, `union`, or `ref`, which stands for the schema with
    the id `ref`. A format that `is_typed` has a type of Python's own, of which values have to be.
    `of` are the schemas of items, variants or what may be null; `limits` the keywords that bound
    values. Of a member of an object, `required`, `read_only` and `write_only` say whether it has to
    be there. `tag` is the member that tells variants apart, `tags` the position of the variant by
    the values of it.
    """

    type: str = "any"
    of: tuple[Schema, ...] = ()
    ref: str = ""
    format: str = ""
    is_typed: bool = False
    values: tuple[Plain, ...] = ()
    open: bool = False
    members: dict[str, Schema] = {}
    additional: Schema | None = None
    closed: bool = False
    required: bool = False
    read_only: bool = False
    write_only: bool = False
    limits: dict[str, Plain] = {}
    example: Plain | UnsetType = UNSET
    tag: str = ""
    tags: dict[str, int] = {}


_decode: Final = Decoder(Schema).decode


class Schemas:
    """The schemas that have an id; each is read when it is first needed.

    Args:
        rows: Their JSON by id.
    """

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._rows = rows
        self._known: dict[str, Schema] = {}

    def find(self, schema: Schema) -> Schema:
        """The schema that a reference stands for in the end, or the schema itself."""
        seen: set[str] = set()
        while schema.type == "ref" and schema.ref not in seen:
            seen.add(schema.ref)
            if schema.ref not in self._known:
                self._known[schema.ref] = _decode(self._rows[schema.ref])
            schema = self._known[schema.ref]
        return schema

    def inner(self, schema: Schema) -> Schema:
        """What a value is if it isn't null."""
        schema = self.find(schema)
        while schema.type == "nullable":
            schema = self.find(schema.of[0])
        return schema

    def member(self, schema: Schema, keys: tuple[str, ...]) -> Schema | None:
        """The schema of what stands at a path of property names, None where none is declared."""
        for key in keys:
            found = self.inner(schema)
            options = found.of if found.type == "union" else (found,)
            members = (self.inner(one).members.get(key) for one in options)
            inner = next(filter(None, members), found.additional)
            if found.type == "map":
                inner = found.of[0]
            if inner is None:
                return None
            schema = inner
        return schema

    def variant(self, schema: Schema, value: object) -> Schema | None:
        """The variant of a union that the value's tag names, None where it names none."""
        if not schema.tag or not is_object(value):
            return None
        at = schema.tags.get(tag_text(value.get(schema.tag)))
        return None if at is None else schema.of[at]

    def faults(self, value: object, schema: Schema, at: str = "") -> list[str]:
        """Where a value that is sent departs from a schema, as sentences.

        Args:
            value: Plain data.
            schema: What it has to be.
            at: Where it stands.
        """
        schema = self.find(schema)
        match schema.type:
            case "nullable":
                return [] if value is None else self.faults(value, schema.of[0], at)
            case "union":
                return self._union_faults(value, schema, at)
            case "array" | "tuple" if is_array(value):
                kinds = schema.of if schema.type == "tuple" else schema.of * len(value)
                pairs = enumerate(zip(value, kinds, strict=False))
                return [
                    fault
                    for index, (item, kind) in pairs
                    for fault in self.faults(item, kind, f"{at}[{index}]")
                ]
            case "map" if is_object(value):
                return [
                    fault
                    for key, item in value.items()
                    for fault in self.faults(item, schema.of[0], _below(at, key))
                ]
            case "object" if is_object(value):
                return [*self._member_faults(value, schema, at)]
            case _:
                expected = "" if accepts(schema, value) else described(schema)
                place = f"{at}: " if at else ""
                found = _shown(value)
                return (
                    [f"{place}expected {expected}, found {found}"] if expected else []
                )

    def _member_faults(
        self, value: dict[str, Plain], schema: Schema, at: str
    ) -> Iterator[str]:
        for key, member in schema.members.items():
            if key in value:
                yield from self.faults(value[key], member, _below(at, key))
            elif member.required and not member.read_only:
                yield f"{_below(at, key)} is missing"
        for key in value.keys() - schema.members.keys():
            if schema.additional is not None:
                yield from self.faults(value[key], schema.additional, _below(at, key))
            elif schema.closed:
                yield f"{_below(at, key)} isn't declared"

    def _union_faults(self, value: object, schema: Schema, at: str) -> list[str]:
        chosen = self.variant(schema, value)
        if chosen is not None:
            return self.faults(value, chosen, at)
        found = [self.faults(value, one, at) for one in schema.of]
        return min(found, key=len) if found else []


def tag_text(value: object) -> str:
    """A tag as a description lists it: a text, or another scalar's JSON."""
    return value if isinstance(value, str) else str(value).lower()


def _below(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) < 60 else f"{text[:57]}..."  # noqa: PLR2004 -- a line


def described(schema: Schema) -> str:
    """What a value of a schema is, in words."""
    if schema.type == "enum":
        return " or ".join(repr(value) for value in schema.values)
    word = f"{schema.type} ({schema.format})" if schema.format else schema.type
    return f"an {word}" if word[0] in "aeio" else f"a {word}"


def accepts(schema: Schema, value: object) -> bool:
    """Whether a value is of a schema that is no union, or looks like it where it holds others."""
    match schema.type:
        case "any":
            return True
        case "null":
            return value is None
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            is_whole = isinstance(value, float) and value.is_integer()
            return (isinstance(value, int) and not isinstance(value, bool)) or is_whole
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "string":
            format = schema.format if schema.is_typed else ""
            return isinstance(value, str) and _is_formatted(format, value)
        case "bytes":
            return isinstance(value, str | bytes)
        case "enum":
            return _is_listed(schema, value)
        case "array" | "tuple":
            return is_array(value)
        case _:
            return is_object(value)


def _is_listed(schema: Schema, value: object) -> bool:
    if schema.open and isinstance(value, str):
        return True
    return any(
        one == value and isinstance(one, bool) is isinstance(value, bool)
        for one in schema.values
    )


def _is_moment(text: str) -> bool:
    return datetime.fromisoformat(text).tzinfo is not None


def _is_base64(text: str) -> bool:
    b64decode(text, validate=True)
    return True


_FORMATS: Final[dict[str, Callable[[str], object]]] = {
    "date-time": _is_moment,
    "date": date.fromisoformat,
    "byte": _is_base64,
    "uuid": UUID,
    "decimal": _DECIMAL.match,
}


def _is_formatted(format: str, text: str) -> bool:
    check = _FORMATS.get(format)
    if check is None:
        return True
    try:
        return bool(check(text))
    except ValueError:
        return False
