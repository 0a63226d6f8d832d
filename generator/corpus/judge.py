"""Whether a value fits a schema of the document as written, judged by openapi-schema-validator.

A schema with `properties` or `items` and without `type` describes an object or a list, as everybody
means who writes one, though JSON Schema lets any other value pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jsonschema.validators
import openapi_schema_validator as schemas
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable

from generator.corpus.original import Dangling, Original, Piece, Tree

# The libraries name their validators at run time.
_library: Tree = schemas
_making: Tree = jsonschema.validators
# Swagger 2.0 has the schemas of OpenAPI 3.0 without `nullable` and the unions.
_ANSWERS: dict[str, tuple[Tree, Tree]] = {
    "2.0": (_library.OAS30ReadValidator, _library.oas30_format_checker),
    "3.0": (_library.OAS30ReadValidator, _library.oas30_format_checker),
    "3.1": (_library.OAS31Validator, _library.oas31_format_checker),
    "3.2": (_library.OAS32Validator, _library.oas32_format_checker),
}
_REQUESTS: dict[str, tuple[Tree, Tree]] = {
    **_ANSWERS,
    "2.0": (_library.OAS30WriteValidator, _library.oas30_format_checker),
    "3.0": (_library.OAS30WriteValidator, _library.oas30_format_checker),
}


class Undecided(Exception):
    """The judge can't tell: the schema itself is at fault."""


class Judge:
    """Validates answers or, if they are sent, requests by schemas where they stand."""

    def __init__(self, original: Original, *, sent: bool = False) -> None:
        self._original = original
        kinds = _REQUESTS if sent else _ANSWERS
        kind, self._formats = kinds.get(original.version, kinds["3.1"])
        self._kind = _meant(kind)
        # mypy doesn't see the arguments of this attrs class.
        registry: Tree = Registry
        self._registry = registry(retrieve=self._retrieve)
        self._validators: dict[str, Validator] = {}

    def fault(self, value: Tree, schema: Piece) -> str:
        """What is wrong with a value, or "".

        Raises:
            Undecided: The schema can't be evaluated.
        """
        try:
            for error in self._validator(schema).iter_errors(value):
                return _described(error)
        except Unresolvable as error:
            raise Undecided(f"unresolvable: {error}") from error
        except RecursionError as error:
            raise Undecided("the schema leads back to itself") from error
        except Exception as error:
            # A schema that breaks its own grammar stops the judge in many ways.
            raise Undecided(f"{type(error).__name__}: {error}") from error
        return ""

    def _validator(self, schema: Piece) -> Validator:
        uri = schema.uri
        found = self._validators.get(uri)
        if found is None:
            found = self._kind(
                {"$ref": uri}, registry=self._registry, format_checker=self._formats
            )
            self._validators[uri] = found
        return found

    def _retrieve(self, uri: str) -> Tree:
        try:
            content = self._original.load(Path(unquote(urlsplit(uri).path))).value
        except Dangling as error:
            raise LookupError(uri) from error
        return Resource.opaque(content)


@cache
def _meant(kind: Tree) -> Tree:
    """A validator that takes untyped schemas as they are meant."""
    known = kind.VALIDATORS
    said = {
        keyword: _only(known[keyword], type)
        for keyword, type in (("properties", "object"), ("items", "array"))
        if keyword in known
    }
    return _making.extend(kind, said)


def _only(check: Tree, type: str) -> Tree:
    def checked(
        validator: Tree, value: Tree, instance: Tree, schema: dict[str, Tree]
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


def _described(error: ValidationError) -> str:
    where = "".join(f"[{part!r}]" for part in error.absolute_path)
    return f"${where}: {error.message[:200]}"
