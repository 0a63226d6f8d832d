"""The validators of openapi-schema-validator, as schemas are meant by those who write them.

Where they read a schema otherwise than the specification or everybody does, a keyword is replaced:

- `properties` or `items` without `type` describe an object or a list, though JSON Schema lets any
  other value pass.
- `readOnly` and `writeOnly` say something about properties alone, and what they exclude isn't
  required: of what stands elsewhere, as a parameter, they say nothing.
- A list of types and `const` mean in OpenAPI 3.0 and Swagger 2.0 what they mean in 3.1.
- A discriminator's mapping may name a component. Beside `allOf` it says which schemas build on this
  one, which is no condition.
- A parent's discriminator says which schema its objects have to fit as well.
- A time has an offset, or none; the library knows the latter alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from typing import TypeAlias

import jsonschema.validators
import openapi_schema_validator as schemas
from jsonschema.exceptions import ValidationError

from tests.judge.sampling.time_format import is_time
from tests.judge.source.directional import Flag, Lookup, is_hidden
from tests.judge.source.original import Tree, is_array, is_object

# What checks one keyword: of the validator, the keyword's value, the instance and the schema.
Check: TypeAlias = Callable[[Tree, Tree, Tree, Tree], Iterator[ValidationError]]

# The libraries name their validators at run time.
_library: Tree = schemas
_making: Tree = jsonschema.validators
_plain: Tree = _making.Draft202012Validator.VALIDATORS


@cache
def validator_for(version: str, *, sent: bool) -> tuple[Tree, Tree]:
    """The validator of a version of OpenAPI, and what it checks formats with.

    Args:
        version: Major and minor version.
        sent: Whether it judges requests, not answers.
    """
    is_old = version in {"2.0", "3.0"}
    if is_old:
        # Swagger 2.0 has the schemas of OpenAPI 3.0 without `nullable` and the unions.
        kind, formats = _library.OAS30Validator, _library.oas30_format_checker
    elif version == "3.2":
        kind, formats = _library.OAS32Validator, _library.oas32_format_checker
    else:
        kind, formats = _library.OAS31Validator, _library.oas31_format_checker
    known = kind.VALIDATORS
    hidden: Flag = "readOnly" if sent else "writeOnly"
    changed: dict[str, Check] = {
        "properties": _only(known["properties"], "object"),
        "items": _only(known["items"], "array"),
        "required": _required(hidden),
        "discriminator": _family(),
    }
    if is_old:
        changed |= {
            "properties": _showing(changed["properties"], hidden),
            "type": _types(known["type"]),
            "const": _plain["const"],
            "allOf": _plain["allOf"],
            "anyOf": _by_name(known["anyOf"]),
            "oneOf": _by_name(known["oneOf"]),
        }
    return _making.extend(kind, changed), _with_times(formats)


def _only(check: Check, type: str) -> Check:
    def checked(
        validator: Tree, value: Tree, instance: Tree, schema: Tree
    ) -> Iterator[ValidationError]:
        is_meant = (
            not value
            or "type" in schema
            or validator.is_type(instance, type)
            or (instance is None and schema.get("nullable") is True)
        )
        if not is_meant:
            yield ValidationError(f"{instance!r} is no {type}, as the schema means it")
        yield from check(validator, value, instance, schema) or ()

    return checked


def _required(hidden: Flag) -> Check:
    """Requires what this direction has."""

    def checked(
        validator: Tree, value: Tree, instance: Tree, schema: Tree
    ) -> Iterator[ValidationError]:
        if not (is_object(instance) and is_array(value)):
            return
        known: dict[str, Tree] = schema.get("properties") or {}
        for name in value:
            if name not in instance and not is_hidden(
                known.get(name), hidden, _lookup(validator._resolver)
            ):
                yield ValidationError(f"{name!r} is a required property")

    return checked


def _showing(check: Check, hidden: Flag) -> Check:
    """Refuses properties that this direction doesn't have."""

    def checked(
        validator: Tree, value: Tree, instance: Tree, schema: Tree
    ) -> Iterator[ValidationError]:
        for name, member in value.items() if is_object(instance) else ():
            if name in instance and is_hidden(
                member, hidden, _lookup(validator._resolver)
            ):
                yield ValidationError(f"{name!r} is {hidden}, and no part of this")
        yield from check(validator, value, instance, schema) or ()

    return checked


def _lookup(resolver: Tree) -> Lookup:
    def lookup(reference: str) -> tuple[Tree, Lookup]:
        found = resolver.lookup(reference)
        return found.contents, _lookup(found.resolver)

    return lookup


def _types(check: Check) -> Check:
    def checked(
        validator: Tree, value: Tree, instance: Tree, schema: Tree
    ) -> Iterator[ValidationError]:
        if not is_array(value):
            yield from check(validator, value, instance, schema)
        elif not (
            (instance is None and ("null" in value or schema.get("nullable") is True))
            or any(
                validator.is_type(instance, each) for each in value if each != "null"
            )
        ):
            yield ValidationError(f"{instance!r} is of none of the types {value!r}")

    return checked


def _by_name(check: Check) -> Check:
    """A union whose discriminator's mapping has references alone."""

    def checked(
        validator: Tree, value: Tree, instance: Tree, schema: Tree
    ) -> Iterator[ValidationError]:
        said = schema.get("discriminator")
        mapping = said.get("mapping") if is_object(said) else None
        if is_object(mapping):
            spelled = {tag: _reference(name) for tag, name in mapping.items()}
            schema = {**schema, "discriminator": {**said, "mapping": spelled}}
        yield from check(validator, value, instance, schema) or ()

    return checked


def _family() -> Check:
    """A discriminator without a union: an object fits the schema that its tag is mapped to."""
    # The child is built on this schema, by which it leads back here with the same object.
    asked: set[tuple[int, str]] = set()

    def checked(
        validator: Tree, value: Tree, instance: Tree, schema: Tree
    ) -> Iterator[ValidationError]:
        mapping = value.get("mapping") if is_object(value) else None
        if not (is_object(mapping) and is_object(instance)):
            return
        if "oneOf" in schema or "anyOf" in schema:
            return
        tag = instance.get(str(value.get("propertyName")))
        reference = _reference(mapping.get(str(tag)))
        key = id(instance), str(reference)
        if not isinstance(reference, str) or key in asked:
            return
        asked.add(key)
        try:
            yield from validator.descend(instance, {"$ref": reference})
        finally:
            asked.discard(key)

    return checked


def _reference(name: Tree) -> Tree:
    is_name = isinstance(name, str) and not any(sign in name for sign in "#/")
    return f"#/components/schemas/{name}" if is_name else name


def _with_times(formats: Tree) -> Tree:
    # What the library exports is everybody's.
    own = deepcopy(formats)
    own.checkers = {**formats.checkers, "time": (is_time, ())}
    return own
