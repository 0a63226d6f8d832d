"""Values of schemas: examples brought into the shape that is declared, and values made up."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from msgspec import UNSET

from ..json.plain_data import Plain, is_array, is_object
from .schema import Schema, Schemas, accepts, tag_text

# There is no value of a schema, or none that it could become.
MISSING: Final = object()
# Levels of objects in which optional members are made up, and of all that is made up.
_SHOWN, _DEPTH = 3, 12
_FORMATTED: Final = {
    "byte": "ZXhhbXBsZQ==",
    "date": "2024-12-18",
    "date-time": "2024-12-18T15:34:25Z",
    "decimal": "1.5",
    "duration": "PT1H",
    "email": "ada@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "15:34:25Z",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "uuid": "00000000-0000-4000-8000-000000000000",
}


class Values:
    """Fits values to schemas, and makes them up.

    Args:
        schemas: The schemas with an id.
    """

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def fit(
        self, value: Plain, schema: Schema, outer: frozenset[str] = frozenset()
    ) -> Plain:
        """A value as a schema has it, `MISSING` where it is of another type.

        Optional members that don't fit are left out, required ones that lack are made up, and a
        number may be written as a text, or a single item stand for a list.

        Args:
            value: The value.
            schema: The schema.
            outer: The ids of the schemas that nothing is made up of once more.
        """
        found = self._schemas.find(schema)
        match found.type:
            case "nullable":
                return None if value is None else self.fit(value, found.of[0], outer)
            case "union":
                return self._fit_union(value, found, outer)
            case "array" if is_array(value):
                fitted = (self.fit(item, found.of[0], outer) for item in value)
                return [item for item in fitted if item is not MISSING]
            case "array" if value is not None and not is_object(value):
                only = self.fit(value, found.of[0], outer)
                return MISSING if only is MISSING else [only]
            case "tuple" if is_array(value) and len(value) == len(found.of):
                pairs = zip(value, found.of, strict=True)
                items = [self.fit(item, one, outer) for item, one in pairs]
                return MISSING if MISSING in items else items
            case "map" if is_object(value):
                inner = found.of[0]
                made = {key: self.fit(one, inner, outer) for key, one in value.items()}
                return {key: one for key, one in made.items() if one is not MISSING}
            case "object" if is_object(value):
                return self._fit_object(value, found, outer)
            case "array" | "tuple" | "map" | "object":
                return MISSING
            case _:
                return value if accepts(found, value) else _converted(value, found)

    def _fit_union(self, value: Plain, schema: Schema, outer: frozenset[str]) -> Plain:
        chosen = self._schemas.variant(schema, value)
        if chosen is not None:
            return self.fit(value, chosen, outer)
        fitted = [self.fit(value, one, outer) for one in schema.of]
        kept = [one for one in fitted if one is not MISSING]
        same = (one for one in kept if one == value and type(one) is type(value))
        return next(same, kept[0] if kept else MISSING)

    def _fit_object(
        self, value: Mapping[str, Plain], schema: Schema, outer: frozenset[str]
    ) -> Plain:
        made: dict[str, Plain] = {}
        for key, one in value.items():
            member = schema.members.get(key, schema.additional)
            if member is None:
                fitted = MISSING if schema.closed else one
            else:
                fitted = MISSING if member.write_only else self.fit(one, member, outer)
            if fitted is not MISSING:
                made[key] = fitted
        for key, member in schema.members.items():
            if member.required and key not in made and not member.write_only:
                made[key] = self.make(member, outer)
                if made[key] is MISSING:
                    return MISSING
        return made

    def make(
        self, schema: Schema, outer: frozenset[str] = frozenset(), depth: int = 0
    ) -> Plain:
        """A value of a schema from its examples, or made up; `MISSING` where there is none.

        Args:
            schema: The schema.
            outer: The ids of the schemas that the value stands in.
            depth: The levels that it stands below.
        """
        if schema.example is not UNSET:
            fitted = self.fit(schema.example, schema, outer)
            if fitted is not MISSING:
                return fitted
        if depth > _DEPTH:
            return MISSING
        match schema.type:
            case "ref":
                if schema.ref in outer:
                    return MISSING
                found = self._schemas.find(schema)
                return self.make(found, outer | {schema.ref}, depth)
            case "nullable":
                made = self.make(schema.of[0], outer, depth)
                return None if made is MISSING else made
            case "union":
                return self._make_union(schema, outer, depth)
            case "array":
                return self._make_list(schema, outer, depth)
            case "tuple":
                items = [self.make(one, outer, depth + 1) for one in schema.of]
                return MISSING if MISSING in items else items
            case "map":
                made = self.make(schema.of[0], outer, depth + 1)
                least = int(schema.limits.get("minProperties", 0))
                return {f"key{n}": made for n in range(1, least + 1)}
            case "object":
                return self._make_object(schema, outer, depth)
            case _:
                return _made_scalar(schema)

    def member(self, schema: Schema, keys: tuple[str, ...]) -> Schema | None:
        """The schema of what stands at a path of property names, None where none is declared."""
        return self._schemas.member(schema, keys)

    def put(
        self, body: Plain, keys: tuple[str, ...], value: Plain, schema: Schema
    ) -> None:
        """Put a value where it stands in an object, as its schema has it.

        What it stands in is made where it isn't there; a value that has no place changes nothing.

        Args:
            body: The object, which is changed.
            keys: The property names that lead there.
            value: The value.
            schema: The schema of the object.
        """
        for at, key in enumerate(keys):
            member = self._schemas.member(schema, keys[: at + 1])
            if not is_object(body) or member is None:
                return
            if at == len(keys) - 1:
                fitted = self.fit(value, member)
                if fitted is not MISSING:
                    body[key] = fitted
            elif not is_object(body.get(key)):
                body[key] = self._made_object(member, keys[at + 1])
            body = body.get(key)

    def _made_object(self, schema: Schema, key: str) -> Plain:
        """An object that has a member, {} where none can be made."""
        found = self._schemas.inner(schema)
        options = found.of if found.type == "union" else (found,)
        holding = (one for one in options if self._schemas.member(one, (key,)))
        made = self.make(next(holding, found))
        return made if is_object(made) else {}

    def end(self, body: Plain, keys: tuple[str, ...], schema: Schema) -> None:
        """Say at a place that nothing follows: by null, by an empty text, or by nothing at all."""
        member = self._schemas.member(schema, keys)
        for key in keys[:-1]:
            body = body.get(key) if is_object(body) else None
        if not is_object(body) or member is None:
            return
        for nothing in (None, ""):
            if not self._schemas.faults(nothing, member):
                body[keys[-1]] = nothing
                return
        body.pop(keys[-1], None)

    def _make_union(self, schema: Schema, outer: frozenset[str], depth: int) -> Plain:
        for at, one in enumerate(schema.of):
            made = self.make(one, outer, depth)
            if made is MISSING:
                continue
            tags = [tag for tag, position in schema.tags.items() if position == at]
            if is_object(made) and tags and tag_text(made.get(schema.tag)) not in tags:
                member = self._schemas.member(one, (schema.tag,)) or Schema()
                fitted = self.fit(tags[0], member)
                made[schema.tag] = tags[0] if fitted is MISSING else fitted
            return made
        return MISSING

    def _make_list(self, schema: Schema, outer: frozenset[str], depth: int) -> Plain:
        least = int(schema.limits.get("minItems", 0))
        count = min(max(least, 1), int(schema.limits.get("maxItems", least + 1)))
        items = [self.make(schema.of[0], outer, depth + 1) for _ in range(count)]
        return [item for item in items if item is not MISSING]

    def _make_object(self, schema: Schema, outer: frozenset[str], depth: int) -> Plain:
        made: dict[str, Plain] = {}
        for key, member in schema.members.items():
            if member.write_only or not (member.required or depth < _SHOWN):
                continue
            one = self.make(member, outer, depth + 1)
            if one is not MISSING:
                made[key] = one
            elif member.required:
                return MISSING
        return made


def _converted(value: Plain, schema: Schema) -> Plain:
    """A number that is written as a text, or the other way about."""
    if isinstance(value, bool):
        return MISSING
    if schema.type == "string" and isinstance(value, int):
        return str(value) if accepts(schema, str(value)) else MISSING
    if schema.type in {"integer", "number"} and isinstance(value, str):
        try:
            number = int(value) if schema.type == "integer" else float(value)
        except ValueError:
            return MISSING
        return number if math.isfinite(number) else MISSING
    return MISSING


def _made_scalar(schema: Schema) -> Plain:
    match schema.type:
        case "null":
            return None
        case "boolean":
            return True
        case "integer" | "number":
            return _made_number(schema)
        case "enum":
            present = [value for value in schema.values if value is not None]
            return present[0] if present else None
        case _:
            return _made_text(schema)


def _made_number(schema: Schema) -> Plain:
    """The first number within the limits, of those that their bounds and steps suggest."""
    limits, is_whole = schema.limits, schema.type == "integer"
    step = limits.get("multipleOf", 1 if is_whole else 0.5)
    least = limits.get("minimum", limits.get("exclusiveMinimum", 0))
    most = limits.get("maximum", limits.get("exclusiveMaximum", 0))
    low, high = math.ceil(least / step) * step, math.floor(most / step) * step
    usual = step if "multipleOf" in limits else 1 if is_whole else 1.5
    tried = (usual, low, low + step, high, high - step)
    fitting = (one for one in tried if _is_within(one, limits))
    value = next(fitting, usual)
    return int(value) if is_whole else value


def _is_within(value: float, limits: Mapping[str, Plain]) -> bool:
    return bool(
        value >= limits.get("minimum", value)
        and value <= limits.get("maximum", value)
        and value > limits.get("exclusiveMinimum", value - 1)
        and value < limits.get("exclusiveMaximum", value + 1)
    )


def _made_text(schema: Schema) -> str:
    text = _FORMATTED.get(schema.format, "text")
    if schema.format in _FORMATTED:
        return text
    least = int(schema.limits.get("minLength", 0))
    most = int(schema.limits.get("maxLength", max(least, len(text))))
    return (text * (least // len(text) + 1))[: max(least, min(most, len(text)))]
